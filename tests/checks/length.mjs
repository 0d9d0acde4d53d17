// tools/check_length.mjs detects planted long files, and only accepts a reason as an excuse.
import path from 'node:path';
import { end, kGood, root, run, test } from './planted.mjs';

const check = (clone) => run('node', [path.join(root, 'tools/check_length.mjs'), clone]);
const lines = (count) => '//\n'.repeat(count);

test('files as long as they may be pass',
  { 'src/a.cpp': lines(450), 'src/a.h': lines(200), 'web/a.mjs': lines(450) }, (clone, expect) => {
    const { good, says } = check(clone);
    expect('passes', good && says.startsWith('length: '), says);
  });

for (const [name, count] of [['src/a.cpp', 451], ['src/deep/a.h', 201], ['tests/a.mjs', 451],
  ['tools/a.py', 451], ['web/a.css', 451]]) {
  test(`${name} with a line too many fails and is named`,
    { 'src/b.cpp': kGood, [name]: lines(count) }, (clone, expect) => {
      const { good, says } = check(clone);
      expect('fails', !good && says.startsWith(`${name}: ${count} lines`), says);
    });
}

test('a last line without its end counts', { 'src/a.cpp': `${lines(450)}//` }, (clone, expect) => {
  const { good, says } = check(clone);
  expect('fails', !good && says.startsWith('src/a.cpp: 451 lines'), says);
});

test('a reason in a comment line is taken', {
  'src/a.cpp': `// Long: one table, read from top to bottom.\n${lines(450)}`,
  'tools/a.sh': `# Long: one table, read from top to bottom.\n${'#\n'.repeat(450)}`,
}, (clone, expect) => {
  const { good, says } = check(clone);
  expect('passes', good, says);
});

test('a reason that says nothing is none', { 'src/a.cpp': `// Long:\n${lines(450)}` },
  (clone, expect) => {
    const { good, says } = check(clone);
    expect('fails', !good && says.startsWith('src/a.cpp: 451 lines'), says);
  });

test('a reason that is not needed fails', { 'src/a.cpp': `// Long: it once was.\n${kGood}` },
  (clone, expect) => {
    const { good, says } = check(clone);
    expect('fails', !good && says.startsWith('src/a.cpp: says that it is long'), says);
  });

test('what is downloaded is not looked at', { 'tests/node_modules/a.mjs': lines(451) },
  (clone, expect) => {
    const { good, says } = check(clone);
    expect('passes', good, says);
  });

end();
