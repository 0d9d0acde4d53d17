// Files: opens plans and rosters (file dialog, drag and drop, samples) and saves plans, and reports
// and tables made from them.

import { loadBytes, openPart } from './loader.mjs';
import { LARGEST_PLAN } from './shared_numbers.mjs';

const MEGABYTE = 1024 * 1024;
/** How long the browser has to start a download before its data is released. */
const DOWNLOAD_GRACE = 60_000;

/** How often, and how many times, to check whether a new tab shows its page. */
const TAB_LOOK = 50;
const TAB_LOOKS = 600;

const TYPES = new Map([
  ['json', 'application/json'],
  ['html', 'text/html;charset=utf-8'],
  ['csv', 'text/csv;charset=utf-8'],
]);

const typeOf = (name) =>
  TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';

const sizeOf = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`;

/**
 * @typedef {object} FileEvents
 * @property {(name: string, bytes: Uint8Array) => void} opened
 * @property {(name: string, reason: string) => void} failed
 * @property {(name: string) => void} saved
 * @property {(text: Uint8Array) => void} licences empty when not available
 */
export class Files {
  #events;
  #input;
  /** Where a plan was last saved, and which plan. */
  #target = null;
  #pending = 0;
  #waiting = [];

  /**
   * @param {HTMLInputElement} input stays in the page, for tests and assistive technology
   * @param {HTMLElement} hint shown while a file hovers over the page
   * @param {FileEvents} events
   */
  constructor(input, hint, events) {
    this.#input = input;
    this.#events = events;
    input.addEventListener('change', () => {
      const [file] = input.files;
      if (file) this.#open(file).finally(() => { input.value = ''; });
    });
    this.#acceptDrops(hint);
  }

  get busy() {
    return this.#pending > 0;
  }

  async quiet() {
    if (this.busy) await new Promise((resolve) => this.#waiting.push(resolve));
  }

  pick() {
    this.#input.click();
  }

  /** @param {string} name of a file in samples/ */
  fetchSample(name) {
    return this.#doing(name, async () => {
      const response = await openPart(`samples/${name}`);
      this.#events.opened(name, new Uint8Array(await response.arrayBuffer()));
    });
  }

  fetchLicences() {
    return this.#doing('licences.txt', async () => {
      this.#events.licences(await loadBytes('licences.txt'));
    }, () => this.#events.licences(new Uint8Array(0)));
  }

  /**
   * Writes to the file chosen before for this plan, to one chosen now, or to the downloads.
   * @param {string} planId changes with every opened plan, because a file belongs to one plan
   */
  save(name, bytes, planId) {
    return this.#doing(name, async () => {
      if (typeof window.showSaveFilePicker !== 'function') {
        download(name, bytes);
        this.#events.saved(name);
        return;
      }
      const known = this.#target?.planId === planId && this.#target.name === name;
      const handle = known ? this.#target.handle : await chooseTarget(name);
      if (handle === null) {
        download(name, bytes);
        this.#events.saved(name);
        return;
      }
      this.#target = null;
      const stream = await handle.createWritable();
      await stream.write(bytes);
      await stream.close();
      this.#target = { handle, planId, name };
      this.#events.saved(handle.name ?? name);
    });
  }

  /** Output derived from the plan: always a download. */
  export(name, bytes) {
    return this.#doing(name, async () => download(name, bytes));
  }

  /** Shows a page in a new tab and prints it once loaded; a download if tabs are blocked. */
  openReport(name, html) {
    return this.#doing(name, async () => {
      const address = addressOf(name, html);
      const tab = window.open(address, '_blank');
      if (tab) {
        // The address stays valid, so that the tab can be reloaded.
        printWhenThere(tab, address);
      } else {
        URL.revokeObjectURL(address);
        download(name, html);
      }
    });
  }

  #open(file) {
    return this.#doing(file.name, async () => {
      if (file.size > LARGEST_PLAN) {
        throw new Error(`the file has ${sizeOf(file.size)}; the limit is ${sizeOf(LARGEST_PLAN)}`);
      }
      this.#events.opened(file.name, new Uint8Array(await file.arrayBuffer()));
    });
  }

  /** Runs something that may fail; cancelling by the user is not a failure. */
  async #doing(name, work, failed = (reason) => this.#events.failed(name, reason)) {
    this.#pending += 1;
    try {
      await work();
    } catch (error) {
      if (error?.name !== 'AbortError') failed(error?.message ?? String(error));
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  #acceptDrops(hint) {
    const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
    // Enter and leave events are sent for every element on the way.
    let depth = 0;
    const show = (shown) => {
      depth = shown ? depth : 0;
      hint.hidden = !shown;
    };
    window.addEventListener('dragenter', (event) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      show(true);
    });
    window.addEventListener('dragleave', (event) => {
      if (carriesFiles(event) && --depth <= 0) show(false);
    });
    window.addEventListener('dragover', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
    });
    window.addEventListener('drop', (event) => {
      // Otherwise the browser would navigate to the file.
      event.preventDefault();
      show(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) this.#open(file);
    });
  }
}

/** Where to save a plan; null if the browser does not ask, since the click was too long ago. */
async function chooseTarget(name) {
  const type = name.endsWith('.cadre')
    ? { description: 'Cadre plan', accept: { 'application/octet-stream': ['.cadre'] } }
    : { description: 'plan.json', accept: { 'application/json': ['.json'] } };
  try {
    return await window.showSaveFilePicker({ suggestedName: name, types: [type] });
  } catch (error) {
    if (error?.name === 'SecurityError') return null;
    throw error;
  }
}

const addressOf = (name, bytes) =>
  URL.createObjectURL(new Blob([bytes], { type: typeOf(name) }));

/** A new tab first shows an empty page, and the load event may be for that. */
function printWhenThere(tab, address) {
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    const gone = tab.closed || looks > TAB_LOOKS;
    const there = !gone && tab.location.href === address && tab.document.readyState === 'complete';
    if (gone || there) clearInterval(timer);
    if (there) tab.print();
  }, TAB_LOOK);
}

function download(name, bytes) {
  const address = addressOf(name, bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_GRACE);
}
