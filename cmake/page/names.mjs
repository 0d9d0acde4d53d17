// File names that change with the content, so that a browser may cache a file forever.

import crypto from 'node:crypto';
import path from 'node:path';

const DIGITS = 10;

export const digestOf = (bytes) =>
  crypto.createHash('sha256').update(bytes).digest('hex').slice(0, DIGITS);

/** samples/a.json -> samples/a.0123456789.json */
export function hashedName(name, bytes) {
  const kind = path.posix.extname(name);
  return `${name.slice(0, name.length - kind.length)}.${digestOf(bytes)}${kind}`;
}

/** The hash of a script or a style in a Content-Security-Policy. */
export const policyHash = (text) =>
  `'sha256-${crypto.createHash('sha256').update(text).digest('base64')}'`;
