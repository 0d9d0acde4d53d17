// A browser as a set of processes: how much processor time they have used, and how to kill them all
// at once, like a power cut or a crash, so that nothing more is written.

import fs from 'node:fs';

/** Ticks of the kernel's clock for processes in a second. */
const TICKS = 100;

/** All processes: id -> parent's id and ticks used by it and its exited children. */
function running() {
  const out = new Map();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      // The program's name, in brackets, may contain anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, parent] = fields;
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      if (state !== 'Z') out.set(Number(name), { parent: Number(parent), ticks });
    } catch {
      // It has exited meanwhile.
    }
  }
  return out;
}

/** A process and its descendants. */
function treeOf(root, known = running()) {
  const tree = [root];
  for (const parent of tree) {
    for (const [pid, its] of known) if (its.parent === parent) tree.push(pid);
  }
  return tree;
}

/** Processor time in seconds of a process and its descendants. */
export function computedBy(root) {
  const known = running();
  return treeOf(root, known).reduce((sum, pid) => sum + (known.get(pid)?.ticks ?? 0), 0) / TICKS;
}

/** @param {number} root process id of the browser @returns {number[]} the processes that it was */
export function killTree(root) {
  const tree = treeOf(root);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Exited by itself.
    }
  }
  return tree;
}

/** Waits until none of them is running. */
export async function gone(pids) {
  for (;;) {
    const known = running();
    if (!pids.some((pid) => known.has(pid))) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
