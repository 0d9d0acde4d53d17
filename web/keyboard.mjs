// Which keys belong to the planner: the shortcuts of its commands, which the program lists itself
// (src/ui/commands.h), and those for editing text and moving through the interface. All others are
// left to the browser: reload, tabs, zoom, find, history, full screen, developer tools.
//
// Keys reach the program here and not through SDL, because only the page knows about compositions
// and about text that the browser itself enters into the text agent.

import { MODIFIER_BITS } from './shared_numbers.mjs';

const { CTRL, SHIFT, ALT } = MODIFIER_BITS;

/** Keys that edit text and move the focus with Ctrl or Cmd; only some of them with Shift. */
const EDITS_WITH_CTRL = new Set([
  'KeyA', 'KeyC', 'KeyV', 'KeyX', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown',
  'Backspace', 'Delete', 'Space', 'Insert',
]);
const EDITS_WITH_CTRL_SHIFT = new Set([
  'Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Backspace', 'Delete',
]);
const MODIFIERS = new Set(['ControlLeft', 'ControlRight', 'ShiftLeft', 'ShiftRight', 'AltLeft',
  'AltRight', 'MetaLeft', 'MetaRight']);
/** Clipboard keys cause events of their own, which need the key's default action. */
const CLIPBOARD = new Set(['KeyC', 'KeyX', 'KeyV', 'Insert']);

/** Keys that repeat while held in an active text field, at the browser's rate. */
const REPEATS = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Tab',
  'KeyZ', 'KeyY']);

/** Letters by their label (layouts differ), other keys by position; both Enter keys are one. */
function codeOf(event) {
  if (event.code === 'NumpadEnter') return 'Enter';
  if (/^[a-z]$/i.test(event.key)) return `Key${event.key.toUpperCase()}`;
  return event.code || event.key;
}

/** Cmd counts as Ctrl. */
function modifiersOf(event) {
  return (event.ctrlKey || event.metaKey ? CTRL : 0) | (event.shiftKey ? SHIFT : 0) |
    (event.altKey ? ALT : 0);
}

/** Whether the browser itself applies the key to the text agent. */
function entersText(event, code) {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) return true;
  return code === 'Backspace' || code === 'Delete' || event.key === 'Dead' ||
    (CLIPBOARD.has(code) && (event.ctrlKey || event.metaKey || event.shiftKey));
}

/** In the format of the planner's shortcuts: "Ctrl+Shift+KeyZ". */
function chordOf(event, code) {
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  return `${ctrl}${event.shiftKey ? 'Shift+' : ''}${event.altKey ? 'Alt+' : ''}${code}`;
}

function isPlanners(event, code, shortcuts) {
  if (MODIFIERS.has(code) || shortcuts.has(chordOf(event, code))) return true;
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    return (event.shiftKey ? EDITS_WITH_CTRL_SHIFT : EDITS_WITH_CTRL).has(code);
  }
  return !/^F\d+$/.test(code);
}

export class Keyboard {
  #down = new Set();
  #modifiers = 0;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import('./text_agent.mjs').TextAgent} agent
   * @param {import('./clipboard.mjs').Clipboard} clipboard
   * @param {object} program
   * @param {(code: string, down: boolean, modifiers: number, atOnce: boolean) => void} program.key
   * @param {(modifiers: number) => void} program.modifiers
   * @param {() => void} program.catchUp processes all clicks so far
   * @param {string} shortcuts of the planner's commands, one per line
   */
  constructor(canvas, agent, clipboard, program, shortcuts) {
    const commands = new Set(shortcuts.split('\n').filter((line) => line !== ''));
    const ours = () => document.activeElement === canvas || agent.focused ||
      document.activeElement?.closest('#mirror .widget, #mirror [role="dialog"]') ||
      document.activeElement === document.body || document.activeElement === null;

    window.addEventListener('keydown', (event) => {
      if (!ours()) return;
      if (event.isComposing || agent.composing || event.keyCode === 229) return;
      const code = codeOf(event);
      this.#modifiers = modifiersOf(event);
      // AltGr types characters; Windows reports it as Ctrl and Alt.
      const types = event.getModifierState('AltGraph') && event.key.length === 1;
      if (!types && !isPlanners(event, code, commands)) return;
      program.catchUp();
      if (agent.active) {
        agent.regain();
        if (types || entersText(event, code)) return;
        this.#press(event, code, program);
        return;
      }
      if (types) return;
      this.#down.add(code);
      const copies = (code === 'KeyC' || code === 'KeyX') && (this.#modifiers & CTRL) !== 0;
      if (copies) {
        clipboard.duringCopyKey(() => program.key(code, true, this.#modifiers, true));
        return;
      }
      const pastes = code === 'KeyV' && (this.#modifiers & CTRL) !== 0;
      if (pastes) return;
      if (!MODIFIERS.has(code)) event.preventDefault();
      // The command may open a text field that the next key is meant for.
      const commanded = commands.has(chordOf(event, code));
      program.key(code, true, this.#modifiers, commanded);
    }, true);

    window.addEventListener('keyup', (event) => {
      const code = codeOf(event);
      this.#modifiers = modifiersOf(event);
      this.#release(code, program);
      // macOS sends no key-up for a key pressed together with Cmd.
      if (code.startsWith('Meta')) for (const held of [...this.#down]) this.#release(held, program);
    }, true);

    // Modifiers may change while another window has the keyboard focus.
    const follow = (event) => {
      const modifiers = modifiersOf(event);
      if (modifiers === this.#modifiers) return;
      this.#modifiers = modifiers;
      program.modifiers(modifiers);
    };
    window.addEventListener('mousedown', follow, true);
    window.addEventListener('wheel', follow, { capture: true, passive: true });
    window.addEventListener('blur', () => {
      for (const held of [...this.#down]) this.#release(held, program);
      this.#modifiers = 0;
      program.modifiers(0);
    });
  }

  get modifiers() {
    return this.#modifiers;
  }

  /**
   * In a text field a key takes effect and is released at once: a held key would repeat by
   * time in the program, and on a slow page a short press would count twice.
   */
  #press(event, code, program) {
    if (MODIFIERS.has(code)) {
      this.#down.add(code);
      program.key(code, true, this.#modifiers, true);
      return;
    }
    event.preventDefault();
    if (event.repeat && !REPEATS.has(code)) return;
    program.key(code, true, this.#modifiers, true);
    program.key(code, false, this.#modifiers, true);
  }

  #release(code, program) {
    if (this.#down.delete(code)) program.key(code, false, this.#modifiers, false);
  }
}
