// The system's clipboard, outside of text fields (those are the browser's own business, see
// text_agent.mjs).
//
// Copying by Ctrl+C answers the browser's own copy event, which needs no permission and works
// everywhere; copying by a button writes through navigator.clipboard, or through a copy event that
// is provoked. Pasting is only ever the browser's paste event: nothing is read unasked.

export class Clipboard {
  /** Text for the copy event that is on its way. */
  #offered = null;
  #expectingCopy = false;

  /**
   * @param {(text: string) => void} pasted
   * @param {() => boolean} elsewhere whether a text field has the keyboard
   */
  constructor(pasted, elsewhere) {
    const onCopy = (event) => {
      if (this.#offered === null) return;
      event.clipboardData.setData('text/plain', this.#offered);
      event.preventDefault();
      this.#offered = null;
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', (event) => {
      if (elsewhere()) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      event.preventDefault();
      if (text !== '') pasted(text);
    });
  }

  /**
   * Runs what a key that copies does; the copy event comes right after the key event.
   * @param {() => void} work
   */
  duringCopyKey(work) {
    this.#expectingCopy = true;
    this.#offered = null;
    work();
    this.#expectingCopy = false;
  }

  /** @param {string} text */
  async write(text) {
    this.#offered = text;
    if (this.#expectingCopy) return;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not a secure origin, or no permission.
      document.execCommand('copy');
    }
    this.#offered = null;
  }
}
