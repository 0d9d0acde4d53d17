// tools/tidy/check.py detects planted faults.
import path from 'node:path';
import { end, kGood, root, run, test, write } from './planted.mjs';

const setUp = run(path.join(root, 'tools/setup/clang_tools.sh'), []);
if (!setUp.good) throw new Error(setUp.says);
const bin = setUp.says.trim().split('\n').at(-1);

function tidy(clone, described) {
  const commands = described.map((file) => (
    { directory: clone, file, command: `clang++ -std=c++20 -Isrc -c ${file}` }));
  write(clone, { 'compile_commands.json': JSON.stringify(commands) });
  return run('python3', [path.join(root, 'tools/tidy/check.py'), '--root', clone,
    '--clang-tidy', path.join(bin, 'clang-tidy'), '--passed', path.join(clone, 'passed'),
    path.join(clone, 'compile_commands.json')]);
}

const kMoved = `#include <string>
#include <utility>
static std::size_t moved(std::string text) {
  std::string taken = std::move(text);
  return taken.size() + text.size();
}
std::size_t length() { return moved("a"); }
`;

test('a use after a move fails, and passes when it is mended', { 'src/a.cpp': kMoved },
  (clone, expect) => {
    const { good, says } = tidy(clone, ['src/a.cpp']);
    expect('fails', !good && says.includes('src/a.cpp:5') && says.includes('use-after-move') &&
      says.endsWith('0 passed, 1 failed\n'), says);
    write(clone, { 'src/a.cpp': kMoved.replace(' + text.size()', '') });
    const mended = tidy(clone, ['src/a.cpp']);
    expect('passes', mended.good && mended.says.endsWith('1 passed, 0 failed\n'), mended.says);
  });

test('what passed is not looked at again until a header changes',
  { 'src/a.h': '#pragma once\nint twice(int a);\n', 'src/a.cpp': `#include "a.h"\n${kGood}` },
  (clone, expect) => {
    const first = tidy(clone, ['src/a.cpp']);
    expect('passes', first.good && first.says.includes('1 to look at'), first.says);
    const second = tidy(clone, ['src/a.cpp']);
    expect('is remembered', second.good && second.says.includes('0 to look at'), second.says);
    write(clone, { 'src/a.h': '#pragma once\nint twice(int a);\nint* none() { return 0; }\n' });
    const third = tidy(clone, ['src/a.cpp']);
    expect('fails', !third.good && third.says.includes('src/a.h:3'), third.says);
  });

test('sources that do not compile together are judged apart', {
  'src/a.cpp': `static int half() { return 1; }\n${kGood}int one() { return half(); }\n`,
  'src/b.cpp': 'static int half() { return 2; }\nint* none() { return half() == 2 ? 0 : nullptr; }\n',
}, (clone, expect) => {
  const { good, says } = tidy(clone, ['src/a.cpp', 'src/b.cpp']);
  expect('fails with that alone', !good && says.includes('src/b.cpp:2') &&
    !says.includes('redefinition') && says.endsWith('1 passed, 1 failed\n'), says);
});

test('a source that does not compile fails', { 'src/a.cpp': 'int one() { return two; }\n' },
  (clone, expect) => {
    const { good, says } = tidy(clone, ['src/a.cpp']);
    expect('fails', !good && says.includes('src/a.cpp:1'), says);
  });

test('a source that no build compiles fails', { 'src/a.cpp': kGood, 'src/b.cpp': kGood },
  (clone, expect) => {
    const { good, says } = tidy(clone, ['src/a.cpp']);
    expect('fails', !good && says.includes('src/b.cpp: no build compiles it'), says);
  });

end();
