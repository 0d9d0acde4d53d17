// Checks that no file is longer than one idea needs: 450 lines, 200 for a header. A file that has
// to be longer gives the reason in a comment line of its own, `// Long: <reason>` (with its
// language's comment marker); a file that is not too long may not contain such a line, so that no
// outdated reasons remain.
//
// Usage: node tools/check_length.mjs [FOLDER]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

const kFolders = ['src', 'tests', 'tools', 'web'];
const kMostLines = 450;
const kMostHeaderLines = 200;
const kSource = /\.(cpp|c|h|mjs|js|py|sh|cmake|def|css|html)$|^CMakeLists\.txt$/;
const kReason = /^\s*(\/\/|#|\/\*|<!--)\s*Long: \S/m;

function* sources(folder) {
  for (const entry of fs.readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules') yield* sources(name);
    } else if (entry.isFile() && kSource.test(entry.name)) {
      yield name;
    }
  }
}

function faultOf(name) {
  const text = fs.readFileSync(path.join(root, name), 'utf8');
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const most = name.endsWith('.h') ? kMostHeaderLines : kMostLines;
  const says = kReason.test(text);
  if (lines > most && !says) {
    return `${name}: ${lines} lines, at most ${most}; split it by subject, or say why not in a comment`
      + ' line that begins with "Long:"';
  }
  if (lines <= most && says) return `${name}: says that it is long, with ${lines} of ${most} lines`;
  return '';
}

const names = kFolders.flatMap((folder) => [...sources(folder)]);
const faults = names.map(faultOf).filter((fault) => fault !== '');
if (names.length === 0) faults.push('no sources found');
for (const fault of faults) console.log(fault);
if (faults.length === 0) console.log(`length: ${names.length} files`);
process.exit(faults.length === 0 ? 0 : 1);
