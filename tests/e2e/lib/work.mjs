// Steps shared by several tests on the way to what they check.

import assert from 'node:assert/strict';
import fs from 'node:fs';

/** A button that makes an edit. */
export const ADD = { role: 'button', label: 'Thêm đợt' };

/** The field of the command palette. */
export const PALETTE = 'Tìm lệnh, đơn vị, vị trí, cán bộ';

export async function openPalette(planner) {
  await planner.press('Control+KeyK');
  await planner.waitFor({ role: 'textbox', label: PALETTE });
}

/** Before the page loads: disables the file dialog, so that tests get a download instead. */
export const withoutPicker = (page) => page.evaluateOnNewDocument(() => {
  delete window.showSaveFilePicker;
});

/** The smallest sample. */
export const openSample = async (planner) => {
  await planner.click({ role: 'sample', labelPart: 'Thanh Trì' });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
};

/** The plan after no edit, one, two, …; each edit is a click. */
export async function edit(planner, count) {
  const states = [await planner.planJson()];
  for (let made = 0; made < count; ++made) {
    await planner.click(ADD);
    states.push(await planner.planJson());
    assert.notEqual(states.at(-1), states.at(-2), 'the edit did nothing');
  }
  return states;
}

/** An entry of the plan's menu. */
export async function openMenu(planner, entry) {
  await planner.click({ role: 'combobox', label: 'Kế hoạch' });
  await planner.click({ role: 'menuitem', label: entry });
}

/** The text of what was downloaded. */
export const download = async (planner, ending) =>
  fs.readFileSync(await planner.downloaded(ending), 'utf8');
