// PNG icons for the manifest, drawn from web/icon.svg. Only the features of that file are
// supported: one filled rectangle with round corners, and paths of straight lines (M m L l H h V v)
// in one stroke with round ends. Anything else is an error instead of a wrong picture.

import zlib from 'node:zlib';

/** Signed distance from a rectangle with round corners. */
function outsideRectangle(x, y, { width, height, radius }) {
  const dx = Math.abs(x - width / 2) - width / 2 + radius;
  const dy = Math.abs(y - height / 2) - height / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
}

function fromSegment(x, y, [ax, ay, bx, by]) {
  const [ux, uy] = [bx - ax, by - ay];
  const length = ux * ux + uy * uy;
  const along = length === 0 ? 0 : ((x - ax) * ux + (y - ay) * uy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * ux, y - ay - t * uy);
}

function attribute(element, name) {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(element);
  if (!found) throw new Error(`icon.svg: no ${name} in ${element}`);
  return found[1];
}

const number = (element, name) => Number(attribute(element, name));

function colour(text) {
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text)?.[1];
  if (!digits) throw new Error(`icon.svg: the colour ${text}`);
  const whole = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
  return [0, 2, 4].map((at) => parseInt(whole.slice(at, at + 2), 16));
}

/** The lines of a path: [x1, y1, x2, y2] each. */
function segmentsOf(path) {
  const segments = [];
  let [x, y] = [0, 0];
  for (const [, command, rest] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = (rest.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const relative = command === command.toLowerCase();
    const kind = command.toUpperCase();
    const take = { M: 2, L: 2, H: 1, V: 1 }[kind];
    if (take === undefined) throw new Error(`icon.svg: the path command ${command}`);
    for (let i = 0; i + take <= values.length; i += take) {
      const [a, b] = values.slice(i, i + take);
      const toX = kind === 'V' ? x : (relative ? x : 0) + a;
      const toY = kind === 'H' ? y : (relative ? y : 0) + (kind === 'V' ? a : b);
      // After the first pair, further pairs of a move are lines.
      if (kind !== 'M' || i > 0) segments.push([x, y, toX, toY]);
      [x, y] = [toX, toY];
    }
  }
  return segments;
}

function readIcon(svg) {
  const [, , width, height] = attribute(svg, 'viewBox').split(' ').map(Number);
  const rectangle = /<rect[^>]*>/.exec(svg)?.[0] ?? '';
  const group = /<g[^>]*>/.exec(svg)?.[0] ?? '';
  return {
    width,
    height,
    radius: number(rectangle, 'rx'),
    paper: colour(attribute(rectangle, 'fill')),
    ink: colour(attribute(group, 'stroke')),
    half: number(group, 'stroke-width') / 2,
    segments: [...svg.matchAll(/<path[^>]*>/g)].flatMap(([path]) => segmentsOf(attribute(path, 'd'))),
  };
}

function chunk(kind, bytes) {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(bytes.length, 0);
  body.copy(result, 4);
  result.writeUInt32BE(crc(body), body.length + 4);
  return result;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; ++bit) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * @param {string} svg
 * @param {number} size in pixels
 * @param {object} [how]
 * @param {boolean} [how.whole] the paper reaches the edges and the drawing keeps clear of them, for
 *   systems that cut icons to a shape of their own
 * @returns {Buffer}
 */
export function png(svg, size, { whole = false } = {}) {
  const icon = readIcon(svg);
  const scale = whole ? 0.8 : 1;
  const unit = icon.width / size / scale;
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const coverage = (distance) => Math.min(1, Math.max(0, 0.5 - distance / unit));
  let at = 0;
  for (let row = 0; row < size; ++row) {
    rows[at++] = 0;
    for (let column = 0; column < size; ++column) {
      const x = (column + 0.5 - size / 2) * unit + icon.width / 2;
      const y = (row + 0.5 - size / 2) * unit + icon.height / 2;
      const nearest = Math.min(...icon.segments.map((segment) => fromSegment(x, y, segment)));
      const ink = coverage(nearest - icon.half);
      for (let i = 0; i < 3; ++i) {
        rows[at++] = Math.round(icon.paper[i] + (icon.ink[i] - icon.paper[i]) * ink);
      }
      rows[at++] = Math.round(255 * (whole ? 1 : coverage(outsideRectangle(x, y, icon))));
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
