// A server for one test, with a copy of the page that the test may remove or update.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../tools/serve.mjs';

export const DIST = process.env.CADRE_DIST ??
  fileURLToPath(new URL('../../../dist', import.meta.url));

class Site {
  #folder;
  #server = null;
  #port = 0;

  /** @param {string} scratch folder */
  constructor(scratch) {
    this.#folder = path.join(scratch, 'site');
    fs.cpSync(DIST, this.#folder, { recursive: true });
  }

  async start() {
    const { server } = await serve(this.#folder, this.#port);
    this.#server = server;
    const { port } = server.address();
    if (this.#port !== 0 && port !== this.#port) throw new Error(`port ${this.#port} is taken`);
    this.#port = port;
  }

  get address() {
    return `http://localhost:${this.#port}/`;
  }

  /** Simulates a lost network connection. */
  async stop() {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    server.closeAllConnections();
    await new Promise((resolve) => { server.close(resolve); });
  }

  version() {
    return /data-version="(\w+)"/.exec(this.#read('index.html'))[1];
  }

  /** Puts a new version on the server: another script, under another name. */
  renew() {
    const old = this.version();
    const renewed = [...old].reverse().join('').replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    const script = fs.readdirSync(this.#folder).find((name) => /^planner\.\w+\.mjs$/.test(name));
    const name = `planner.${renewed}.mjs`;
    fs.renameSync(path.join(this.#folder, script), path.join(this.#folder, name));
    for (const file of ['index.html', 'sw.js']) {
      fs.writeFileSync(path.join(this.#folder, file),
        this.#read(file).replaceAll(script, name).replaceAll(old, renewed));
    }
    return renewed;
  }

  #read(name) {
    return fs.readFileSync(path.join(this.#folder, name), 'utf8');
  }
}

/** Runs a test against a site of its own. */
export const withSite = (run) => async (planner, tools) => {
  const site = new Site(tools.scratch);
  await site.start();
  planner.address = site.address;
  try {
    await run(planner, site, tools);
  } finally {
    await site.stop();
  }
};
