// Browser features that protect work: persistent storage, and a warning before closing a tab with
// work that is stored nowhere else.

/** Requested once, when there is work to keep. */
export async function askForPersistence() {
  try {
    await navigator.storage.persist();
  } catch {
    // Not available: the browser may clear the storage when the disk is full.
  }
}

export class LeaveGuard {
  #watching = false;
  #onLeave = (event) => {
    event.preventDefault();
    // Required by older browsers.
    event.returnValue = '';
  };

  /** @param {boolean} needed whether closing the page would lose work */
  update(needed) {
    if (needed === this.#watching) return;
    this.#watching = needed;
    // An unnecessary listener would keep the page out of the back/forward cache.
    if (needed) window.addEventListener('beforeunload', this.#onLeave);
    else window.removeEventListener('beforeunload', this.#onLeave);
  }
}
