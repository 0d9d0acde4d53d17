// Text entry: while a text field of the planner is active, an invisible <textarea> is placed at its
// caret with the same text and selection and has the keyboard focus. All text features of the
// browser therefore work (input methods, dead keys, mobile keyboards, correction, the clipboard).
// The result is passed to the program, which applies the difference.
//
// The program's side is src/app/page_text.h.

import { FieldKind } from './shared_numbers.mjs';

/** @typedef {{value: string, start: number, end: number}} Entry positions in characters */

const characters = (text) => [...text].length;

/** The type of on-screen keyboard and its Enter key, by kind of field. */
const KINDS = {
  [FieldKind.TEXT]: { mode: 'text', enter: 'done' },
  [FieldKind.SEARCH]: { mode: 'search', enter: 'search' },
  [FieldKind.NUMBER]: { mode: 'decimal', enter: 'done' },
};

/** Spreadsheet cells as text for a single field. */
function flattened(cells, kind) {
  const text = kind === FieldKind.NUMBER ? cells.split(/[\t\r\n]/, 1)[0] : cells;
  return text.trim().replace(/[\t\r\n]+/g, ' ');
}

export class TextAgent {
  #element;
  #canvas;
  #changed;
  #field = 0;
  #kind = FieldKind.TEXT;
  #composing = false;
  /** The content of the element that the program knows. */
  #known = { value: '', start: 0, end: 0 };

  /**
   * @param {HTMLTextAreaElement} element
   * @param {HTMLCanvasElement} canvas has the keyboard focus when no text field is active
   * @param {(entry: Entry) => void} changed
   * @param {() => void} entered Enter, if a mobile keyboard sends no such key
   * @param {(cells: string) => boolean} cellsPasted whether the planner used a block of cells
   */
  constructor(element, canvas, changed, entered, cellsPasted) {
    this.#element = element;
    this.#canvas = canvas;
    this.#changed = changed;
    element.addEventListener('compositionstart', () => { this.#composing = true; });
    element.addEventListener('compositionend', () => {
      this.#composing = false;
      this.#send();
    });
    element.addEventListener('beforeinput', (event) => {
      const breaksLine = event.inputType === 'insertLineBreak' ||
        event.inputType === 'insertParagraph';
      if (breaksLine) {
        event.preventDefault();
        entered();
      }
    });
    element.addEventListener('input', () => this.#send());
    element.addEventListener('paste', (event) => {
      const cells = event.clipboardData?.getData('text/plain') ?? '';
      if (!this.active || !/[\t\r\n]/.test(cells)) return;
      event.preventDefault();
      if (cellsPasted(cells)) return;
      // Inserted as typed text, so that the browser's own undo includes it.
      document.execCommand('insertText', false, flattened(cells, this.#kind));
    });
    // The caret was moved other than by a key: a mobile keyboard, or "select all" in a menu.
    document.addEventListener('selectionchange', () => {
      if (!this.focused || this.#composing || element.value !== this.#known.value) return;
      const { selectionStart: start, selectionEnd: end } = element;
      if (start !== this.#known.start || end !== this.#known.end) this.#send();
    });
  }

  /** Whether a text field of the planner is active. */
  get active() {
    return this.#field !== 0;
  }

  get focused() {
    return document.activeElement === this.#element;
  }

  get composing() {
    return this.#composing;
  }

  /** Called by the program when the active field, its text or its caret changed; id 0 is none. */
  show(id, value, start, end, x, y, lineHeight, secret, kind) {
    const element = this.#element;
    if (id !== this.#field) {
      // The text being composed belongs to the previous field and has already been applied there.
      if (this.focused) element.blur();
      this.#composing = false;
      this.#field = id;
    }
    if (id === 0) {
      element.value = '';
      this.#known = { value: '', start: 0, end: 0 };
      this.#canvas.focus({ preventScroll: true });
      return;
    }
    element.style.left = `${Math.round(this.#canvas.offsetLeft + x)}px`;
    element.style.top = `${Math.round(this.#canvas.offsetTop + y)}px`;
    element.style.height = `${Math.round(lineHeight)}px`;
    this.#kind = kind;
    element.inputMode = KINDS[kind].mode;
    element.enterKeyHint = KINDS[kind].enter;
    // Keeps passwords out of the word memory of keyboards.
    element.autocomplete = secret ? 'new-password' : 'off';
    if (!this.focused) element.focus({ preventScroll: true });
    this.#known = { value, start, end };
    // Changing the text would break a composition; both sides are synchronised when it ends.
    if (this.#composing) return;
    if (element.value !== value) element.value = value;
    if (element.selectionStart !== start || element.selectionEnd !== end) {
      element.setSelectionRange(start, end);
    }
  }

  /** The browser removed the focus from the field while it is still active. */
  regain() {
    if (this.active && !this.focused) this.#element.focus({ preventScroll: true });
  }

  #send() {
    if (!this.active) return;
    const { value, selectionStart, selectionEnd } = this.#element;
    // Composed characters only: the planner has no glyphs for combining marks.
    const composed = (text) => text.normalize('NFC');
    this.#changed({
      value: composed(value),
      start: characters(composed(value.slice(0, selectionStart))),
      end: characters(composed(value.slice(0, selectionEnd))),
    });
  }
}
