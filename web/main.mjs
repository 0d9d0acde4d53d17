// Starts the planner: loads everything in parallel, connects the modules, restores the last plan
// and draws the first frame.

import createPlanner from './planner.mjs';
import { makeApi } from './api.mjs';
import { Clipboard } from './clipboard.mjs';
import { PlanCrypto } from './crypto.mjs';
import { Files } from './files.mjs';
import { Frames } from './frames.mjs';
import { watchFullScreen } from './full_screen.mjs';
import { makeHost } from './host.mjs';
import { askForPersistence, LeaveGuard } from './keeping.mjs';
import { Keyboard } from './keyboard.mjs';
import { canUnpack, loadBytes, Progress, wasmLoader } from './loader.mjs';
import * as messages from './messages.mjs';
import { Mirror } from './mirror.mjs';
import { guardPointer } from './pointer.mjs';
import { Program } from './program.mjs';
import { keepFieldInView } from './screen_keyboard.mjs';
import { prepareGraphics, watchScreen } from './screen.mjs';
import { loadSettings } from './settings.mjs';
import { MODIFIER_BITS } from './shared_numbers.mjs';
import { Storage } from './storage.mjs';
import { deliverPlan, restoreLast } from './stored_plans.mjs';
import { watchTouch } from './touch.mjs';
import { TextAgent } from './text_agent.mjs';
import { keepPage } from './updates.mjs';

const FONTS = ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf', 'LucideIcons.ttf'];

const byId = (id) => document.getElementById(id);

/** An error that the page can explain. */
class Explained extends Error {
  constructor(words, detail = '') {
    super(detail);
    this.words = words;
  }
}

function checkBrowser() {
  if (!canUnpack()) throw new Explained(messages.TOO_OLD);
  if (typeof WebAssembly !== 'object') throw new Explained(messages.NO_WASM);
  if (typeof WebGL2RenderingContext === 'undefined') throw new Explained(messages.NO_WEBGL);
}

async function load() {
  const progress = new Progress((share) => { byId('loading-progress').value = share; });
  const fonts = FONTS.map((name) => loadBytes(`fonts/${name}`, progress));
  const module = { canvas: byId('canvas') };
  const ready = new Promise((resolve, reject) => {
    module.instantiateWasm = wasmLoader('planner.wasm', progress, reject);
    createPlanner(module).then(resolve, reject);
  });
  prepareGraphics(module.canvas);
  try {
    const [program, bytes] = await Promise.all([ready, Promise.all(fonts)]);
    return { module: program, fonts: bytes };
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError;
    throw new Explained(refused ? messages.NO_WASM : messages.NOT_LOADED, error.message);
  }
}

function connect(module, frames) {
  const program = new Program(module, (reason) => {
    frames.stop();
    messages.showMessage(messages.STOPPED, reason);
  });
  const canvas = byId('canvas');
  const tell = (name, ...values) => {
    program.call(name, ...values);
    program.call('cadre_settle');
    frames.request();
  };
  const key = (code, down, modifiers, atOnce) =>
    program.call('cadre_key', code, down, modifiers, atOnce);
  const tap = (code, modifiers) => {
    key(code, true, modifiers, true);
    key(code, false, 0, true);
  };

  const guard = new LeaveGuard();
  const storage = new Storage({
    state: (state, time) => {
      tell('cadre_storage_changed', state, time);
      guard.update(storage.hasUnsavedWork);
    },
    access: (access) => tell('cadre_access_changed', access),
    plan: (plan) => deliverPlan(plan, tell),
    worked: askForPersistence,
  });
  const files = new Files(byId('open-file'), byId('drop-hint'), {
    opened: (name, bytes) => tell('cadre_file_opened', name, bytes),
    failed: (name, reason) => tell('cadre_file_failed', name, reason),
    licences: (text) => tell('cadre_licences_fetched', text),
    saved: (name) => {
      storage.savedAsFile();
      guard.update(storage.hasUnsavedWork);
      tell('cadre_file_saved', name);
    },
  });
  const agent = new TextAgent(byId('text-agent'), canvas,
    ({ value, start, end }) =>
      program.call('cadre_text', value, start, end, keyboard?.modifiers ?? 0),
    () => tap('Enter', 0),
    (cells) => {
      const taken = program.call('cadre_cells_pasted', cells) !== 0;
      program.call('cadre_settle');
      frames.request();
      return taken;
    });
  const clipboard = new Clipboard((text) => {
    tell('cadre_text_pasted', text);
    program.call('cadre_clipboard', text);
    tap('KeyV', MODIFIER_BITS.CTRL);
  }, () => agent.active);
  const locks = new PlanCrypto((ticket, outcome, bytes) =>
    tell('cadre_lock_done', ticket, outcome, bytes));
  module.host = makeHost({ program, frames, storage, files, agent, clipboard, locks, tell });
  const mirror = new Mirror({
    root: byId('mirror'), canvas, agentElement: byId('text-agent'), agent, program,
    request: () => frames.request(),
  });

  let keyboard = null;
  const listen = () => {
    keyboard = new Keyboard(canvas, agent, clipboard, {
      key,
      modifiers: (modifiers) => program.call('cadre_modifiers', modifiers),
      catchUp: () => program.call('cadre_catch_up'),
    }, program.ask('cadre_shortcuts'));
    guardPointer(canvas, agent);
    watchTouch(canvas, agent, {
      touch: (...contact) => program.call('cadre_touch', ...contact),
      pen: (...state) => program.call('cadre_pen', ...state),
      touchScreen: (yes) => program.call('cadre_touch_screen', yes),
    });
    keepFieldInView(agent, byId('text-agent'));
    watchFullScreen((on) => tell('cadre_full_screen_changed', on));
    watchScreen(canvas, {
      changed: () => {
        program.call('cadre_invalidate');
        frames.request();
      },
      lost: () => frames.stop(),
      stayedLost: () => messages.showMessage(messages.CONTEXT_LOST),
      restored: () => {
        messages.takeBack(messages.CONTEXT_LOST);
        program.call('cadre_renew_drawing');
        frames.resume();
      },
    });
  };
  return { program, storage, files, locks, mirror, tell, listen };
}

function startProgram(program, fonts) {
  const kept = fonts.flatMap((bytes) => [program.keep(bytes), bytes.length]);
  if (program.call('cadre_start', ...kept, loadSettings()) !== 0) {
    const reason = program.text(program.call('cadre_result'), program.call('cadre_result_size'));
    throw new Explained(messages.NO_WEBGL, reason);
  }
}

async function start(frames) {
  checkBrowser();
  const { module, fonts } = await load();
  const { program, storage, files, locks, mirror, tell, listen } = connect(module, frames);
  startProgram(program, fonts);
  await restoreLast(storage, tell);
  listen();
  const frame = () => {
    const wait = program.call('cadre_frame');
    mirror.noteFrame();
    return wait;
  };
  await frames.start(frame, () => program.call('cadre_settle'));
  byId('loading').hidden = true;
  performance.mark('cadre-usable');
  byId('canvas').focus({ preventScroll: true });
  storage.tidy().catch((error) => console.warn(`Not tidied: ${error.message}`));
  const api = makeApi(program, [frames, storage, files, locks], mirror);
  keepPage(api.settled);
  return api;
}

const ready = start(new Frames()).then((api) => { Object.assign(window.cadrePlanner, api); });
window.cadrePlanner = { ready };
ready.catch((error) => {
  console.error(error);
  messages.showMessage(error.words ?? messages.STOPPED, error.message);
});
