// The journal of plans in IndexedDB.
//
// A plan is its base (plan.json as it was opened), the commands since, and a position among them.
// Every edit is one transaction that is started at once and, where the browser knows it, flushed to
// disk before it counts as saved. What a failed transaction could not write stays in memory and goes
// with the next one, so that the journal never has a hole.
//
//   plans    id                   -> {id, title, changed, opened, position, edits}
//   bases    id                   -> text of plan.json
//   records  [id, number]         -> text of one command
//
// Only what is drawn from these is ever deleted by the person; opening a plan adds one to the list.

export const SAVED = 0;
export const UNAVAILABLE = 1;
export const FAILED = 2;

const DATABASE = 'cadre-rotation-planner';
const VERSION = 1;
const STORES = ['plans', 'bases', 'records'];
/** Longer than this the page does not wait for a database that another tab or a disk holds up. */
const PATIENCE = 3000;

const two = (number) => String(number).padStart(2, '0');
const clock = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;
const day = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const newId = (now) => `${now.toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

const allRecords = (id) => IDBKeyRange.bound([id, 0], [id, Infinity]);
const recordsFrom = (id, number) => IDBKeyRange.bound([id, number], [id, Infinity]);

const answerOf = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('plans', { keyPath: 'id' });
      request.result.createObjectStore('bases');
      request.result.createObjectStore('records');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    setTimeout(() => reject(new Error('no answer from IndexedDB')), PATIENCE);
  });
}

/**
 * @typedef {{id: string, title: string, changed: number, opened: number, position: number,
 *   edits: number}} Plan
 * @typedef {{id: string, title: string, changed: string, edits: number}} PlanInfo
 * @typedef {{id: string, base: string, records: string[], position: number}} WholePlan
 */
export class Storage {
  #report;
  /** @type {Promise<IDBDatabase | null>} */
  #database;
  /** The plan that edits go to, with what of it is not committed yet. */
  #current = null;
  #pending = 0;
  #waiting = [];

  /** @param {(state: number, time: string) => void} report */
  constructor(report) {
    this.#report = report;
    this.#database = Promise.resolve().then(openDatabase).then((database) => {
      // A newer version of the page, in another tab, must not be held up by this one.
      database.onversionchange = () => database.close();
      return database;
    }).catch((error) => {
      console.warn(`No storage: ${error?.message ?? error}`);
      return null;
    });
  }

  /** Resolves when everything handed over is committed, or could not be. */
  async quiet() {
    if (this.#pending > 0) await new Promise((resolve) => this.#waiting.push(resolve));
  }

  get busy() {
    return this.#pending > 0;
  }

  /** Identifies the plan that is open, for others that remember something along with it. */
  get currentId() {
    return this.#current?.plan.id ?? '';
  }

  // ---- Writing

  create(title, base) {
    const now = Date.now();
    const plan = { id: newId(now), title, changed: now, opened: now, position: 0, edits: 0 };
    this.#current = { plan, base, records: new Map() };
    this.#commit();
  }

  /** Record `index`; later ones are dropped and the position becomes index + 1. */
  append(index, record) {
    const current = this.#current;
    if (current !== null) {
      for (const number of current.records.keys()) {
        if (number > index) current.records.delete(number);
      }
      current.records.set(index, record);
      current.plan.edits = current.plan.position = index + 1;
      current.plan.changed = Date.now();
    }
    this.#commit();
  }

  setPosition(position) {
    if (this.#current !== null) {
      this.#current.plan.position = position;
      this.#current.plan.changed = Date.now();
    }
    this.#commit();
  }

  rename(title) {
    if (this.#current !== null) this.#current.plan.title = title;
    this.#commit();
  }

  remove(id) {
    if (this.currentId === id) this.#current = null;
    this.#transact((transaction) => {
      transaction.objectStore('plans').delete(id);
      transaction.objectStore('bases').delete(id);
      transaction.objectStore('records').delete(allRecords(id));
    });
  }

  /** Writes everything of the current plan that is not in the database yet. */
  #commit() {
    const current = this.#current;
    if (current === null) {
      this.#report(FAILED, '');
      return;
    }
    const plan = { ...current.plan };
    const { base } = current;
    const records = [...current.records];
    this.#transact((transaction) => {
      if (base !== null) transaction.objectStore('bases').put(base, plan.id);
      const store = transaction.objectStore('records');
      store.delete(recordsFrom(plan.id, plan.edits));
      for (const [number, record] of records) store.put(record, [plan.id, number]);
      transaction.objectStore('plans').put(plan);
    }, () => {
      if (current.base === base) current.base = null;
      for (const [number, record] of records) {
        if (current.records.get(number) === record) current.records.delete(number);
      }
    });
  }

  /** One transaction; they take place in the order of these calls. */
  #transact(write, done = () => {}) {
    this.#pending += 1;
    this.#database.then((database) => {
      if (database === null) {
        this.#finish(UNAVAILABLE);
        return;
      }
      try {
        const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => {
          done();
          this.#finish(SAVED);
        };
        transaction.onabort = () => {
          console.warn(`Not stored: ${transaction.error?.message ?? 'aborted'}`);
          this.#finish(FAILED);
        };
        write(transaction);
        transaction.commit?.();
      } catch (error) {
        console.warn(`Not stored: ${error.message}`);
        this.#finish(FAILED);
      }
    });
  }

  #finish(state) {
    this.#pending -= 1;
    // A run of edits is saved when its last one is.
    if (state !== SAVED || this.#pending === 0) {
      this.#report(state, state === SAVED ? clock(new Date()) : '');
    }
    if (this.#pending === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }

  // ---- Reading

  /**
   * Of plans of one title in which nothing was done yet, only the newest: samples are opened often.
   * The others stay, because another tab may be about to write to one.
   * @returns {Promise<PlanInfo[]>} newest first
   */
  async list() {
    const plans = (await this.#plans()).sort((a, b) => b.changed - a.changed);
    const untouched = new Set();
    const shown = plans.filter(({ title, edits }) => {
      if (edits > 0) return true;
      const isNew = !untouched.has(title);
      untouched.add(title);
      return isNew;
    });
    return shown.map((plan) => {
      const changed = new Date(plan.changed);
      return {
        id: plan.id,
        title: plan.title,
        changed: `${day(changed)}T${clock(changed)}`,
        edits: plan.edits,
      };
    });
  }

  /**
   * Makes a plan the current one and reads it whole.
   * @returns {Promise<WholePlan>}
   */
  async open(id) {
    const database = await this.#database;
    if (database === null) throw new Error('no storage');
    await this.quiet();
    const transaction = database.transaction(STORES, 'readonly');
    const [plan, base, keys, texts] = await Promise.all([
      answerOf(transaction.objectStore('plans').get(id)),
      answerOf(transaction.objectStore('bases').get(id)),
      answerOf(transaction.objectStore('records').getAllKeys(allRecords(id))),
      answerOf(transaction.objectStore('records').getAll(allRecords(id))),
    ]);
    if (plan === undefined || typeof base !== 'string') throw new Error('not in storage');
    // Records beyond the first hole could not be applied.
    let whole = 0;
    while (whole < keys.length && keys[whole][1] === whole) whole += 1;
    const records = texts.slice(0, whole).map(String);
    plan.opened = Date.now();
    this.#current = { plan, base: null, records: new Map() };
    // Remembers which plan was open last; a failure here loses no work.
    this.#transact((writing) => writing.objectStore('plans').put({ ...plan }));
    return { id, base, records, position: Math.min(plan.position, records.length) };
  }

  /** The plan that was open last, or null. @returns {Promise<WholePlan | null>} */
  async openLast() {
    const plans = await this.#plans();
    if (plans.length === 0) return null;
    const last = plans.reduce((a, b) => (b.opened > a.opened ? b : a));
    return this.open(last.id);
  }

  /** Whether there is a database at all. */
  async available() {
    return (await this.#database) !== null;
  }

  /** @returns {Promise<Plan[]>} */
  async #plans() {
    const database = await this.#database;
    if (database === null) return [];
    await this.quiet();
    return answerOf(database.transaction('plans').objectStore('plans').getAll());
  }
}
