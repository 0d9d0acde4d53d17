// What the page asks of the browser so that work is kept: storage that is not cleared by itself, and
// a question before a tab is closed that holds what is kept nowhere else.

/** Asked for once, when there is work to keep. */
export async function askForPersistence() {
  try {
    await navigator.storage.persist();
  } catch {
    // Not offered here: the browser may clear the storage when the disk is full.
  }
}

export class LeaveGuard {
  #watching = false;
  #onLeave = (event) => {
    event.preventDefault();
    // What older browsers want instead.
    event.returnValue = '';
  };

  /** @param {boolean} needed whether something would be gone with the page */
  update(needed) {
    if (needed === this.#watching) return;
    this.#watching = needed;
    // A listener that is there without need would keep the page out of the browser's quick way back.
    if (needed) window.addEventListener('beforeunload', this.#onLeave);
    else window.removeEventListener('beforeunload', this.#onLeave);
  }
}
