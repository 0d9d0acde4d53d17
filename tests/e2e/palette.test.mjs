// The command palette by keyboard: Enter selects any kind of result.

import assert from 'node:assert/strict';
import { PlanFacts, sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';
import { PALETTE, openPalette } from './lib/work.mjs';

/** Types a query, goes down to the option and presses Enter. */
async function choose(planner, query, label) {
  await openPalette(planner);
  await planner.type(query);
  await planner.waitFor({ role: 'option', label });
  const place = (await planner.findAll({ role: 'option' })).findIndex((option) => option.label === label);
  for (let down = 0; down < place; ++down) await planner.press('ArrowDown');
  await planner.press('Enter');
  await planner.waitGone({ role: 'textbox', label: PALETTE });
}

/** Checks that the page is alive: it settles, reacts to keys, and the selection changed nothing. */
async function expectAlive(planner, plan) {
  await planner.resting();
  assert.equal(await planner.planJson(), plan);
  await openPalette(planner);
  await planner.press('Escape');
  await planner.waitGone({ role: 'textbox', label: PALETTE });
}

const chooseAll = (sample, cases) => async (planner) => {
  const text = sampleText(sample);
  const facts = new PlanFacts(text);
  assert.deepEqual(await planner.openPlan(text), []);
  await planner.waitFor({ role: 'tile' });
  for (const { query, label, official, post } of cases) {
    await choose(planner, query, label);
    await planner.waitFor({ role: 'heading', label: official });
    await planner.waitFor({ role: 'heading', label: facts.districtOf(post) });
    await planner.waitFor({ role: 'post', label: post, value: official });
    await expectAlive(planner, text);
  }
};

export default [
  test('the palette opens an official, a unit and a post of Hà Nội by Enter', chooseAll('ha-noi', [
    { query: 'do manh tuong', label: 'Đỗ Mạnh Tường', official: 'Đỗ Mạnh Tường', post: '10015/secretary' },
    { query: 'chu tich chuc son', label: 'Chủ tịch UBND · Thị trấn Chúc Sơn', official: 'Lê Thị Lan Vui',
      post: '10015/chairman' },
    { query: 'chuc son', label: 'Thị trấn Chúc Sơn', official: 'Đỗ Mạnh Tường', post: '10015/secretary' },
  ]), { main: true }),

  test('the palette opens an official, a unit and a post of Thanh Trì by Enter', chooseAll('thanh-tri', [
    { query: 'nguyen tien hau', label: 'Nguyễn Tiến Hậu', official: 'Nguyễn Tiến Hậu', post: '00640/chairman' },
    { query: 'tan trieu', label: 'Xã Tân Triều', official: 'Mai Công Lực', post: '00643/secretary' },
    { query: 'chu tich thanh liet', label: 'Chủ tịch UBND · Xã Thanh Liệt', official: 'Nguyễn Xuân Toản',
      post: '00646/chairman' },
  ]), { main: true }),
];
