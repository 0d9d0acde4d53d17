// The journal of plans, stored in IndexedDB.
//
// A plan consists of its base (plan.json as it was opened), the commands since then, and a position
// among them. Every edit is one transaction that is started at once and, where the browser supports
// it, flushed to disk before it counts as saved. What a failed transaction could not write goes
// with the next one, so the journal never has a gap. Only the tab that holds the plan's lock writes
// to it.
//
// Deleted plans are kept for a week, or until the space is needed.

import { answerOf, JournalDatabase } from './journal_database.mjs';
import { JournalEntry } from './journal_entry.mjs';
import { readEntry, readEverything, soundRow } from './journal_reading.mjs';
import { JournalWriter, stateOf } from './journal_writer.mjs';
import { clock, moment, withoutRepeats } from './plan_list.mjs';
import { HELD, NONE, PlanLock, WAITING } from './plan_lock.mjs';
import { OpenIn, PlanAccess, RestoreKind, StorageState } from './shared_numbers.mjs';

const DAY = 24 * 60 * 60_000;
const KEEP_DELETED = 7 * DAY;
const KEEP_UNTOUCHED = DAY;

/**
 * @typedef {{id: string, base: string, records: string[], position: number}} WholePlan
 * @typedef {object} StorageEvents
 * @property {(state: number, time: string) => void} state a StorageState
 * @property {(access: number) => void} access a PlanAccess: to the open plan
 * @property {(plan: WholePlan) => void} plan to show; refuse() or repair() may be
 *   called during it
 * @property {() => void} [worked] the first edit of this page
 */
export class Storage {
  #events;
  #database;
  #writer;
  /** The plan that receives edits. @type {{entry: JournalEntry, access: number} | null} */
  #current = null;
  /** Plans closed before they were completely committed. */
  #left = new Set();
  /** Plans are opened one after the other. */
  #turn = Promise.resolve();
  /** The program's response to the plan being delivered. */
  #verdict = null;
  #hasWorked = false;

  /** @param {StorageEvents} events */
  constructor(events) {
    this.#events = events;
    this.#database = new JournalDatabase(() => this.#current?.entry.storeWhole());
    this.#writer = new JournalWriter(this.#database, (state) => this.#finished(state));
    this.#database.open();
  }

  /** Resolves when all data is committed, or has failed to be. */
  quiet() {
    return this.#writer.quiet();
  }

  get busy() {
    return this.#writer.busy;
  }

  /** Identifies the open plan, for modules that store something along with it. */
  get currentId() {
    return this.#current?.entry.id ?? '';
  }

  /** Whether closing the page would lose edits that are neither committed nor in a file. */
  get hasUnsavedWork() {
    return this.#entries.some((entry) => entry.dirty && entry.row.made > entry.inFile);
  }

  /** Records that the open plan in its present state was saved as a file. */
  savedAsFile() {
    const entry = this.#current?.entry;
    if (entry !== undefined) entry.inFile = entry.row.made;
  }

  get #entries() {
    return [...this.#left, ...(this.#current ? [this.#current.entry] : [])];
  }

  /** Whether there is a database at all. */
  async available() {
    return (await this.#database.open()) !== null;
  }

  // ---- The open plan

  create(title, base) {
    const entry = JournalEntry.create(title, base);
    entry.addPoint(RestoreKind.OPEN);
    entry.lock = new PlanLock(entry.id);
    this.#enter(entry, PlanAccess.WRITABLE);
    this.#commit(entry);
  }

  /** Record `index`; later ones are dropped and the position becomes index + 1. */
  append(index, record) {
    this.#change((entry) => entry.append(index, record));
    if (this.#hasWorked || this.#current?.access !== PlanAccess.WRITABLE) return;
    this.#hasWorked = true;
    this.#events.worked?.();
  }

  setPosition(position) {
    this.#change((entry) => entry.setPosition(position));
  }

  rename(title) {
    this.#change((entry) => entry.rename(title));
  }

  addPoint(kind) {
    this.#change((entry) => entry.addPoint(kind));
  }

  /** Retries failed writes. */
  async retry() {
    await this.#database.forgetFailure();
    this.#change(() => {});
  }

  /** @returns {{id: string, time: string, kind: number, editsSince: number}[]} newest first */
  points() {
    const entry = this.#current?.entry;
    if (entry === undefined) return [];
    return [...entry.points].sort(([a], [b]) => b - a).map(([number, point]) => ({
      id: String(number),
      time: moment(point.time),
      kind: point.kind,
      editsSince: Math.max(0, entry.row.made - point.made),
    }));
  }

  /** Returns the open plan to one of its restore points and delivers it. */
  async restore(number) {
    await this.quiet();
    if (this.#current?.access !== PlanAccess.WRITABLE) return;
    const { entry } = this.#current;
    if (!entry.restore(number)) return;
    this.#commit(entry);
    this.#events.plan(entry.whole());
  }

  #change(how) {
    if (this.#current === null) {
      queueMicrotask(() => this.#events.state(StorageState.FAILED, ''));
    } else if (this.#current.access === PlanAccess.WRITABLE) {
      how(this.#current.entry);
      this.#commit(this.#current.entry);
    }
  }

  /** Makes an entry the current one. */
  #enter(entry, access) {
    const before = this.#current;
    this.#current = { entry, access };
    this.#left.delete(entry);
    if (before !== null && before.entry !== entry) this.#leave(before);
  }

  /** The next tab may write when this one has finished writing. */
  async #leave({ entry, access }) {
    await this.quiet();
    const current = this.#current.entry;
    if (entry === current) return;
    if (entry.dirty && access === PlanAccess.WRITABLE && entry.id !== current.id) this.#left.add(entry);
    else if (entry.lock !== current.lock) entry.lock.release();
  }

  // ---- Opening

  /**
   * Reads a whole plan, delivers it and makes it current; an empty id means the current one.
   * Throws when there is nothing to deliver.
   */
  open(id) {
    const opened = this.#turn.then(() => this.#open(id || this.currentId));
    this.#turn = opened.catch(() => {});
    return opened;
  }

  /** Delivers the plan that was open last, if any. */
  async openLast() {
    const last = (await this.#rows()).filter((row) => !row.damaged && !row.deleted)
      .reduce((a, b) => (a !== null && a.opened >= b.opened ? a : b), null);
    if (last !== null) await this.open(last.id);
    return last !== null;
  }

  async #open(id, granted = null) {
    const database = await this.#database.open();
    if (database === null) throw new Error('no storage');
    await this.quiet();
    const entry = await this.#entryOf(database, id, granted);
    this.#verdict = null;
    this.#events.plan(entry.whole());
    if (this.#verdict === null) this.#opened(entry, granted !== null);
    else this.#damaged(entry, this.#verdict);
  }

  /** The database's version, unless this tab has a newer one. */
  async #entryOf(database, id, granted) {
    const left = [...this.#left].find((entry) => entry.id === id);
    if (left !== undefined) return left;
    const current = this.#current?.entry;
    const kept = id === this.currentId && current.lock.state !== NONE ? current.lock : null;
    const lock = granted ?? kept ?? await PlanLock.request(id);
    try {
      const entry = new JournalEntry(await readEntry(database, id));
      entry.lock = lock;
      return entry;
    } catch (error) {
      if (lock !== current?.lock) lock.release();
      throw error;
    }
  }

  #opened(entry, taken) {
    const access = entry.lock.state === WAITING ? PlanAccess.OTHER_TAB : PlanAccess.WRITABLE;
    this.#enter(entry, access);
    this.#events.access(taken ? PlanAccess.TAKEN : access);
    if (access === PlanAccess.OTHER_TAB) {
      this.#events.state(StorageState.SAVED, '');
      this.#waitFor(entry);
      return;
    }
    // Remembers which plan was open last; failing to do so loses no work.
    entry.opened();
    entry.addPoint(RestoreKind.OPEN);
    this.#commit(entry);
  }

  /** Waits until the other tab closes; then its data is read and can be edited here. */
  async #waitFor(entry) {
    await entry.lock.decided;
    if (this.#current?.entry !== entry) return;
    const taken = this.#turn.then(() => this.#open(entry.id, entry.lock));
    this.#turn = taken.catch((error) => console.warn(`Not taken over: ${error.message}`));
  }

  /** Called for the plan being delivered: none of it can be shown. */
  refuse() {
    this.#verdict = {};
  }

  /** Called for the plan being delivered: its first records can be applied. */
  repair(records, title) {
    this.#verdict = { records, title };
  }

  #damaged(entry, { records, title }) {
    if (entry.lock !== this.#current?.entry.lock) entry.lock.release();
    this.#mark(entry.id, (row) => { row.damaged = true; });
    if (title === undefined) return;
    const good = entry.records.slice(0, records);
    const position = Math.min(entry.row.position, records);
    const repaired = JournalEntry.create(title, entry.base, good, position);
    repaired.addPoint(RestoreKind.OPEN);
    repaired.lock = new PlanLock(repaired.id);
    this.#enter(repaired, PlanAccess.WRITABLE);
    this.#events.access(PlanAccess.WRITABLE);
    this.#commit(repaired);
  }

  // ---- Writing

  /** Writes all data of a plan that is not in the database yet. */
  #commit(entry, again = true) {
    const guarded = !entry.isNew && entry.lock.state !== HELD;
    let batch = entry.take();
    this.#writer.transact({
      write: (transaction, go) => {
        const put = () => {
          JournalEntry.write(transaction, batch);
          go();
        };
        if (!guarded) put();
        else this.#compare(transaction, entry, put, () => {
          entry.storeWhole();
          batch = entry.take();
          put();
        });
      },
      done: () => {
        entry.stored(batch);
        if (!entry.dirty && this.#left.delete(entry)) entry.lock.release();
      },
      failed: async (error) => {
        if (stateOf(error) !== StorageState.FULL || !again || !(await this.#makeRoom())) return false;
        this.#commit(entry, false);
        return true;
      },
    });
  }

  /** Without locks: writes only if nobody else has written since; writes everything if deleted. */
  #compare(transaction, entry, put, putAnew) {
    const reading = transaction.objectStore('plans').get(entry.id);
    reading.onsuccess = () => {
      const row = reading.result;
      if (row === undefined) {
        putAnew();
      } else if (entry.knows(soundRow(row))) {
        put();
      } else {
        if (this.#current?.entry === entry) {
          this.#current.access = PlanAccess.CONFLICT;
          this.#events.access(PlanAccess.CONFLICT);
        }
        transaction.abort();
      }
    };
  }

  #finished(state) {
    if (state !== StorageState.SAVED) this.#events.state(state, '');
    // A series of edits is saved when its last one is.
    if (state !== StorageState.SAVED || this.busy) return;
    if (!this.#entries.some((entry) => entry.dirty)) {
      this.#events.state(StorageState.SAVED, clock(new Date()));
    }
    for (const entry of this.#left) this.#commit(entry);
  }

  /** Changes a row without touching the plan. */
  #mark(id, how) {
    if (id === this.currentId) how(this.#current.entry.row);
    return this.#writer.changeRow(id, how);
  }

  // ---- Plans that are kept

  /** @returns {Promise<object[]>} newest first */
  async list() {
    const [rows] = withoutRepeats(await this.#rows());
    const held = await PlanLock.heldPlans();
    const openIn = (id) => {
      if (id === this.currentId) return OpenIn.THIS_TAB;
      return held.has(id) ? OpenIn.OTHER_TAB : OpenIn.NOWHERE;
    };
    return rows.map((row) => ({
      id: row.id,
      title: row.title,
      changed: moment(row.changed),
      edits: row.edits,
      openIn: openIn(row.id),
      isDamaged: row.damaged === true,
      isDeleted: row.deleted !== undefined,
    }));
  }

  /** The first deletion can be undone; deleting a deleted plan removes it for good. */
  async remove(id) {
    if (id === this.currentId || (await PlanLock.heldPlans()).has(id)) return;
    const row = (await this.#rows()).find((candidate) => candidate.id === id);
    if (row === undefined) return;
    const failure = row.deleted === undefined
      ? await this.#mark(id, (marked) => { marked.deleted = Date.now(); }) : null;
    // If there is not even space to record the deletion, freeing space has priority.
    if (row.deleted !== undefined || stateOf(failure) === StorageState.FULL) {
      await this.#writer.deleteAll([id]);
    }
    if (this.hasUnsavedWork) await this.retry();
  }

  async undelete(id) {
    await this.#mark(id, (row) => { delete row.deleted; });
  }

  /** All stored data of a plan, as a text for manual repair. */
  async everything(id) {
    const database = await this.#database.open();
    if (database === null) throw new Error('no storage');
    return readEverything(database, id);
  }

  /** Removes plans deleted long ago, and repeatedly opened samples without edits. */
  async tidy() {
    const now = Date.now();
    const held = await PlanLock.heldPlans();
    const rows = (await this.#rows()).filter(({ id }) => id !== this.currentId && !held.has(id));
    const [, repeats] = withoutRepeats(rows.filter((row) => row.deleted === undefined));
    const old = [
      ...rows.filter((row) => row.deleted !== undefined && now - row.deleted > KEEP_DELETED),
      ...repeats.filter((row) => now - row.opened > KEEP_UNTOUCHED),
    ];
    if (old.length > 0) await this.#writer.deleteAll(old.map(({ id }) => id));
  }

  /** Returns whether anything could be removed. */
  async #makeRoom() {
    const deleted = (await this.#rows(false)).filter((row) => row.deleted !== undefined);
    if (deleted.length > 0) await this.#writer.deleteAll(deleted.map(({ id }) => id));
    return deleted.length > 0;
  }

  async #rows(afterWriting = true) {
    const database = await this.#database.open();
    if (database === null) return [];
    if (afterWriting) await this.quiet();
    const rows = await answerOf(database.transaction('plans').objectStore('plans').getAll());
    return rows.map(soundRow);
  }
}
