// The browser windows in which tests run. Opening a new one for every test costs more than most
// tests do: the program is recompiled and the browser's cache is empty. So tests share one window,
// which is reset before each: its storage is deleted, and leftovers are checked for. A test gets a
// page of its own in it when it prepares its page, and a window of its own on request (`alone`).

import fs from 'node:fs';
import path from 'node:path';
import { PATIENCE } from './planner.mjs';

/**
 * The page is laid out for a window of this size. Where pixels do not matter it draws a quarter of
 * them, as in a browser that is zoomed out: drawing is most of the cost of a test. A test of pixels
 * sets its own density.
 */
export const VIEWPORT = {
  width: 1440, height: 900, deviceScaleFactor: process.env.CADRE_SCREENSHOTS ? 1 : 0.5, hasTouch: false,
};

/** Runs inside an empty page of the origin: deletes everything that the origin has stored. */
async function forget() {
  for (const registration of await navigator.serviceWorker.getRegistrations()) {
    await registration.unregister();
  }
  for (const name of await caches.keys()) await caches.delete(name);
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
  }
  localStorage.clear();
  sessionStorage.clear();
}

/** Runs inside a page: names of everything that its origin has stored, except cookies. */
export async function remembered() {
  const kept = {
    workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    caches: await caches.keys(),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    settings: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    locks: (await navigator.locks.query()).held.map(({ name }) => name),
    controller: navigator.serviceWorker.controller === null ? [] : ['a service worker'],
  };
  return Object.entries(kept).flatMap(([what, names]) => names.map((name) => `${what}: ${name}`));
}

/** A browser context with one page in use. */
export class Window {
  #context;
  #nowhere;
  #downloads;
  /** The reusable page, behind one that is not reused. */
  #behind = null;

  constructor(context, nowhere, downloads) {
    this.#context = context;
    this.#nowhere = nowhere;
    this.#downloads = downloads;
    this.page = null;
  }

  /**
   * @param {import('puppeteer-core').Browser} browser
   * @param {string} nowhere an address in the planner's origin, without a program
   * @param {string} downloads folder, which is made
   */
  static async open(browser, nowhere, downloads) {
    fs.mkdirSync(downloads, { recursive: true });
    return new Window(await browser.createBrowserContext({
      downloadBehavior: { policy: 'allow', downloadPath: downloads },
    }), nowhere, downloads);
  }

  get downloads() {
    return this.#downloads;
  }

  /** Opens an untouched page in front of the present one. */
  async newPage() {
    this.#behind = this.page;
    this.page = await this.#context.newPage();
    this.page.setDefaultTimeout(PATIENCE);
    return this.page;
  }

  /** Resets the window to its state before any test. */
  async renew() {
    for (const page of await this.#context.pages()) {
      if (page !== this.page) await page.close();
    }
    if (this.page?.isClosed()) this.page = null;
    if (this.page === null) await this.newPage();
    await this.page.goto(this.#nowhere);
    await this.page.evaluate(forget);
    await this.#context.deleteCookie(...await this.#context.cookies());
    // Resources held by a closed page are released by the browser after a moment.
    const end = Date.now() + PATIENCE;
    let left = await this.#known();
    while (left.length > 0 && Date.now() < end) left = await this.#known();
    if (left.length > 0) throw new Error(`the window still knows:\n    ${left.join('\n    ')}`);
    for (const name of fs.readdirSync(this.#downloads)) fs.rmSync(path.join(this.#downloads, name));
    await this.page.mouse.reset();
  }

  async #known() {
    const left = await this.page.evaluate(remembered);
    left.push(...(await this.#context.cookies()).map(({ name }) => `cookie: ${name}`));
    return left;
  }

  /** Closes the page and returns to the one behind it, if the test has left it open. */
  async dropPage() {
    if (!this.page.isClosed()) await this.page.close();
    this.page = this.#behind?.isClosed() ? null : this.#behind;
    await this.page?.bringToFront();
  }

  async close() {
    await this.#context.close().catch(() => {});
  }
}
