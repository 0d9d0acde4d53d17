// tools/check_format.sh detects planted faults, and fails when its tool is not available.
import path from 'node:path';
import { end, kGood, run, test } from './planted.mjs';

const format = (clone, env) => run(path.join(clone, 'tools/check_format.sh'), [], env);

test('sources that are formatted pass', { 'src/a.cpp': kGood }, (clone, expect) => {
  const { good, says } = format(clone);
  expect('passes', good, says);
});

test('a source that is not formatted fails and is named',
  { 'src/a.cpp': kGood, 'src/b.h': 'int  twice( int a );\n' }, (clone, expect) => {
    const { good, says } = format(clone);
    expect('fails', !good && says.includes('not formatted: src/b.h'), says);
  });

test('--fix formats what then passes', { 'src/a.cpp': 'int  twice( int a );\n' },
  (clone, expect) => {
    run(path.join(clone, 'tools/check_format.sh'), ['--fix']);
    const { good, says } = format(clone);
    expect('passes', good, says);
  });

test('a shell script that cannot be parsed fails',
  { 'src/a.cpp': kGood, 'tests/a.sh': 'if true; then\n' }, (clone, expect) => {
    const { good, says } = format(clone);
    expect('fails', !good && says.includes('tests/a.sh'), says);
  });

test('without clang-format nothing passes', { 'src/a.cpp': kGood }, (clone, expect) => {
  const { good, says } = format(clone,
    { CADRE_TOOLCHAIN: path.join(clone, 'toolchain'), CADRE_DEBIAN_MIRROR: 'file:///nowhere/debian/' });
  expect('fails', !good, says);
});

end();
