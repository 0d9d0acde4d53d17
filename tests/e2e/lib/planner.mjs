// The page as a test uses it: waits for what is on screen, never for a time, and uses mouse and
// keyboard like a user.

import fs from 'node:fs';
import path from 'node:path';

/** Longest wait for something expected to happen. */
export const PATIENCE = 60_000;
/** Number of intermediate mouse positions in a drag. */
const DRAG_STEPS = 12;

/**
 * @typedef {{role: string, label: string, value: string, x: number, y: number, w: number, h: number}}
 *   Widget
 * @typedef {{role?: string, label?: string, value?: string, labelPart?: string, valuePart?: string}}
 *   Wanted
 */

/**
 * Runs inside the page: waits for matching widgets, or for there to be none. (The page's security
 * policy does not allow page.waitForFunction.)
 */
async function select(wanted, until, patience) {
  const fits = (widget) =>
    (wanted.role === undefined || widget.role === wanted.role) &&
    (wanted.label === undefined || widget.label === wanted.label) &&
    (wanted.value === undefined || widget.value === wanted.value) &&
    (wanted.labelPart === undefined || widget.label.includes(wanted.labelPart)) &&
    (wanted.valuePart === undefined || widget.value.includes(wanted.valuePart));
  const deadline = performance.now() + patience;
  for (;;) {
    await window.cadrePlanner.settled();
    const found = window.cadrePlanner.widgets().filter(fits);
    const done = until === 'now' || (until === 'there') === (found.length > 0);
    if (done) return found;
    if (performance.now() > deadline) return null;
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

export class Planner {
  #listeners;

  /**
   * @param {import('puppeteer-core').Page} page
   * @param {string} address
   * @param {string} screenshots folder
   * @param {string} [downloads] folder
   */
  constructor(page, address, screenshots, downloads = undefined) {
    this.page = page;
    this.address = address;
    this.screenshots = screenshots;
    this.downloads = downloads;
    /** Addresses that the page asked for. */
    this.requests = [];
    /** What the page wrote to the console as an error, and exceptions. */
    this.complaints = [];
    this.#listeners = {
      request: (request) => this.requests.push(request.url()),
      console: (message) => {
        if (message.type() === 'error') this.complaints.push(message.text());
      },
      pageerror: (error) => this.complaints.push(String(error)),
    };
    for (const [event, hear] of Object.entries(this.#listeners)) page.on(event, hear);
    page.setDefaultTimeout(PATIENCE);
  }

  /** Stops listening to the page, which another test may use. */
  leave() {
    for (const [event, hear] of Object.entries(this.#listeners)) this.page.off(event, hear);
  }

  async load() {
    await this.page.goto(this.address, { waitUntil: 'load' });
    await this.ready();
  }

  async reload() {
    await this.page.reload({ waitUntil: 'load' });
    await this.ready();
    await this.writable();
  }

  /** Waits until the page holds the plan's lock: the previous page may be slow to close. */
  async writable() {
    await this.waitGone({ role: 'alert', label: 'Chỉ xem' });
  }

  async ready() {
    await this.until(() => window.cadrePlanner !== undefined);
    await this.page.evaluate((patience) => new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('the planner does not start')), patience);
      window.cadrePlanner.ready.then(resolve, reject);
    }), PATIENCE);
    await this.settled();
  }

  /** Waits until no frame is due and everything is stored. */
  settled() {
    return this.page.evaluate(() => window.cadrePlanner.settled());
  }

  /** Also waits until nothing more will happen by itself. */
  async resting() {
    await this.until(() => window.cadrePlanner.resting());
  }

  /** @returns {Promise<Widget[]>} */
  widgets() {
    return this.findAll({});
  }

  /** @param {Wanted} wanted @returns {Promise<Widget[]>} */
  findAll(wanted) {
    return this.page.evaluate(select, wanted, 'now', 0);
  }

  /** Waits for the first matching widget on screen. @param {Wanted} wanted */
  async find(wanted) {
    const found = await this.page.evaluate(select, wanted, 'there', PATIENCE);
    if (found === null) {
      throw new Error(`never on screen: ${JSON.stringify(wanted)}\n${await this.describe()}`);
    }
    return found[0];
  }

  /** Waits until a matching widget is on screen. @param {Wanted} wanted */
  async waitFor(wanted) {
    await this.find(wanted);
  }

  /** Waits until no matching widget is on screen. @param {Wanted} wanted */
  async waitGone(wanted) {
    if ((await this.page.evaluate(select, wanted, 'gone', PATIENCE)) === null) {
      throw new Error(`still on screen: ${JSON.stringify(wanted)}`);
    }
  }

  /**
   * Waits until a condition on the page holds, across reloads.
   * @param {(...values: any[]) => boolean | Promise<boolean>} predicate runs inside the page
   */
  async until(predicate, ...values) {
    const deadline = Date.now() + PATIENCE;
    // While the page is being replaced, it cannot be queried.
    while (!(await this.page.evaluate(predicate, ...values).catch(() => false))) {
      if (Date.now() > deadline) throw new Error(`never so: ${predicate}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  /** What has the keyboard focus: "canvas" or "text-agent". */
  focus() {
    return this.page.evaluate(() => document.activeElement?.id);
  }

  /** @param {Wanted} wanted */
  async has(wanted) {
    return (await this.findAll(wanted)).length > 0;
  }

  /** What is on screen, for messages of failed tests. */
  async describe() {
    const widgets = await this.page.evaluate(() => window.cadrePlanner.widgets());
    return widgets.slice(0, 60)
      .map(({ role, label, value }) => `    ${role} "${label}" ${JSON.stringify(value)}`).join('\n');
  }

  // ---- Mouse

  static centre({ x, y, w, h }) {
    return { x: x + w / 2, y: y + h / 2 };
  }

  /** @param {Wanted | Widget} wanted */
  async #place(wanted) {
    const widget = 'w' in wanted ? wanted : await this.find(wanted);
    return Planner.centre(widget);
  }

  /** @param {Wanted | Widget} wanted */
  async hover(wanted) {
    const { x, y } = await this.#place(wanted);
    await this.page.mouse.move(x, y);
    await this.settled();
  }

  /** @param {Wanted | Widget} wanted */
  async click(wanted, options = {}) {
    const { x, y } = await this.#place(wanted);
    await this.page.mouse.move(x, y);
    await this.page.mouse.click(x, y, options);
    await this.settled();
  }

  /**
   * Drags, moving the mouse over everything in between.
   * @param {(drag: {to: object}) => Promise<void>} [before] called before the button is released
   */
  async drag(from, to, before = async () => {}) {
    const start = await this.#place(from);
    const end = await this.#place(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: DRAG_STEPS });
    await this.settled();
    await before({ to: end });
    await this.page.mouse.up();
    await this.settled();
  }

  // ---- Keyboard

  /** "Control+Shift+KeyZ": holds down all but the last. */
  async press(keys, options = {}) {
    const names = keys.split('+');
    const last = names.pop();
    for (const name of names) await this.page.keyboard.down(name);
    await this.page.keyboard.press(last, options);
    for (const name of names.reverse()) await this.page.keyboard.up(name);
    await this.settled();
  }

  async type(text) {
    await this.page.keyboard.type(text);
    await this.settled();
  }

  /** Simulates Ctrl+V with this text in the clipboard. @param {string} text */
  async paste(text) {
    await this.page.evaluate((given) => {
      const data = new DataTransfer();
      data.setData('text/plain', given);
      // Firefox ignores the data of a ClipboardEvent created by a script.
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: data });
      document.activeElement.dispatchEvent(event);
    }, text);
    await this.settled();
  }

  // ---- The page

  framesRendered() {
    return this.page.evaluate(() => window.cadrePlanner.framesRendered());
  }

  framesComputed() {
    return this.page.evaluate(() => window.cadrePlanner.framesComputed());
  }

  async planJson() {
    return this.page.evaluate(() => window.cadrePlanner.planJson());
  }

  /** @returns {Promise<string[]>} errors */
  async openPlan(text) {
    const errors = await this.page.evaluate((given) => window.cadrePlanner.openPlan(given), text);
    await this.settled();
    return errors;
  }

  /** The path of the first download with that ending, once it is complete. */
  async downloaded(ending) {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const names = fs.readdirSync(this.downloads);
      const name = names.find((entry) => entry.endsWith(ending));
      // A browser reserves the name with an empty file while it writes to another.
      const isPartial = names.some((entry) => /\.(part|crdownload|tmp)$/.test(entry));
      if (name !== undefined && !isPartial) {
        const file = path.join(this.downloads, name);
        if (fs.statSync(file, { throwIfNoEntry: false })?.size > 0) return file;
      }
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
    throw new Error(`nothing that ends with ${ending} was downloaded`);
  }

  /** Takes a screenshot, if pictures are requested. @param {{always?: boolean}} [options] */
  async screenshot(name, { always = false } = {}) {
    if (!always && !process.env.CADRE_SCREENSHOTS) return;
    fs.mkdirSync(this.screenshots, { recursive: true });
    await this.page.screenshot({ path: path.join(this.screenshots, `${name}.png`) });
  }
}
