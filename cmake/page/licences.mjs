// The licences of the page's components, as one text: a section for each row of the table "In the
// page" of LICENSES.md, in its order, with the licence text from the sources that the page is built
// from. A row without a text, a text without a row, and a text that is not found stop the build.
//
//   Dear ImGui 1.90.1 · MIT
//   <empty line>
//   <its text>
//   <form feed>
//   …

import fs from 'node:fs';
import path from 'node:path';
import { nameIn } from './font.mjs';

export const SECTION_END = '\f\n';
const TABLE = /^## In the page\n[^]*?\n(\|[^]*?)\n\n/m;

/** The lines of the table, below its heading. */
export function components(document) {
  const table = TABLE.exec(document)?.[1];
  if (table === undefined) throw new Error('LICENSES.md: there is no table "In the page"');
  return table.split('\n').slice(2).map((line) => {
    const [name, version, licence] = line.split('|').slice(1).map((cell) => cell.trim());
    return { name, version, licence };
  });
}

/** Paragraphs of a file in the form of Debian's copyright files: fields by their names. */
function paragraphsOf(text) {
  return text.split(/\n\s*\n/).map((paragraph) => {
    const fields = new Map();
    let field = '';
    for (const line of paragraph.split('\n')) {
      const [, name, value] = /^([A-Z][\w-]*):\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined) fields.set(field = name, value);
      else fields.set(field, `${fields.get(field) ?? ''}\n${line.replace(/^ ?\.?$/, '').replace(/^ /, '')}`);
    }
    return fields;
  });
}

/**
 * What a Debian copyright file says of the files of each pattern: who holds the copyright, and the
 * whole licences.
 */
export function fromDebian(text, patterns) {
  const paragraphs = paragraphsOf(text);
  const holders = [];
  const names = new Set();
  const own = new Set();
  for (const pattern of patterns) {
    const found = paragraphs.find((fields) => fields.get('Files')?.split(/\s+/).includes(pattern));
    if (found === undefined) throw new Error(`it says nothing of ${pattern}`);
    holders.push(`Copyright: ${found.get('Copyright').trim().replace(/\n\s*/g, '; ')}`);
    const [name, ...lines] = found.get('License').trim().split('\n');
    for (const one of name.split(/ or | and | with /)) names.add(one.trim());
    if (lines.length > 0) own.add(lines.join('\n').trim());
  }
  const whole = [...names].flatMap((name) => paragraphs
    .filter((fields) => !fields.has('Files') && fields.get('License')?.split('\n')[0].trim() === name)
    .map((fields) => fields.get('License').split('\n').slice(1).join('\n').trim()));
  if (own.size + whole.length === 0) throw new Error(`it has no licence of ${patterns.join(', ')}`);
  return [...new Set(holders), ...own, ...whole].join('\n\n');
}

/** The part of a source file between two marks, without comment markers. */
function between(text, first, last) {
  const start = text.search(first);
  const size = start < 0 ? -1 : text.slice(start).search(last);
  if (size < 0) throw new Error('its licence is not where it was');
  return text.slice(start, start + size).replace(/^\/\/ ?/gm, '').replace(/^-+$\n/gm, '').trim();
}

class Texts {
  #folders;

  /**
   * @param {object} folders
   * @param {string} folders.sources of the libraries
   * @param {string} folders.licences texts that came without a library
   * @param {string} folders.emscripten
   * @param {string} folders.fonts those of the page
   */
  constructor(folders) {
    this.#folders = folders;
  }

  /** The first of these files that exists. */
  #read(folder, ...names) {
    const files = names.map((name) => path.resolve(this.#folders[folder], name));
    const found = files.find((file) => fs.existsSync(file));
    if (found === undefined) throw new Error(`no text at ${files.join(', nor at ')}`);
    return fs.readFileSync(found, 'utf8');
  }

  /** The licences in Debian's packages of Emscripten, which omit its own files. */
  #emscriptenOfDebian(...patterns) {
    return fromDebian(this.#read('emscripten', '../doc/emscripten/copyright'), patterns);
  }

  #has(folder, name) {
    return fs.existsSync(path.join(this.#folders[folder], name));
  }

  /** By the names in LICENSES.md. */
  get all() {
    return new Map([
      ['Dear ImGui', () => this.#read('sources', 'imgui/LICENSE.txt')],
      ['stb_truetype, stb_rect_pack, stb_textedit (in Dear ImGui)', () =>
        between(this.#read('sources', 'imgui/imstb_truetype.h'), /This software is available under/, /\*\//)],
      ['ImPlot', () => between(this.#read('sources', 'implot/implot.h'), /\/\/ MIT License/, /\n\/\/ ImPlot v/)],
      ['SDL2', () => this.#read('sources', 'sdl2/LICENSE.txt')],
      ['JSON for Modern C++ (nlohmann/json)', () =>
        fromDebian(this.#read('sources', 'json/usr/share/doc/nlohmann-json3-dev/copyright'),
          ['*', 'include/nlohmann/detail/conversions/to_chars.hpp',
            'include/nlohmann/detail/output/serializer.hpp'])],
      ["Emscripten's runtime and system libraries", () => (this.#has('emscripten', 'LICENSE')
        ? this.#read('emscripten', 'LICENSE') : this.#emscriptenOfDebian('*'))],
      ['musl (C library, through Emscripten)', () => this.#read('emscripten', 'system/lib/libc/musl/COPYRIGHT')],
      ['libc++, libc++abi, compiler-rt (through Emscripten)', () =>
        (this.#has('emscripten', 'system/lib/libcxx/LICENSE.TXT')
          ? this.#read('emscripten', 'system/lib/libcxx/LICENSE.TXT')
          : [this.#emscriptenOfDebian('system/lib/libcxx/*', 'system/lib/libcxxabi/*', 'system/lib/compiler-rt/*'),
            this.#read('licences', '/usr/share/common-licenses/Apache-2.0')].join('\n\n'))],
      ['Noto Sans, Noto Sans Math, Noto Sans Symbols 2 (letters)', () =>
        fromDebian(this.#read('licences', 'fonts-noto/copyright'), ['*'])],
      ['Lucide, with icons of Feather', () => {
        const font = fs.readFileSync(path.join(this.#folders.fonts, 'LucideIcons.ttf'));
        const text = nameIn(font, 13);
        if (text === null) throw new Error('LucideIcons.ttf does not carry its licence');
        return text;
      }],
    ]);
  }
}

/**
 * @param {string} document LICENSES.md
 * @param {ConstructorParameters<typeof Texts>[0]} folders
 * @returns {string}
 */
export function licencesText(document, folders) {
  const texts = new Texts(folders).all;
  const sections = components(document).map(({ name, version, licence }) => {
    const text = texts.get(name);
    if (text === undefined) throw new Error(`LICENSES.md: nothing says where the text of "${name}" is`);
    texts.delete(name);
    let found;
    try {
      found = text().replace(/\r/g, '').replaceAll('\f', '').replace(/[ \t]+$/gm, '').trim();
    } catch (error) {
      throw new Error(`the licence of ${name}: ${error.message}\n` +
        '(tools/setup/third_party.sh and tools/setup/emscripten.sh fetch what is needed)');
    }
    if (found === '') throw new Error(`the licence of ${name} is empty`);
    return `${[name, version].filter(Boolean).join(' ')} · ${licence}\n\n${found}\n`;
  });
  if (texts.size > 0) throw new Error(`LICENSES.md does not name ${[...texts.keys()].join(', ')}`);
  return sections.join(SECTION_END);
}
