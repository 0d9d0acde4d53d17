// A static server for trying the page: node tools/serve.mjs FOLDER [PORT]
// Only on localhost. Uses the next free port when the requested one is in use.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};
const PORTS_TO_TRY = 50;
/** Names with a hash of the content in them (cmake/page/names.mjs). */
const UNCHANGING = /\.[0-9a-f]{10}\.\w+$/;

/** The file at an address, or null if there is none inside the folder. */
function fileFor(root, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  let file = path.join(root, name);
  if (file !== root && !file.startsWith(root + path.sep)) return null;
  if (name.endsWith('/')) file = path.join(file, 'index.html');
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** A compressed copy of the file, if there is one that the browser accepts. */
function encodedFile(file, accepted) {
  for (const [encoding, suffix] of [['br', '.br'], ['gzip', '.gz']]) {
    const takes = accepted.split(',').some((part) => part.trim().split(';')[0] === encoding);
    if (takes && fs.existsSync(file + suffix)) return [file + suffix, encoding];
  }
  return [file, null];
}

/** The policy contained in this folder's page, plus directives that only a header can set. */
function policyIn(folder) {
  const page = path.join(folder, 'index.html');
  if (!fs.existsSync(page)) return null;
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
    .exec(fs.readFileSync(page, 'utf8')) ?? [];
  return policy ? `${policy}; frame-ancestors 'none'` : null;
}

function headersOf(file) {
  const headers = {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    // Files without a hash in their names must show a new build at the next reload.
    'Cache-Control': UNCHANGING.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Encoding',
  };
  // The service worker has the same policy as this.
  const policy = /^(index\.html|sw\.js)$/.test(path.basename(file)) ? policyIn(path.dirname(file)) : null;
  if (policy !== null) headers['Content-Security-Policy'] = policy;
  return headers;
}

function answer(root, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileFor(root, request.url);
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const [sent, encoding] = encodedFile(file, request.headers['accept-encoding'] ?? '');
  const headers = { ...headersOf(file), 'Content-Length': fs.statSync(sent).size };
  if (encoding !== null) headers['Content-Encoding'] = encoding;
  response.writeHead(200, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  fs.createReadStream(sent).on('error', () => response.destroy()).pipe(response);
}

/**
 * Serves a folder; resolves to the server and its address. Port 0 takes any free one. `first` may handle
 * a request itself, and then returns true.
 * @param {(request: http.IncomingMessage, response: http.ServerResponse) => boolean} first
 * @returns {Promise<{server: http.Server, address: string}>}
 */
export function serve(folder, port, first = () => false) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    if (!first(request, response)) answer(root, request, response);
  });
  return new Promise((resolve, reject) => {
    let tries = 0;
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || ++tries >= PORTS_TO_TRY) reject(error);
      else server.listen(port + tries, '127.0.0.1');
    });
    server.on('listening', () => {
      resolve({ server, address: `http://localhost:${server.address().port}/` });
    });
    server.listen(port, '127.0.0.1');
  });
}

const runAsProgram =
  process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (runAsProgram) {
  const [folder = 'dist', port = '8080'] = process.argv.slice(2);
  if (!fs.existsSync(path.join(folder, 'index.html'))) {
    console.error(`error: no index.html in ${folder}: run ./build_wasm.sh first`);
    process.exit(1);
  }
  const { address } = await serve(folder, Number(port));
  console.log(`Serving ${folder} at ${address} (Ctrl+C ends it)`);
}
