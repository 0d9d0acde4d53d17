// Only one tab may write to a plan: it holds a browser lock that is released with the tab, however
// it ends. Where there are no such locks (file://, old browsers) nobody holds one, and the storage
// checks for conflicts before it writes.

const PREFIX = 'cadre-rotation-planner.plan.';
/** The time in which a closing page (such as this one before a reload) releases its lock. */
const PATIENCE = 300;

export const HELD = 'held';
export const WAITING = 'waiting';
export const NONE = 'none';

export class PlanLock {
  /** HELD, WAITING or NONE. */
  state = WAITING;
  #release;
  #leaving = new AbortController();
  /** Resolves to the state once it is no longer WAITING; never if the lock was given up. */
  decided;

  /** @param {string} id of the plan */
  constructor(id) {
    const given = new Promise((resolve) => { this.#release = resolve; });
    this.decided = new Promise((resolve) => {
      const decide = (state) => {
        this.state = state;
        resolve(state);
      };
      const wait = async () => {
        await navigator.locks.request(PREFIX + id, { signal: this.#leaving.signal }, () => {
          decide(HELD);
          return given;
        });
      };
      wait().catch((error) => { if (error?.name !== 'AbortError') decide(NONE); });
    });
  }

  /** The lock, once it is known whether another tab has it. */
  static async request(id) {
    const lock = new PlanLock(id);
    let timer = 0;
    const patience = new Promise((resolve) => { timer = setTimeout(resolve, PATIENCE); });
    await Promise.race([lock.decided, patience]);
    clearTimeout(timer);
    return lock;
  }

  /** Releases the lock, or stops waiting for it. */
  release() {
    this.#leaving.abort();
    this.#release();
  }

  /** @returns {Promise<Set<string>>} ids of the plans that some tab holds */
  static async heldPlans() {
    try {
      const { held } = await navigator.locks.query();
      return new Set(held.filter(({ name }) => name.startsWith(PREFIX))
        .map(({ name }) => name.slice(PREFIX.length)));
    } catch {
      return new Set();
    }
  }
}
