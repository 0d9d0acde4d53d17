// Module.host: what the program calls, put together from the parts that do it. Its other side are
// src/platform/browser/browser_host.cpp and the EM_JS calls of src/app.
//
// Nothing here calls back into the program before it has returned: what comes of a call is reported
// later, between frames, through `tell`.

import { setFullScreen } from './full_screen.mjs';
import { saveSettings } from './settings.mjs';

/**
 * @param {object} parts
 * @param {import('./program.mjs').Program} parts.program
 * @param {import('./frames.mjs').Frames} parts.frames
 * @param {import('./storage.mjs').Storage} parts.storage
 * @param {import('./files.mjs').Files} parts.files
 * @param {import('./text_agent.mjs').TextAgent} parts.agent
 * @param {import('./clipboard.mjs').Clipboard} parts.clipboard
 * @param {(name: string, ...values: any[]) => void} parts.tell calls an export and asks for a frame
 */
export function makeHost({ program, frames, storage, files, agent, clipboard, tell }) {
  const text = (pointer, size) => program.text(pointer, size);
  return {
    requestFrame: () => frames.request(),
    requestFrameIn: (milliseconds) => frames.requestIn(milliseconds),

    createStored: (title, titleSize, base, baseSize) =>
      storage.create(text(title, titleSize), text(base, baseSize)),
    appendRecord: (index, record, size) => storage.append(index, text(record, size)),
    setPosition: (position) => storage.setPosition(position),
    renameStored: (title, size) => storage.rename(text(title, size)),
    listStored: () => tellPlans(storage, tell),
    openStored: (id, size) => tellPlan(storage, text(id, size), tell),
    deleteStored: (id, size) => storage.remove(text(id, size)),

    saveFile: (name, nameSize, bytes, size) =>
      files.save(text(name, nameSize), program.bytes(bytes, size), storage.currentId),
    exportFile: (name, nameSize, bytes, size) =>
      files.export(text(name, nameSize), program.bytes(bytes, size)),
    openReport: (name, nameSize, html, size) =>
      files.openReport(text(name, nameSize), program.bytes(html, size)),
    pickFile: () => files.pick(),
    fetchSample: (name, size) => files.fetchSample(text(name, size)),

    saveSettings: (json, size) => saveSettings(text(json, size)),
    setPageLanguage: (code, codeSize, title, titleSize) => {
      document.documentElement.lang = text(code, codeSize);
      document.title = text(title, titleSize);
    },
    setFullScreen: (on) => setFullScreen(Boolean(on)),

    textField: (id, value, size, start, end, x, y, lineHeight, severalLines, secret) =>
      agent.show(id, text(value, size), start, end, x, y, lineHeight, secret !== 0),
    setClipboard: (value, size) => clipboard.write(text(value, size)),
  };
}

async function tellPlans(storage, tell) {
  let plans = [];
  try {
    plans = await storage.list();
  } catch (error) {
    console.warn(`The list of plans: ${error.message}`);
  }
  for (const plan of plans) {
    tell('cadre_stored_plans_add', plan.id, plan.title, plan.changed, plan.edits);
  }
  tell('cadre_stored_plans_done');
}

async function tellPlan(storage, id, tell) {
  try {
    deliverPlan(await storage.open(id), tell);
  } catch (error) {
    tell('cadre_file_failed', id, error.message);
  }
}

/** @param {import('./storage.mjs').WholePlan} plan */
export function deliverPlan(plan, tell) {
  tell('cadre_stored_plan_begin', plan.id, plan.base);
  for (const record of plan.records) tell('cadre_stored_plan_record', record);
  tell('cadre_stored_plan_done', plan.position);
}
