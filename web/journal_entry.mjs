// One plan of the journal as this tab knows it: its row, base, commands, restore points, and which
// of these are not committed yet.
//
// Everything is kept here in full, so that what one transaction could not write goes with the next,
// and an emptied database can be filled again. The data passed to a transaction is a batch; its
// content counts as stored only when it is committed.

import { rowsOf } from './journal_database.mjs';
import { cutAt, isDue, pointAt, recordsOf, tooMany } from './restore_points.mjs';
import { RestoreKind } from './shared_numbers.mjs';

const newId = (now) =>
  `${now.toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

/**
 * @typedef {{id: string, title: string, changed: number, opened: number, position: number,
 *   edits: number, made: number}} PlanRow `made` counts edits and never goes back
 */

/** Different states of one plan have different stamps. @param {PlanRow} row */
const stampOf = ({ changed, made, position }) => `${changed}.${made}.${position}`;

/** How many of its own states an entry can recognise. */
const STAMPS = 64;

export class JournalEntry {
  /** @type {PlanRow} */
  row;
  base;
  /** @type {string[]} */
  records;
  /** @type {Map<number, import('./restore_points.mjs').Point>} */
  points;
  /** The lock held while writing. @type {import('./plan_lock.mjs').PlanLock | null} */
  lock = null;
  /** The number of edits included in the last saved file. */
  inFile = 0;
  /** Incremented with every batch. */
  #batches = 0;
  /** States that were read, or handed to a transaction, by this tab. */
  #stamps = [];
  #unsaved = { base: false, row: false, records: new Map(), points: new Map() };

  constructor({ row, base, records, points }) {
    this.row = row;
    this.base = base;
    this.records = records;
    this.points = points;
    this.#stamps.push(stampOf(row));
  }

  /** An entry that is not in the database yet. */
  static create(title, base, records = [], position = 0) {
    const now = Date.now();
    const row = {
      id: newId(now), title, changed: now, opened: now, position, edits: records.length,
      made: records.length,
    };
    const entry = new JournalEntry({ row, base, records, points: new Map() });
    entry.storeWhole();
    return entry;
  }

  get id() {
    return this.row.id;
  }

  /** Whether there are uncommitted changes. */
  get dirty() {
    const { base, row, records, points } = this.#unsaved;
    return base || row || records.size > 0 || points.size > 0;
  }

  /** Whether no batch has been made from it yet. */
  get isNew() {
    return this.#batches === 0 && this.#unsaved.base;
  }

  /** Whether a row of the database is one that this tab knows. @param {PlanRow} row */
  knows(row) {
    return this.#stamps.includes(stampOf(row));
  }

  /** The data passed to the interface. */
  whole() {
    const { id, position } = this.row;
    return { id, base: this.base, records: this.records, position };
  }

  // ---- Changes

  /** Record `index`; later ones are dropped. Replacing the last one amends that edit. */
  append(index, record) {
    const amends = index < this.row.position;
    const now = Date.now();
    if (!amends && isDue(this.#newest(), this.row.made, now)) this.addPoint(RestoreKind.AUTO);
    // Undone edits that could not be reached in any other way.
    if (this.records.length > index + (amends ? 1 : 0)) this.#add(RestoreKind.CUT, this.records.length);
    this.#cut(index);
    this.#put(index, record);
    this.row.made += amends ? 0 : 1;
    this.#moved(index + 1);
  }

  setPosition(position) {
    this.#moved(position);
  }

  rename(title) {
    this.row.title = title;
    this.#unsaved.row = true;
  }

  opened() {
    this.row.opened = Date.now();
    this.#unsaved.row = true;
  }

  /** Adds a restore point for the present state, unless there is one already. */
  addPoint(kind) {
    const last = this.#newest();
    const same = last?.made === this.row.made && last.position === this.row.position;
    if (!same || kind !== last.kind) this.#add(kind, this.row.position);
  }

  /** Goes back to a point; the state left becomes one, too. @returns {boolean} if it exists */
  restore(number) {
    const point = this.points.get(number);
    if (point === undefined) return false;
    this.#add(RestoreKind.RESTORE, this.row.position);
    if (point.from === null) {
      this.row.made += 1;
      this.#moved(point.position);
      return true;
    }
    if (this.records.length > Math.max(point.from, this.row.position)) {
      this.#add(RestoreKind.CUT, this.records.length);
    }
    const records = recordsOf(point, this.records);
    this.#cut(point.from);
    for (let index = point.from; index < records.length; ++index) this.#put(index, records[index]);
    if (this.points.has(number)) this.#setPoint(number, { ...point, from: null, tail: null });
    this.row.made += 1;
    this.#moved(point.position);
    return true;
  }

  #moved(position) {
    this.row.position = position;
    this.row.edits = this.records.length;
    this.row.changed = Date.now();
    this.#unsaved.row = true;
  }

  #put(index, record) {
    this.records[index] = record;
    this.#unsaved.records.set(index, record);
  }

  /** Drops the records from `index` on; points that need them keep copies. */
  #cut(index) {
    for (const [number, point] of this.points) {
      const after = cutAt(point, index, this.records);
      if (after !== point) this.#setPoint(number, after);
    }
    this.records.length = Math.min(index, this.records.length);
    for (const number of this.#unsaved.records.keys()) {
      if (number >= index) this.#unsaved.records.delete(number);
    }
    this.#thin();
  }

  #newest() {
    return this.points.get(Math.max(...this.points.keys()));
  }

  #add(kind, position) {
    const number = Math.max(-1, ...this.points.keys()) + 1;
    this.#setPoint(number, pointAt(kind, position, this.row.made, Date.now()));
    this.#thin();
  }

  #setPoint(number, point) {
    this.points.set(number, point);
    this.#unsaved.points.set(number, point);
  }

  #thin() {
    for (const number of tooMany(this.points, Date.now())) {
      this.points.delete(number);
      this.#unsaved.points.set(number, null);
    }
  }

  // ---- Storing

  /** Records that nothing of the entry is in the database any more. */
  storeWhole() {
    this.#unsaved.base = true;
    this.#unsaved.row = true;
    this.records.forEach((record, index) => this.#unsaved.records.set(index, record));
    for (const [number, point] of this.points) this.#unsaved.points.set(number, point);
  }

  /** A batch of everything that is not committed yet. */
  take() {
    this.#batches += 1;
    this.#stamps = [...this.#stamps, stampOf(this.row)].slice(-STAMPS);
    return {
      number: this.#batches,
      row: { ...this.row },
      base: this.#unsaved.base ? this.base : null,
      records: [...this.#unsaved.records],
      points: [...this.#unsaved.points],
    };
  }

  /** Adds a batch to a transaction over all stores. */
  static write(transaction, { row, base, records, points }) {
    if (base !== null) transaction.objectStore('bases').put(base, row.id);
    const recordStore = transaction.objectStore('records');
    recordStore.delete(rowsOf(row.id, row.edits));
    for (const [number, record] of records) recordStore.put(record, [row.id, number]);
    const pointStore = transaction.objectStore('points');
    for (const [number, point] of points) {
      if (point === null) pointStore.delete([row.id, number]);
      else pointStore.put(point, [row.id, number]);
    }
    transaction.objectStore('plans').put(row);
  }

  /** Records that the batch is committed. */
  stored({ number: batch, base, records, points }) {
    if (base !== null) this.#unsaved.base = false;
    if (batch === this.#batches) this.#unsaved.row = false;
    for (const [kept, done] of [['records', records], ['points', points]]) {
      for (const [number, value] of done) {
        if (this.#unsaved[kept].get(number) === value) this.#unsaved[kept].delete(number);
      }
    }
  }
}
