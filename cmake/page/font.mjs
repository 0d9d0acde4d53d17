// Reads TrueType files, as far as the page needs it.

/** @returns {{tag: string, sum: number, bytes: Buffer}[]} */
function tablesOf(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const at = 12 + 16 * i;
    const start = font.readUInt32BE(at + 8);
    return {
      tag: font.toString('latin1', at, at + 4),
      sum: font.readUInt32BE(at + 4),
      bytes: font.subarray(start, start + font.readUInt32BE(at + 12)),
    };
  });
}

/**
 * The entry with that number in the font's name table (13: its licence).
 * @param {Buffer} font
 * @param {number} number
 * @returns {string | null}
 */
export function nameIn(font, number) {
  const names = tablesOf(font).find(({ tag }) => tag === 'name')?.bytes;
  if (names === undefined) return null;
  const texts = names.readUInt16BE(4);
  for (let i = 0; i < names.readUInt16BE(2); ++i) {
    const at = 6 + 12 * i;
    if (names.readUInt16BE(at + 6) !== number) continue;
    const start = texts + names.readUInt16BE(at + 10);
    const bytes = names.subarray(start, start + names.readUInt16BE(at + 8));
    // Platform 1 uses one byte per character, the others two.
    return names.readUInt16BE(at) === 1 ? bytes.toString('latin1') : Buffer.from(bytes).swap16().toString('utf16le');
  }
  return null;
}

/**
 * The font without its name table (authors and licence): the program does not read it, and the page has
 * the licences as texts.
 * @param {Buffer} font
 * @returns {Buffer}
 */
export function withoutNames(font) {
  const tables = tablesOf(font).filter(({ tag }) => tag !== 'name');
  const head = Buffer.alloc(12 + 16 * tables.length);
  font.copy(head, 0, 0, 4);
  const power = Math.floor(Math.log2(tables.length));
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (tables.length - 2 ** power), 10);
  const parts = [head];
  let at = head.length;
  for (const [i, { tag, sum, bytes }] of tables.entries()) {
    const entry = 12 + 16 * i;
    head.write(tag, entry, 'latin1');
    head.writeUInt32BE(sum, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
