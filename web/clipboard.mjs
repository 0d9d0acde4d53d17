// The system clipboard, outside text fields (those are handled by the browser itself, see
// text_agent.mjs).
//
// A table is copied as tab-separated text for spreadsheets, and also as HTML for word processors.
// Ctrl+C is handled in the browser's own copy event, which needs no permission and works
// everywhere; a copy button writes through navigator.clipboard, or by triggering a copy event.
// Pasting only uses the browser's paste event: the clipboard is never read without the user asking.

/** Rows of tab-separated text; quoted cells may contain tabs, line breaks and doubled quotes. */
function rowsOf(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|$)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, plain, end] = match;
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (cell.lastIndex >= text.length) break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}

function htmlOf(text) {
  const table = document.createElement('table');
  for (const cells of rowsOf(text)) {
    const row = table.insertRow();
    for (const cell of cells) row.insertCell().textContent = cell;
  }
  return table.outerHTML;
}

const itemOf = (text) => new ClipboardItem({
  'text/plain': new Blob([text], { type: 'text/plain' }),
  'text/html': new Blob([htmlOf(text)], { type: 'text/html' }),
});

const isTable = (text) => text.includes('\t');

export class Clipboard {
  /** Text for the pending copy event. */
  #offered = null;
  #expectingCopy = false;

  /**
   * @param {(text: string) => void} pasted
   * @param {() => boolean} elsewhere whether a text field has the keyboard focus
   */
  constructor(pasted, elsewhere) {
    const onCopy = (event) => {
      if (this.#offered === null) return;
      event.clipboardData.setData('text/plain', this.#offered);
      if (isTable(this.#offered)) event.clipboardData.setData('text/html', htmlOf(this.#offered));
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
   * Runs the action of a copy shortcut; the copy event follows right after the key event.
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
      if (isTable(text)) await navigator.clipboard.write([itemOf(text)]);
      else await navigator.clipboard.writeText(text);
    } catch {
      // Not a secure origin, or no permission.
      document.execCommand('copy');
    }
    this.#offered = null;
  }
}
