// Ends a whole browser at once, as a power cut or a crash does: nothing is written any more.

import fs from 'node:fs';

/** Process id -> parent's, of everything that runs. */
function parents() {
  const out = new Map();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      // The program's name, in brackets, may hold anything.
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state !== 'Z') out.set(Number(name), Number(parent));
    } catch {
      // It has ended meanwhile.
    }
  }
  return out;
}

/** A process and all that it has started. */
function treeOf(root) {
  const known = parents();
  const tree = [root];
  for (const parent of tree) {
    for (const [pid, its] of known) if (its === parent) tree.push(pid);
  }
  return tree;
}

/** @param {number} root process id of the browser @returns {number[]} the processes that it was */
export function killTree(root) {
  const tree = treeOf(root);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by itself.
    }
  }
  return tree;
}

/** Until none of them runs. */
export async function gone(pids) {
  for (;;) {
    const known = parents();
    if (!pids.some((pid) => known.has(pid))) return;
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
