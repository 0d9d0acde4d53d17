// The accessible mirror: represents the contents of the canvas as elements for screen readers,
// braille displays and voice control. The elements are invisible, are positioned where the canvas
// shows their content, and pressing one has the same effect as a mouse click there. Its counterpart
// in the program is src/kit/mirror.h; docs/accessibility.md describes the result for users.
//
// The program is asked for changes when the browser is idle after a frame, at most a few times per
// second; without frames nothing runs here. Only one side has the keyboard focus at a time: the
// canvas is the only tab stop, and when Dear ImGui's focus moves by keyboard, the page's focus
// moves along to the corresponding element. An element that receives the page's focus passes it on
// to Dear ImGui.

import { MIRROR_BITS, MirrorAct, MirrorSlot } from './shared_numbers.mjs';

/** Milliseconds between two updates during motion. */
const PAUSE = 150;
/** The longest time that an update waits for the browser to be idle. */
const PATIENCE = 300;

const {
  GROUP, DISABLED, FOCUSED, EDITING, CAN_BE_SELECTED, SELECTED, CAN_EXPAND, EXPANDED, MODAL,
} = MIRROR_BITS;
/** How many slots hold an element's position. */
const PLACES = Object.keys(MirrorSlot).length - MirrorSlot.X;

const GROUPS = new Set(['banner', 'main', 'region', 'complementary', 'navigation', 'table', 'row',
  'list', 'listitem', 'tablist', 'radiogroup', 'dialog', 'group']);
const IN_ROW = new Set(['rowheader', 'columnheader', 'cell']);
const SCROLLS = { 'rows-before': MirrorAct.ROWS_BEFORE, 'rows-after': MirrorAct.ROWS_AFTER };
const RANGES = new Set(['slider', 'separator']);

/** Icons are characters of a special font, and arrows between names should not be read out. */
const spoken = (text) => text.replace(/[\uE000-\uF8FF]/g, '').replace(/\s+/g, ' ').trim();

/** @typedef {ReturnType<typeof nodeOf>} Node */
function nodeOf(slots) {
  const {
    KEY, PARENT, ROLE, NAME, VALUE, FLAGS, ID, LEVEL, ROW, ROWS, LEAST, MOST, NOW, X,
  } = MirrorSlot;
  return {
    key: slots[KEY],
    parent: slots[PARENT],
    role: slots[ROLE],
    name: spoken(slots[NAME]),
    value: spoken(slots[VALUE]),
    flags: slots[FLAGS],
    id: slots[ID],
    level: slots[LEVEL],
    row: slots[ROW],
    rows: slots[ROWS],
    range: [slots[LEAST], slots[MOST], slots[NOW]],
    place: slots.slice(X),
  };
}

/** The role of the element. @param {Node} node @param {string} parentRole of its group */
function roleOf({ role, flags, id, range }, parentRole) {
  if (flags & GROUP) return GROUPS.has(role) ? role : 'group';
  if (role === 'tab') {
    return { tablist: 'tab', radiogroup: 'radio' }[parentRole] ?? 'button';
  }
  if (role === 'heading' || role === 'subheading') return 'heading';
  if (['checkbox', 'textbox', 'img', 'alert'].includes(role)) return role;
  if (RANGES.has(role)) return range[0] < range[1] ? 'slider' : '';
  if (IN_ROW.has(role)) return parentRole === 'row' ? role : '';
  return id !== 0 ? 'button' : '';
}

/** Wrapper elements required so that lists have items and tables have rows of cells. */
function wrappersOf({ role, flags }, parentRole) {
  if (parentRole === 'list') return role === 'listitem' ? [] : ['listitem'];
  if (parentRole === 'table') return role === 'row' ? [] : ['row', 'cell'];
  if (parentRole === 'row' && ((flags & GROUP) || !IN_ROW.has(role))) {
    return [{ sort: 'columnheader', row: 'rowheader' }[role] ?? 'cell'];
  }
  return [];
}

function setAttribute(element, name, value) {
  if (value === null || value === false || value === '') element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export class Mirror {
  #root;
  #live = document.createElement('div');
  #title = document.createElement('h1');
  #touch = document.createElement('button');
  #canvas;
  #agent;
  #agentElement;
  #program;
  #request;
  /** @type {Map<number, {node: Node, element: HTMLElement, outer: HTMLElement, role: string}>} */
  #entries = new Map();
  #keys = new WeakMap();
  #order = [];
  #due = false;
  #last = -PAUSE;
  #placing = false;
  /** @type {HTMLElement | null} the element that was focused last */
  #placed = null;
  #modal = 0;
  /** For the benchmark: the number of updates with changes, and their total time. */
  updates = 0;
  milliseconds = 0;

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.root empty, over the canvas
   * @param {HTMLCanvasElement} parts.canvas
   * @param {HTMLTextAreaElement} parts.agentElement focused while a text field is active
   * @param {import('./text_agent.mjs').TextAgent} parts.agent
   * @param {import('./program.mjs').Program} parts.program
   * @param {() => void} parts.request requests a frame
   */
  constructor({ root, canvas, agentElement, agent, program, request }) {
    this.#root = root;
    this.#canvas = canvas;
    this.#agent = agent;
    this.#agentElement = agentElement;
    this.#program = program;
    this.#request = request;
    this.#live.setAttribute('role', 'status');
    this.#live.setAttribute('aria-live', 'polite');
    this.#touch.type = 'button';
    this.#touch.tabIndex = -1;
    this.#touch.setAttribute('aria-pressed', 'false');
    this.#touch.addEventListener('click', () => {
      const on = this.#root.classList.toggle('touch');
      this.#touch.setAttribute('aria-pressed', String(on));
    });
    root.append(this.#live);
    root.addEventListener('click', (event) => this.#pressed(event));
    root.addEventListener('input', (event) => this.#changed(event));
    root.addEventListener('focusin', (event) => {
      const entry = this.#entryOf(event.target);
      if (!this.#placing && entry && entry.node.id !== 0 && !(entry.node.role in SCROLLS)) {
        this.#act(MirrorAct.FOCUS, entry.node.id);
      }
    });
    // The field about to be edited must have its name before its focus is announced.
    agentElement.addEventListener('focus', () => queueMicrotask(() => this.sync()));
  }

  /** Whether the last frame has not been mirrored yet. */
  get due() {
    return this.#due;
  }

  /** A frame was computed; it is mirrored when there is time. */
  noteFrame() {
    if (this.#due) return;
    this.#due = true;
    const run = () => {
      this.#due = false;
      this.sync();
    };
    const whenIdle = () => {
      if (window.requestIdleCallback) window.requestIdleCallback(run, { timeout: PATIENCE });
      else setTimeout(run, 0);
    };
    const wait = this.#last + PAUSE - performance.now();
    if (wait > 0) setTimeout(whenIdle, wait);
    else whenIdle();
  }

  /** Updates the elements to the last frame, now. */
  sync() {
    this.#last = performance.now();
    const text = this.#program.ask('cadre_mirror');
    if (text !== '') {
      this.#apply(JSON.parse(text));
      this.updates += 1;
      this.milliseconds += performance.now() - this.#last;
    }
    this.#placeFocus();
  }

  #apply({ say, words, nodes = [], moved = [], order }) {
    if (words) {
      setText(this.#touch, words.touch);
      this.#canvas.setAttribute('aria-label', words.screen);
    }
    setText(this.#title, document.title);
    if (order) this.#remove(order);
    for (const given of nodes) this.#tell(nodeOf(given));
    for (let i = 0; i < moved.length; i += 1 + PLACES) {
      const entry = this.#entries.get(moved[i]);
      entry.node.place = moved.slice(i + 1, i + 1 + PLACES);
      this.#place(entry);
    }
    if (order) this.#arrange(order);
    if (say) this.#say(spoken(say));
  }

  #say(text) {
    // A new element is announced even if its text equals the previous one.
    const sentence = document.createElement('p');
    sentence.textContent = text;
    this.#live.replaceChildren(sentence);
  }

  #remove(order) {
    const kept = new Set(order);
    for (const [key, { outer }] of this.#entries) {
      if (kept.has(key)) continue;
      outer.remove();
      this.#entries.delete(key);
    }
    this.#order = order;
  }

  #tell(node) {
    const old = this.#entries.get(node.key);
    let entry = old;
    if (old === undefined || old.node.parent !== node.parent) {
      old?.outer.remove();
      entry = this.#make(node);
      this.#entries.set(node.key, entry);
    }
    const wasChosen = old !== undefined && (entry.node.flags & SELECTED) !== 0;
    entry.node = node;
    this.#describe(entry);
    // Arrow keys select in the list below a text field, which keeps the focus.
    if (node.role === 'option' && node.flags & SELECTED && !wasChosen && this.#agent.active) {
      this.#say(entry.element.textContent);
    }
    this.#place(entry);
  }

  #make(node) {
    const parentRole = this.#entries.get(node.parent)?.role ?? '';
    const role = roleOf(node, parentRole);
    const element = document.createElement(role === 'slider' ? 'input' : 'div');
    if (role === 'slider') element.type = 'range';
    else if (role !== '') element.setAttribute('role', role);
    const acts = !(node.flags & GROUP) && node.id !== 0 && role !== '';
    if (acts || role === 'dialog') element.tabIndex = -1;
    element.className = node.flags & GROUP ? 'group' : 'widget';
    let outer = element;
    for (const wrapper of wrappersOf(node, parentRole).reverse()) {
      const around = document.createElement('div');
      around.className = 'group';
      around.setAttribute('role', wrapper);
      around.append(outer);
      outer = around;
    }
    if (role === 'banner') element.append(this.#title, this.#touch);
    this.#keys.set(element, node.key);
    return { node, element, outer, role };
  }

  #describe({ node, element, outer, role }) {
    const { name, value, flags, range } = node;
    const all = value === '' ? name : name === '' ? value : `${name}: ${value}`;
    const state = (can, is) => (flags & can ? String((flags & is) !== 0) : null);
    const set = (attribute, given) => setAttribute(element, attribute, given);
    if (flags & GROUP) {
      set('aria-label', ['row', 'listitem'].includes(role) ? null : name);
      set('aria-rowcount', role === 'table' && node.rows > 0 ? node.rows : null);
      set('aria-rowindex', role === 'row' && node.row > 0 ? node.row : null);
      set('aria-posinset', role === 'listitem' && node.row > 0 ? node.row : null);
      const list = this.#entries.get(node.parent)?.node;
      set('aria-setsize', role === 'listitem' && list?.rows > 0 ? list.rows : null);
      set('aria-modal', flags & MODAL ? 'true' : null);
      return;
    }
    set('aria-disabled', flags & DISABLED ? 'true' : null);
    if (role === 'slider') {
      [element.min, element.max, element.value] = range.map(String);
      set('aria-label', name);
      set('aria-valuetext', value);
      return;
    }
    if (role === 'textbox') {
      set('aria-label', name);
      setText(element, value);
      if (flags & EDITING) this.#agentElement.setAttribute('aria-label', name);
      return;
    }
    if (role === 'img') {
      set('aria-label', all);
      return;
    }
    setText(element, node.role === 'sort' ? name : all);
    if (role === 'heading') set('aria-level', node.level || (node.role === 'heading' ? 2 : 3));
    if (role === 'tab') set('aria-selected', state(CAN_BE_SELECTED, SELECTED));
    if (role === 'radio' || role === 'checkbox') {
      set('aria-checked', state(CAN_BE_SELECTED, SELECTED) ?? 'false');
    }
    if (role === 'button') {
      const isSwitch = node.role === 'button' || node.role === 'tab' || node.role === 'menuitem';
      set('aria-pressed', isSwitch ? state(CAN_BE_SELECTED, SELECTED) : null);
      set('aria-current', !isSwitch && flags & SELECTED ? 'true' : null);
      set('aria-expanded', state(CAN_EXPAND, EXPANDED));
      set('aria-haspopup', flags & CAN_EXPAND ? 'dialog' : null);
    }
    if (node.role === 'sort') setAttribute(outer, 'aria-sort', value);
  }

  #place({ node, element }) {
    if (node.flags & GROUP) return;
    const at = (slot) => node.place[slot - MirrorSlot.X];
    const { style } = element;
    style.left = `${at(MirrorSlot.X)}px`;
    style.top = `${at(MirrorSlot.Y)}px`;
    style.width = `${Math.max(at(MirrorSlot.WIDTH), 1)}px`;
    style.height = `${Math.max(at(MirrorSlot.HEIGHT), 1)}px`;
  }

  /** Puts the elements into the order of the keys, parents first, with as few moves as possible. */
  #arrange(order) {
    const before = new Map([[0, this.#live]]);
    let modal = null;
    for (const key of order) {
      const { node, element, outer, role } = this.#entries.get(key);
      const parent = this.#entries.get(node.parent)?.element ?? this.#root;
      const previous = before.get(node.parent);
      const next = previous ? previous.nextSibling : parent.firstChild;
      if (next !== outer) parent.insertBefore(outer, next);
      before.set(node.parent, outer);
      if (role === 'banner') before.set(key, this.#touch);
      if (role === 'dialog' && node.flags & MODAL) modal = element;
    }
    // Whatever a dialog blocks is hidden from everybody; the dialog's own popups come later.
    let covered = modal !== null;
    for (const child of this.#root.children) {
      if (child === modal) covered = false;
      if (child !== this.#live) child.inert = covered;
    }
  }

  /** Moves the page's focus along with Dear ImGui's, unless a text field or another part has it. */
  #placeFocus() {
    const active = document.activeElement;
    const isOurs = active === this.#canvas || active === document.body || active === null ||
      this.#root.contains(active);
    const modal = this.#order.find((key) => this.#entries.get(key).node.flags & MODAL) ?? 0;
    const appeared = modal !== 0 && modal !== this.#modal;
    this.#modal = modal;
    if (this.#agent.active) this.#placed = null;
    if (!isOurs || this.#agent.active || !document.hasFocus()) return;
    let wanted = null;
    for (const { node, element } of this.#entries.values()) {
      if (node.flags & FOCUSED) wanted = element;
    }
    if (wanted === null && appeared) wanted = this.#entries.get(modal).element;
    if (wanted === null && active !== this.#canvas && !this.#root.contains(active)) {
      wanted = this.#canvas;
    }
    // A press gave the canvas the focus; the corresponding frame is still to come.
    const isOld = wanted === this.#placed && active === this.#canvas;
    this.#placed = wanted;
    if (wanted === null || wanted === active || isOld) return;
    this.#placing = true;
    wanted.focus({ preventScroll: true });
    this.#placing = false;
  }

  #entryOf(target) {
    const element = target instanceof Element ? target.closest('.widget') : null;
    return element === null ? undefined : this.#entries.get(this.#keys.get(element));
  }

  #pressed(event) {
    const entry = this.#entryOf(event.target);
    if (entry === undefined || entry.role === 'slider') return;
    const { role, id, flags } = entry.node;
    if (id === 0 || flags & DISABLED) return;
    this.#act(SCROLLS[role] ?? MirrorAct.PRESS, id);
  }

  #changed(event) {
    const entry = this.#entryOf(event.target);
    if (entry?.role === 'slider') this.#act(MirrorAct.CHANGE, entry.node.id, Number(event.target.value));
  }

  #act(act, id, value = 0) {
    this.#program.call('cadre_mirror_act', act, id, value);
    this.#request();
  }
}
