// The licences that the page ships, with made-up sources. node --test tests/web

import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { nameIn, withoutNames } from '../../cmake/page/font.mjs';
import { components, fromDebian, licencesText, SECTION_END } from '../../cmake/page/licences.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const DOCUMENT = fs.readFileSync(path.join(REPOSITORY, 'LICENSES.md'), 'utf8');
const FONTS = path.join(REPOSITORY, 'assets/fonts');

const DEBIAN = `Format: https://example.org/copyright-format/1.0/

Files: *
Copyright: 2013 Somebody
  2014 Another
License: Expat or Other

Files:
 lib/*
Copyright:
  2015  A Third
License: Short
 Whole
 text.
 .
 After a gap.

License: Expat
 Permission is granted.

License: Other
 Do
   as
 you like.
`;

/** Sources of everything that the table names, each with a text of its own. */
function sources() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'licences-'));
  const files = {
    'sources/imgui/LICENSE.txt': 'imgui says\r\n\r\n\r\nMIT   \n',
    'sources/imgui/imstb_truetype.h': 'code\n/*\n---\nThis software is available under 2\n---\n*/\n',
    'sources/implot/implot.h': '// MIT License\n\n// Copyright (c) somebody\n\n// ImPlot v0.17\n\ncode\n',
    'sources/sdl2/LICENSE.txt': 'sdl says zlib\n',
    'sources/json/usr/share/doc/nlohmann-json3-dev/copyright': DEBIAN.replace('lib/*',
      'include/nlohmann/detail/conversions/to_chars.hpp include/nlohmann/detail/output/serializer.hpp'),
    'emscripten/LICENSE': 'emscripten says\n',
    'emscripten/system/lib/libc/musl/COPYRIGHT': 'musl says\n',
    'emscripten/system/lib/libcxx/LICENSE.TXT': 'llvm says\n',
    'licences/fonts-noto/copyright': DEBIAN,
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return {
    folder,
    given: {
      sources: path.join(folder, 'sources'),
      licences: path.join(folder, 'licences'),
      emscripten: path.join(folder, 'emscripten'),
      fonts: FONTS,
    },
  };
}

function withSources(run) {
  return () => {
    const made = sources();
    try {
      run(made);
    } finally {
      fs.rmSync(made.folder, { recursive: true });
    }
  };
}

test('licences: every line of the table "In the page" has its text', withSources(({ given }) => {
  const sections = licencesText(DOCUMENT, given).split(SECTION_END);
  const named = components(DOCUMENT);
  assert.ok(named.length >= 10);
  assert.equal(sections.length, named.length);
  for (const [i, { name, version, licence }] of named.entries()) {
    const [title, gap, ...text] = sections[i].split('\n');
    assert.equal(title, `${version === '' ? name : `${name} ${version}`} · ${licence}`);
    assert.equal(gap, '');
    assert.ok(text.join('').trim().length > 0, `${name} has a text`);
  }
}));

test('licences: texts come as they are, without signs of comments', withSources(({ given }) => {
  const sections = licencesText(DOCUMENT, given).split(SECTION_END);
  assert.equal(sections[0], 'Dear ImGui 1.90.1 · MIT\n\nimgui says\n\n\nMIT\n');
  assert.match(sections[1], /\n\nThis software is available under 2\n$/);
  assert.match(sections[2], /\n\nMIT License\n\nCopyright \(c\) somebody\n$/);
  assert.match(sections.at(-1), /ISC License[^]*Lucide[^]*Feather[^]*Cole Bemis/);
}));

test('licences: a text that is missing stops the build, and its name is said', () => {
  for (const [file, name] of [
    ['sources/sdl2/LICENSE.txt', 'SDL2'], ['licences/fonts-noto/copyright', 'Noto Sans'],
    ['emscripten/system/lib/libc/musl/COPYRIGHT', 'musl'], ['emscripten/LICENSE', 'Emscripten'],
  ]) {
    const { folder, given } = sources();
    fs.rmSync(path.join(folder, file));
    assert.throws(() => licencesText(DOCUMENT, given), new RegExp(`the licence of ${name}.*no text at`));
    fs.writeFileSync(path.join(folder, file), ' \n');
    assert.throws(() => licencesText(DOCUMENT, given), new RegExp(`licence of ${name}`));
    fs.rmSync(folder, { recursive: true });
  }
});

test('licences: a component without a known text, and a text without a line, stop the build',
  withSources(({ given }) => {
    const more = DOCUMENT.replace('| SDL2 |', '| Something new | 1 | MIT | nowhere |\n| SDL2 |');
    assert.throws(() => licencesText(more, given), /nothing says where the text of "Something new" is/);
    const less = DOCUMENT.replace(/^\| SDL2 \|.*\n/m, '');
    assert.throws(() => licencesText(less, given), /LICENSES.md does not name SDL2/);
    assert.throws(() => licencesText('no table', given), /there is no table/);
  }));

test('licences: the part of a source file that was the licence has to be there', withSources(({ folder, given }) => {
  fs.writeFileSync(path.join(folder, 'sources/implot/implot.h'), '// Another head\n');
  assert.throws(() => licencesText(DOCUMENT, given), /licence of ImPlot: its licence is not where it was/);
}));

test("licences: of Debian's files come the holders and the whole texts", () => {
  assert.equal(fromDebian(DEBIAN, ['*']),
    'Copyright: 2013 Somebody; 2014 Another\n\nPermission is granted.\n\nDo\n  as\nyou like.');
  assert.equal(fromDebian(DEBIAN, ['lib/*']), 'Copyright: 2015  A Third\n\nWhole\ntext.\n\nAfter a gap.');
  assert.throws(() => fromDebian(DEBIAN, ['elsewhere/*']), /it says nothing of elsewhere/);
  assert.throws(() => fromDebian('Files: *\nCopyright: me\nLicense: None\n', ['*']), /it has no licence/);
});

test("fonts: the page's copies are without names and otherwise the same", () => {
  for (const file of fs.readdirSync(FONTS)) {
    const font = fs.readFileSync(path.join(FONTS, file));
    const served = withoutNames(font);
    assert.equal(nameIn(served, 1), null, file);
    assert.notEqual(nameIn(font, 1), null, file);
    const tables = (bytes) => new Map(Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => {
      const at = 12 + 16 * i;
      const start = bytes.readUInt32BE(at + 8);
      return [bytes.toString('latin1', at, at + 4), bytes.subarray(start, start + bytes.readUInt32BE(at + 12))];
    }));
    const [before, after] = [tables(font), tables(served)];
    assert.equal(after.size, before.size - 1, file);
    for (const [tag, bytes] of after) assert.ok(bytes.equals(before.get(tag)), `${file}: ${tag}`);
  }
});
