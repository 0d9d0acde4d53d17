// The numbers that scripts and C++ share: both have the same values, and they are defined nowhere
// else. node --test tests/web

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as shared from '../../web/shared_numbers.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
const WEB = path.join(REPOSITORY, 'web');
const LIST = path.join(WEB, 'shared_numbers.mjs');

/** What the build makes for C++ of a list: the header, or why there is none. */
function headerOf(list) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shared-numbers-'));
  try {
    const program = path.join(REPOSITORY, 'cmake/make_shared_numbers.py');
    const { status, stderr } = spawnSync('python3', [program, list, folder], { encoding: 'utf8' });
    const header = path.join(folder, 'numbers.h');
    return { status, stderr, text: fs.existsSync(header) ? fs.readFileSync(header, 'utf8') : '' };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

function headerOfText(text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shared-numbers-'));
  try {
    const list = path.join(folder, 'list.mjs');
    fs.writeFileSync(list, text);
    return headerOf(list);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** "kOneTwo" for "ONE_TWO". */
const inCpp = (name) =>
  `k${name.split('_').map((part) => part[0] + part.slice(1).toLowerCase()).join('')}`;

const isConstant = (name) => name === name.toUpperCase();

/** The numbers of the module, as lines "group name value" in the words of C++. */
function numbersOfModule() {
  return Object.entries(shared).flatMap(([name, value]) => {
    if (typeof value !== 'object') return [`- ${inCpp(name)} ${value}`];
    const group = isConstant(name) ? name.toLowerCase() : name;
    const members = Object.entries(value)
      .map(([member, number]) => `${group} ${inCpp(member)} ${number}`);
    return isConstant(name) ? members : [...members, `- k${name}Count ${members.length}`];
  });
}

/** The same of the header; a list of bytes is a text there. */
function numbersOfHeader(text) {
  const numbers = [];
  let group = '-';
  for (const line of text.split('\n')) {
    const opening = /^(?:namespace|enum class) (\w+) (?:: std::uint8_t )?\{/.exec(line);
    const number = /(k\w+) = (-?\d+)[;,]/.exec(line);
    const bytes = /string_view (k\w+)\{"([^"]*)", (\d+)\};/.exec(line);
    if (opening) [, group] = opening;
    else if (line.startsWith('}')) group = '-';
    else if (number) numbers.push(`${group} ${number[1]} ${number[2]}`);
    else if (bytes) {
      const values = bytes[2].match(/\\[0-7]{3}/g).map((octal) => Number.parseInt(octal.slice(1), 8));
      assert.equal(values.length, Number(bytes[3]));
      numbers.push(`${group} ${bytes[1]} ${values}`);
    }
  }
  return numbers;
}

test('shared numbers: C++ has those that scripts import', () => {
  const { status, stderr, text } = headerOf(LIST);
  assert.equal(status, 0, stderr);
  const ofModule = numbersOfModule();
  assert.ok(ofModule.length > 80);
  assert.deepEqual(numbersOfHeader(text).sort(), ofModule.sort());
});

test('shared numbers: what C++ might read otherwise than scripts is refused, with its line', () => {
  for (const [text, why] of [
    ['const HIDDEN = 1;', /:3: error: cannot read/],
    ['export const WIDTH = HEIGHT;', /"HEIGHT" is not a whole number/],
    ['export const WIDTH = 010;', /"010" is not a whole number/],
    ['export const WIDTH = 4_294_967_296;', /does not fit into 32 bits/],
    ['export const BYTES = [1, 256];', /more than bytes/],
    ['export const ONE = 1;\nexport const ONE = 2;', /:4: error: kOne stands there twice/],
    ['export const State = {\n  ON: 0,\n  OFF: 2,\n};', /:5: error: State counts from 0: OFF must be 1/],
    ['export const State = {\n  ON: 0,', /State does not end/],
  ]) {
    const { status, stderr, text: header } = headerOfText(`// About the list.\n\n${text}\n`);
    assert.notEqual(status, 0, text);
    assert.match(stderr, why, text);
    assert.equal(header, '', text);
  }
});

const scripts = fs.readdirSync(WEB)
  .filter((name) => name.endsWith('.mjs') && name !== path.basename(LIST))
  .map((name) => [name, fs.readFileSync(path.join(WEB, name), 'utf8')]);

const names = new Set(Object.entries(shared).flatMap(([name, value]) =>
  (typeof value === 'object' ? [name, ...Object.keys(value)] : [name])));

test('shared numbers: scripts ask for none that is not in the list', () => {
  let asked = 0;
  for (const [script, text] of scripts) {
    for (const [name, value] of Object.entries(shared)) {
      if (typeof value !== 'object' || !new RegExp(`import \\{[^}]*\\b${name}\\b`).test(text)) continue;
      const singly = [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))]
        .map(([, member]) => member);
      const together = [...text.matchAll(new RegExp(`const \\{([^}]*)\\} = ${name};`, 'g'))]
        .flatMap(([, members]) => members.split(',').map((member) => member.trim()).filter(Boolean));
      for (const member of [...singly, ...together]) {
        assert.ok(member in value, `${script}: ${name} has no ${member}`);
        asked += 1;
      }
    }
  }
  assert.ok(asked > 80, `${asked} found`);
});

test('shared numbers: scripts have none of their own by such a name, and pass none unnamed', () => {
  for (const [script, text] of scripts) {
    const own = /const ([A-Z0-9_]+) = -?\d|[{\s]([A-Z0-9_]+): -?\d/g;
    for (const [, constant, member] of text.matchAll(own)) {
      const name = constant ?? member;
      assert.ok(!names.has(name), `${script}: ${name} is in shared_numbers.mjs`);
    }
    const unnamed = /(?:call|tell|ask)\('cadre_\w+'.*?, -?\d+[,)]/.exec(text);
    assert.equal(unnamed?.[0], undefined, script);
  }
});

function sources(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return sources(name);
    return /\.(h|cpp)$/.test(name) ? [name] : [];
  });
}

test('shared numbers: C++ declares no enumeration of such a name by itself', () => {
  const files = sources(path.join(REPOSITORY, 'src'));
  assert.ok(files.length > 200);
  for (const file of files) {
    const text = fs.readFileSync(file, 'utf8');
    for (const [, name] of text.matchAll(/\benum (?:class )?(\w+)/g)) {
      assert.ok(!(name in shared), `${file}: ${name} is in shared_numbers.mjs`);
    }
  }
});
