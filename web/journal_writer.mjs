// Writes to the journal: runs transactions one after the other, each flushed to disk where the
// browser supports it, and reports their outcome.

import { rowsOf, STORES } from './journal_database.mjs';
import { soundRow } from './journal_reading.mjs';
import { StorageState } from './shared_numbers.mjs';

/** The state after a failed transaction. */
export const stateOf = (error) =>
  (error?.name === 'QuotaExceededError' ? StorageState.FULL : StorageState.FAILED);

function deleteEntry(transaction, id) {
  transaction.objectStore('plans').delete(id);
  transaction.objectStore('bases').delete(id);
  transaction.objectStore('records').delete(rowsOf(id));
  transaction.objectStore('points').delete(rowsOf(id));
}

export class JournalWriter {
  #database;
  #finished;
  #pending = 0;
  #waiting = [];

  /**
   * @param {import('./journal_database.mjs').JournalDatabase} database
   * @param {(state: number) => void} finished a transaction is over, with a StorageState
   */
  constructor(database, finished) {
    this.#database = database;
    this.#finished = finished;
  }

  get busy() {
    return this.#pending > 0;
  }

  /** Resolves when all data is committed, or has failed to be. */
  async quiet() {
    if (this.busy) await new Promise((resolve) => this.#waiting.push(resolve));
  }

  /**
   * Runs one transaction; they run in the order of the calls.
   * @param {{write: Function, done?: () => void, failed?: (error: any) => Promise<boolean>}} what
   *   `failed` returns whether it has handled the error
   */
  async transact({ write, done = () => {}, failed = async () => false }) {
    this.#pending += 1;
    // Whether or not `failed` succeeds, this transaction is over.
    const isDealtWith = (error) => failed(error).catch(() => false);
    const database = await this.#database.open();
    if (database === null) {
      await isDealtWith(new Error('no storage'));
      this.#finish(StorageState.UNAVAILABLE);
      return;
    }
    const fail = async (error) => {
      console.warn(`Not stored: ${error?.message ?? 'aborted'}`);
      this.#finish((await isDealtWith(error)) ? StorageState.SAVED : stateOf(error));
    };
    let transaction;
    try {
      transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
    } catch (error) {
      fail(error);
      return;
    }
    let thrown = null;
    transaction.oncomplete = () => {
      done();
      this.#finish(StorageState.SAVED);
    };
    transaction.onabort = () => fail(thrown ?? transaction.error);
    try {
      write(transaction, () => transaction.commit?.());
    } catch (error) {
      // Earlier requests must not be committed on their own.
      thrown = error;
      transaction.abort();
    }
  }

  /**
   * Changes a row without touching the plan.
   * @param {(row: object) => void} how
   * @returns {Promise<any>} what went wrong, if anything
   */
  changeRow(id, how) {
    return this.#resolving((transaction, go) => {
      const store = transaction.objectStore('plans');
      const reading = store.get(id);
      reading.onsuccess = () => {
        const row = soundRow({ ...reading.result, id });
        how(row);
        store.put(row);
        go();
      };
    });
  }

  /** @returns {Promise<any>} what went wrong, if anything */
  deleteAll(ids) {
    return this.#resolving((transaction, go) => {
      for (const id of ids) deleteEntry(transaction, id);
      go();
    });
  }

  #resolving(write) {
    return new Promise((resolve) => {
      this.transact({
        write,
        done: resolve,
        failed: async (error) => {
          resolve(error);
          return false;
        },
      });
    });
  }

  #finish(state) {
    this.#pending -= 1;
    this.#finished(state);
    if (!this.busy) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
