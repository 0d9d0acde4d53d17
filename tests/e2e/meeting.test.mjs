// A complete meeting: a what-if from candidates to the printed report, with the report's figures
// checked against the command line.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from './lib/runner.mjs';
import { openMenu } from './lib/work.mjs';

const SAMPLE = 'Hà Nội 2023';
const TARGET = 'Mức cần đạt';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** `cadre-plan`: the native program if built, else under Node. */
function cadrePlan(words) {
  const native = path.join(root, 'build/native/cadre-plan');
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 };
  if (fs.existsSync(native)) return execFileSync(native, words, options);
  return execFileSync(process.execPath, [path.join(root, 'build/wasm/cadre-plan.js'), ...words],
    options);
}

async function openSample(planner) {
  await planner.click({ role: 'sample', label: SAMPLE });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
}

/** Waits until the list of candidates is complete; returns its first options. */
async function candidates(planner) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const [status] = await planner.findAll({ role: 'status', label: 'Tìm người phù hợp' });
    if (status?.value.includes('đủ điều kiện')) break;
    if (Date.now() > deadline) throw new Error('the search for candidates does not end');
    await planner.settled();
  }
  return planner.findAll({ role: 'option' });
}

/** The change in shortfall predicted by an option. */
function shortfallOf({ value }) {
  const found = /thiếu ([+−]?\d+)/.exec(value);
  return found === null ? 0 : Number(found[1].replace('−', '-'));
}

const hardCount = async (planner) => {
  const tabs = await planner.findAll({ role: 'tab', labelPart: 'Phát hiện' });
  return Number(/(\d+) bắt buộc/.exec(tabs[0].label)[1]);
};

/** How many districts reach the target, "11/30". */
const reached = async (planner) =>
  (await planner.find({ role: 'status', label: 'đơn vị đạt chỉ tiêu' })).value;

const attainedOf = (tile) => Number(tile.value.split('/')[0]);

async function place(planner) {
  const status = await planner.findAll({ role: 'status' });
  return Number(status.map(({ value }) => value).find((value) => /^\d+\/\d+$/.test(value))
    .split('/')[0]);
}

const meeting = test('A meeting: candidates, a waiver, a refusal, a comparison, a target, a report', async (planner) => {
  await openSample(planner);
  const baseline = (await planner.find({ role: 'combobox', label: 'phương án' })).value;

  // A branch for experiments.
  await planner.click({ role: 'button', label: 'nhánh' });
  const branch = (await planner.find({ role: 'combobox', label: 'phương án' })).value;
  assert.notEqual(branch, baseline);

  // The best candidates for a vacant chairman's post.
  await planner.click({ role: 'tab', label: 'Toàn bộ' });
  await planner.click({ role: 'tab', label: 'Khuyết' });
  const vacancy = (await planner.findAll({ role: 'post', value: '' }))
    .find(({ label }) => label.endsWith('/chairman'));
  assert.ok(vacancy, 'the sample has a vacant chairman’s post');
  await planner.click(vacancy);
  const best = (await candidates(planner)).slice(0, 3);
  assert.equal(best.length, 3);
  for (const option of best) assert.ok(!option.value.includes('bắt buộc'), option.value);
  assert.ok(shortfallOf(best[0]) <= shortfallOf(best[1]), 'the best helps the quota most');
  await planner.screenshot('meeting-candidates');

  // The last in the list breaks rules: the move has to be waived.
  await planner.hover(best[0]);
  await planner.page.mouse.wheel({ deltaY: 200_000 });
  await planner.waitFor({ role: 'option', valuePart: 'mới giữ chức vụ' });
  const ruledOut = (await planner.findAll({ role: 'option' }))
    .findLast(({ value, h }) => value.includes('mới giữ chức vụ') && h > 40);
  assert.ok(ruledOut, 'the last are those whom a rule holds back');
  const hardBefore = await hardCount(planner);
  await planner.click(ruledOut);
  assert.ok((await hardCount(planner)) > hardBefore, 'the move has a hard finding');
  while (await planner.has({ role: 'button', label: 'Cho phép với lý do…' })) {
    await planner.click({ role: 'button', label: 'Cho phép với lý do…' });
    await planner.click({ role: 'textbox', label: 'Lý do cho phép' });
    await planner.type('Thiếu người tại chỗ');
    await planner.click({ role: 'button', label: 'Cho phép' });
    await planner.waitGone({ role: 'button', label: 'Cho phép' });
  }
  await planner.waitFor({ role: 'waiver', value: 'Thiếu người tại chỗ' });
  assert.equal(await hardCount(planner), hardBefore);
  await planner.screenshot('meeting-waiver');

  // Somebody disagrees: what breaks, and a repair.
  await planner.click({ role: 'tab', label: 'Gặp mặt' });
  const [first] = await planner.findAll({ role: 'consultation' });
  await planner.click(first);
  await planner.click({ role: 'tab', label: 'Không' });
  const recorded = await planner.find({ role: 'consultation', label: first.label });
  assert.ok(recorded.value.startsWith('Không đồng ý'), recorded.value);
  await planner.click({ role: 'button', label: 'Nếu không đồng ý?' });
  await planner.waitFor({ role: 'status', label: 'Nếu không đồng ý?' });
  const repairs = await planner.findAll({ role: 'repair' });
  assert.ok(repairs.length > 0, 'there is a repair');
  await planner.screenshot('meeting-refusal');
  const beforeRepair = await planner.planJson();
  await planner.click({ role: 'button', label: 'Sửa thế này' });
  assert.notEqual(await planner.planJson(), beforeRepair);
  await planner.waitGone({ role: 'repair' });

  // Compared with its original: the differing moves are listed.
  await planner.click({ role: 'tab', label: 'So sánh' });
  const differing = await planner.find({ role: 'status', label: 'So sánh' });
  assert.ok(Number(differing.value) > 0, 'the branch differs from the baseline');
  const chosen = (await planner.findAll({ role: 'checkbox', value: 'checked' }))
    .map(({ label }) => label);
  assert.ok(chosen.includes(branch), chosen.join(', '));
  await planner.screenshot('meeting-compare');

  // Drags the target from 50% to 60%; every district follows, and it is one undo step.
  await planner.click({ role: 'tab', label: 'Chỉ tiêu' });
  const slider = await planner.find({ role: 'slider', label: TARGET });
  const tilesBefore = await planner.findAll({ role: 'tile' });
  const reachedBefore = await reached(planner);
  const steps = await place(planner);
  const y = slider.y + slider.h / 2;
  const at = (share) => slider.x + 8 + (slider.w - 16) * share;
  const { mouse } = planner.page;
  await mouse.move(at(0.5), y);
  await mouse.down();
  await mouse.move(at(0.55), y, { steps: 5 });
  await planner.settled();
  const reachedBetween = await reached(planner);
  await mouse.move(at(0.6), y, { steps: 5 });
  await planner.settled();
  await mouse.up();
  await planner.settled();
  assert.equal((await planner.find({ role: 'slider', label: TARGET })).value, '60%');
  const tilesAfter = await planner.findAll({ role: 'tile' });
  const reachedAfter = await reached(planner);
  assert.notEqual(reachedBetween, reachedBefore, 'the districts follow while it is dragged');
  assert.notEqual(reachedAfter, reachedBetween);
  assert.deepEqual(tilesAfter.map(attainedOf), tilesBefore.map(attainedOf));
  assert.equal(await place(planner), steps + 1, 'one drag is one step');
  await planner.screenshot('meeting-target');

  // The report agrees with the command line.
  await openMenu(planner, 'Tải báo cáo HTML');
  const html = fs.readFileSync(await planner.downloaded('.html'), 'utf8');
  const plan = await planner.planJson();
  const file = path.join(planner.downloads, 'meeting.json');
  fs.writeFileSync(file, plan);
  const { id } = JSON.parse(plan).scenarios.find(({ name }) => name === branch);
  const { rounds } = JSON.parse(cadrePlan(['simulate', file, '--scenario', id, '--json']));
  assert.ok(html.includes('Thiếu người tại chỗ'), 'the waiver and its reason are in the report');
  const last = rounds.length - 1;
  const figures = await planner.page.evaluate((text, entry) => {
    const page = new DOMParser().parseFromString(text, 'text/html');
    return [...page.querySelectorAll('tr[data-quota][data-unit]')].map((row) => {
      const field = (name) => Number(row
        .querySelector(`[data-entry="${entry}"][data-field="${name}"]`)?.textContent
        .replace(/\D/g, ''));
      return [row.dataset.quota, row.dataset.unit, field('posts'), field('attained'),
        field('needed'), field('shortfall')];
    });
  }, html, last);
  const expected = rounds[last].cells
    .map((cell) => [cell.quota, cell.unit, cell.posts, cell.attained, cell.needed, cell.shortfall]);
  const order = (rows) => rows.map((row) => row.join(' ')).sort();
  assert.ok(expected.length > 0);
  assert.deepEqual(order(figures), order(expected));
});

export default [meeting];
