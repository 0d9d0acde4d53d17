// The journal's database: opened when first needed, and reopened after the browser has closed it.
//
//   plans    id             -> {id, title, changed, opened, position, edits, made,
//                               damaged?, deleted?}
//   bases    id             -> text of plan.json
//   records  [id, number]   -> text of one command
//   points   [id, number]   -> restore point (restore_points.mjs)

const DATABASE = 'cadre-rotation-planner';
const DATABASE_VERSION = 2;
/** How long the page waits for a database that is blocked by another tab or a slow disk. */
const PATIENCE = 10_000;

export const STORES = ['plans', 'bases', 'records', 'points'];

/** All rows of one plan in `records` or `points`, or those starting at a number. */
export const rowsOf = (id, from = 0) => IDBKeyRange.bound([id, from], [id, Infinity]);

export const answerOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, DATABASE_VERSION);
    request.onupgradeneeded = () => {
      const database = request.result;
      const known = [...database.objectStoreNames];
      for (const name of STORES.filter((store) => !known.includes(store))) {
        database.createObjectStore(name, name === 'plans' ? { keyPath: 'id' } : {});
      }
    };
    let isTooLate = false;
    const timer = setTimeout(() => {
      isTooLate = true;
      reject(new Error('no answer from IndexedDB'));
    }, PATIENCE);
    request.onsuccess = () => {
      clearTimeout(timer);
      // Nobody would be there to close it for a newer version of the page.
      if (isTooLate) request.result.close();
      else resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error);
    };
  });
}

export class JournalDatabase {
  /** @type {Promise<IDBDatabase | null> | null} */
  #opening = null;
  #emptied;

  /** @param {() => void} emptied the browser closed the database: all its content may be lost */
  constructor(emptied) {
    this.#emptied = emptied;
  }

  /** @returns {Promise<IDBDatabase | null>} null where there is no storage */
  open() {
    this.#opening ??= Promise.resolve().then(openDatabase).then((database) => {
      // Do not block a newer version of the page in another tab.
      database.onversionchange = () => {
        database.close();
        this.#opening = null;
      };
      database.onclose = () => {
        this.#opening = null;
        this.#emptied();
      };
      return database;
    }).catch((error) => {
      console.warn(`No storage: ${error?.message ?? error}`);
      return null;
    });
    return this.#opening;
  }

  /** Storage that was unavailable may be available now. */
  async forgetFailure() {
    if ((await this.#opening) === null) this.#opening = null;
  }
}
