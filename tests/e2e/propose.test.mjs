// The best moves of a round as a user requests them: propose for a district and for the city, see
// what would change, accept, undo, pin and propose again, ask why a shortfall remains.

import assert from 'node:assert/strict';
import { Planner } from './lib/planner.mjs';
import { test } from './lib/runner.mjs';

const SAMPLE = 'Hà Nội 2023';
const DISTRICT = 'Huyện Ba Vì';
const UNDO = 'Control+KeyZ';
const STATUS = { role: 'status', label: 'Kết quả đề xuất' };
const RUN = { role: 'button', label: 'Đề xuất' };
const STOP = { role: 'button', label: 'Dừng' };
const ACCEPT = { role: 'button', label: 'Nhận tất cả' };

async function openProposal(planner) {
  await planner.click({ role: 'sample', label: SAMPLE });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
  await planner.click({ role: 'tab', label: 'Đề xuất' });
  if (!(await planner.has(RUN))) await planner.click({ role: 'button', label: 'Thêm đợt' });
  await planner.waitFor(RUN);
}

async function chooseDistrict(planner, label = DISTRICT) {
  await planner.click({ role: 'tile', label });
  await planner.click({ role: 'combobox', label: 'Phạm vi đề xuất' });
  await planner.click({ role: 'menuitem', label: `Đơn vị đang chọn: ${label}` });
}

async function propose(planner, button = RUN) {
  await planner.click(button);
  await planner.waitGone(STOP);
  await planner.waitFor(STATUS);
  await planner.settled();
}

const status = async (planner) => (await planner.find(STATUS)).value;
const tile = async (planner, label = DISTRICT) => (await planner.find({ role: 'tile', label })).value;
const figure = async (planner, label) => {
  const { value } = await planner.find({ role: 'status', label });
  const [before, after] = value.split(' → ').map((text) => Number(text.replaceAll('.', '')));
  return { before, after };
};

// While a search is running the page does not settle: reads what is on screen now, and clicks
// without waiting.
async function seenNow(planner, { role, label }) {
  const deadline = Date.now() + 3000;
  for (;;) {
    const widgets = await planner.page.evaluate(() => window.cadrePlanner.widgets());
    const found = widgets.find((widget) => widget.role === role && widget.label === label);
    if (found !== undefined || Date.now() > deadline) return found;
  }
}

async function clickNow(planner, widget) {
  const { x, y } = Planner.centre(widget);
  await planner.page.mouse.click(x, y);
}

export default [
  test('a district is proposed for, accepted in one step and undone', async (planner) => {
    await openProposal(planner);
    const opened = await planner.planJson();
    await chooseDistrict(planner);
    await propose(planner);
    assert.match(await status(planner), /Đã chứng minh/);
    const shortfall = await figure(planner, 'Còn thiếu (mọi chỉ tiêu)');
    assert.ok(shortfall.after < shortfall.before);
    assert.ok((await planner.findAll({ role: 'proposed' })).length > 0);
    const foretold = / → (\d+\/\d+)$/.exec(await tile(planner))[1];
    assert.equal(await planner.planJson(), opened, 'a preview changes nothing');
    await planner.screenshot('50-proposal-district');

    await planner.click(ACCEPT);
    await planner.waitGone(STOP);
    assert.equal((await tile(planner)).split(';')[0], foretold);
    assert.notEqual(await planner.planJson(), opened);
    await planner.press(UNDO);
    assert.equal(await planner.planJson(), opened);
  }, { main: true }),

  test('the whole city is proposed for while the page stays awake', async (planner) => {
    await openProposal(planner);
    await propose(planner);
    assert.match(await status(planner), /Đã chứng minh/);
    await planner.click({ role: 'tab', labelPart: 'Đơn vị thay đổi' });
    assert.ok((await planner.findAll({ role: 'change' })).length > 0);
    await planner.screenshot('51-proposal-city');
    await planner.click(ACCEPT);
    await planner.waitGone(STOP);
    const tiles = await planner.findAll({ role: 'tile' });
    assert.equal(tiles.length, 30);
    await planner.reload();
    await planner.click({ role: 'tab', label: 'Đề xuất' });
    await propose(planner);
    assert.match(await status(planner), /đã là tốt nhất/, 'what was accepted is kept');
  }),

  test('a search across the city can be stopped; then nothing goes on', async (planner) => {
    await openProposal(planner);
    await planner.click({ role: 'tab', label: 'Toàn thành phố' });
    await clickNow(planner, await planner.find(RUN));
    // May be gone already if the search was quick.
    const stop = await seenNow(planner, STOP);
    if (stop !== undefined) await clickNow(planner, stop);
    await planner.waitGone(STOP);
    assert.match(await status(planner), /hứng minh/);
    await planner.resting();
    const frames = await planner.framesComputed();
    await planner.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 1000); }));
    assert.equal(await planner.framesComputed(), frames);
  }),

  test('officials may go anywhere in the city, and that nothing is better is proven', async (planner) => {
    await openProposal(planner);
    await propose(planner);
    const shortfall = 'Còn thiếu (mọi chỉ tiêu)';
    const withinDistricts = await figure(planner, shortfall);
    await planner.click({ role: 'tab', label: 'Toàn thành phố' });
    await propose(planner, { role: 'button', label: 'Đề xuất lại' });
    assert.match(await status(planner), /Đã chứng minh/);
    const anywhere = await figure(planner, shortfall);
    assert.equal(anywhere.before, withinDistricts.before);
    assert.ok(anywhere.after < withinDistricts.after);
    await planner.screenshot('56-proposal-across-the-city');
  }),

  test('every number of moves is a point; reasons for what stays short', async (planner) => {
    await openProposal(planner);
    await chooseDistrict(planner);
    await propose(planner);
    await planner.click({ role: 'button', label: 'Tính cho mọi số lượt' });
    await planner.waitFor({ role: 'point' });
    await planner.click({ role: 'point', label: 'Nhiều nhất 2 lượt' });
    await planner.waitGone(STOP);
    assert.match(await status(planner), /Với nhiều nhất 2/);
    assert.ok((await figure(planner, 'Vị trí thay người')).after <= 2);
    await planner.screenshot('52-proposal-frontier');
    await planner.click({ role: 'tab', label: 'Vì sao?' });
    await planner.click({ role: 'button', label: 'Tìm lý do' });
    await planner.waitFor({ role: 'proof' });
    await planner.screenshot('53-proposal-why-not');
  }),

  test('follows a target that is dragged', async (planner) => {
    await openProposal(planner);
    await chooseDistrict(planner);
    await propose(planner);
    const before = await figure(planner, 'Vị trí thay người');
    await planner.click({ role: 'tab', label: 'Điều kiện' });
    const track = await planner.find({ role: 'slider', label: 'Mức cần đạt' });
    const y = track.y + track.h / 2;
    await planner.page.mouse.move(track.x + track.w / 2, y);
    await planner.page.mouse.down();
    await planner.page.mouse.move(track.x + track.w * 0.65, y, { steps: 8 });
    await planner.settled();
    const during = await figure(planner, 'Vị trí thay người');
    await planner.page.mouse.up();
    assert.ok(during.after > before.after, `${during.after} after ${before.after}`);
    await planner.screenshot('54-proposal-live');
  }),

  test('is usable in English at 1366 × 768', async (planner) => {
    await openProposal(planner);
    await planner.click({ role: 'tab', label: 'EN' });
    await planner.click({ role: 'button', label: 'Propose' });
    await planner.waitGone({ role: 'button', label: 'Stop' });
    assert.ok((await planner.findAll({ role: 'proposed' })).length >= 3);
    assert.ok(await planner.has({ role: 'button', label: 'Accept all' }));
    await planner.screenshot('55-proposal-1366x768');
  }, { viewport: { width: 1366, height: 768 } }),
];
