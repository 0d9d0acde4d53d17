// Module.host: the functions that the program calls, assembled from the modules that implement
// them. Their callers are src/platform/browser/browser_host.cpp and the EM_JS calls of src/app.
//
// Nothing here calls back into the program before returning: results are reported later, between
// frames, through `tell`.

import { setFullScreen } from './full_screen.mjs';
import { saveSettings } from './settings.mjs';
import { storageCalls } from './stored_plans.mjs';

/**
 * @param {object} parts
 * @param {import('./program.mjs').Program} parts.program
 * @param {import('./frames.mjs').Frames} parts.frames
 * @param {import('./storage.mjs').Storage} parts.storage
 * @param {import('./files.mjs').Files} parts.files
 * @param {import('./text_agent.mjs').TextAgent} parts.agent
 * @param {import('./clipboard.mjs').Clipboard} parts.clipboard
 * @param {import('./crypto.mjs').PlanCrypto} parts.locks
 * @param {(name: string, ...values: any[]) => void} parts.tell calls an export and asks for a frame
 */
export function makeHost({ program, frames, storage, files, agent, clipboard, locks, tell }) {
  const text = (pointer, size) => program.text(pointer, size);
  return {
    requestFrame: () => frames.request(),
    requestFrameIn: (milliseconds) => frames.requestIn(milliseconds),

    ...storageCalls(program, storage, files, tell),

    saveFile: (name, nameSize, bytes, size) =>
      files.save(text(name, nameSize), program.bytes(bytes, size), storage.currentId),
    exportFile: (name, nameSize, bytes, size) =>
      files.export(text(name, nameSize), program.bytes(bytes, size)),
    openReport: (name, nameSize, html, size) =>
      files.openReport(text(name, nameSize), program.bytes(html, size)),
    pickFile: () => files.pick(),
    fetchSample: (name, size) => files.fetchSample(text(name, size)),
    fetchLicences: () => files.fetchLicences(),

    lockPlan: (ticket, plan, planSize, password, size) =>
      locks.lock(ticket, program.bytes(plan, planSize), text(password, size)),
    unlockPlan: (ticket, bytes, bytesSize, password, size) =>
      locks.unlock(ticket, program.bytes(bytes, bytesSize), text(password, size)),

    saveSettings: (json, size) => saveSettings(text(json, size)),
    setPageLanguage: (code, codeSize, title, titleSize) => {
      document.documentElement.lang = text(code, codeSize);
      document.title = text(title, titleSize);
    },
    setFullScreen: (on) => setFullScreen(Boolean(on)),

    textField: (id, value, size, start, end, x, y, lineHeight, severalLines, secret, kind) =>
      agent.show(id, text(value, size), start, end, x, y, lineHeight, secret !== 0, kind),
    setClipboard: (value, size) => clipboard.write(text(value, size)),
  };
}
