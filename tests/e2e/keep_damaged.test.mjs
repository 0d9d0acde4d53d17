// Stored work that is damaged, or from an older version: readable parts are shown, nothing is
// thrown away, and the page starts.

import assert from 'node:assert/strict';
import { deleteRow, plansIn, putRow, recordsIn } from './lib/journal.mjs';
import { test } from './lib/runner.mjs';
import { sampleText } from './lib/samples.mjs';
import { download, edit, openMenu, openSample, withoutPicker } from './lib/work.mjs';

const DAMAGED = { role: 'dialog', label: 'Bản lưu trong trình duyệt bị hỏng' };

export default [
  test('keep: a damaged record leaves what came before it, and its entry as it was', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 4);
    const [{ id }] = await plansIn(planner.page);
    for (const value of [{ not: 'text' }, '{"do": "dance"}', '{"do":']) {
      await planner.page.goto('about:blank');
      await planner.page.goto(`${planner.address}sw.js`);
      await putRow(planner.page, { store: 'records', key: [id, 1], value });
      const plans = (await plansIn(planner.page)).filter((plan) => plan.id !== id);
      for (const plan of plans) await deleteRow(planner.page, { store: 'plans', key: plan.id });
      const damaged = (await plansIn(planner.page)).find((plan) => plan.id === id);
      delete damaged.damaged;
      await putRow(planner.page, { store: 'plans', value: damaged });
      await planner.load();
      await planner.waitFor(DAMAGED);
      assert.equal(await planner.planJson(), one);
      const lines = await planner.findAll({ role: 'error' });
      assert.match(lines[0].label, /Chỉnh sửa thứ 2 /);
    }
    await planner.screenshot('keep-06-damaged');
    await planner.click({ role: 'button', label: 'Lưu dữ liệu thô ra tệp' });
    const raw = JSON.parse(await download(planner, '.raw.json'));
    assert.equal(raw.records.filter(({ value }) => typeof value === 'string').length, 4);
    await planner.click({ role: 'button', label: 'Đóng' });
    const [, two] = await edit(planner, 1);
    await planner.reload();
    assert.ok(!(await planner.has(DAMAGED)));
    assert.equal(await planner.planJson(), two);
    await openMenu(planner, 'Kế hoạch khác…');
    const stored = await planner.findAll({ role: 'stored' });
    assert.equal(stored.filter(({ value }) => value.includes('bị hỏng')).length, 1);
    await planner.screenshot('keep-07-start');
    // At an address without a page, the browser complains about the missing icon.
  }, { prepare: withoutPicker, mayComplain: true }),

  test('keep: a missing record is a damaged one', async (planner) => {
    await openSample(planner);
    const [, , two] = await edit(planner, 4);
    const [{ id }] = await plansIn(planner.page);
    await deleteRow(planner.page, { store: 'records', key: [id, 2] });
    await planner.reload();
    await planner.waitFor(DAMAGED);
    assert.equal(await planner.planJson(), two);
    assert.match((await planner.findAll({ role: 'error' }))[0].label, /Chỉnh sửa thứ 3 /);
  }),

  test('keep: a damaged beginning is said, and the page starts', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    const [{ id }] = await plansIn(planner.page);
    await putRow(planner.page, { store: 'bases', key: id, value: 7 });
    await planner.reload();
    await planner.waitFor(DAMAGED);
    await planner.click({ role: 'button', label: 'Đóng' });
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    await planner.reload();
    assert.ok(!(await planner.has(DAMAGED)));
    assert.equal(await planner.planJson(), one);
  }),

  test('keep: rows of the wrong kind do not keep the page from starting', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    const wrong = [
      { id: 'a' }, { id: 'b', title: 5, changed: 'x', edits: -1, position: {} },
      { id: 'c', title: null, changed: null, opened: null, made: 'many' },
    ];
    for (const value of wrong) await putRow(planner.page, { store: 'plans', value });
    const [{ id }] = (await plansIn(planner.page)).filter(({ made }) => made === 1);
    for (const [number, value] of [['x', 1], [5, 'text'], [6, { time: 1, tail: 'no' }]]) {
      await putRow(planner.page, { store: 'points', key: [id, number], value });
    }
    await planner.reload();
    assert.equal(await planner.planJson(), one);
    await openMenu(planner, 'Điểm khôi phục…');
    await planner.waitFor({ role: 'dialog', label: 'Điểm khôi phục' });
    await planner.click({ role: 'button', label: 'Đóng' });
    await openMenu(planner, 'Kế hoạch khác…');
    assert.ok((await planner.findAll({ role: 'stored' })).length >= 2);
  }),

  test('keep: plans of the first version of the database open', async (planner) => {
    assert.equal(JSON.parse(await planner.planJson()).title, 'Cũ');
    await edit(planner, 1);
    await planner.reload();
    assert.equal((await recordsIn(planner.page)).length, 2);
  }, {
    mayComplain: true,
    // Before the page creates its own database.
    prepare: async (page, origin) => {
      await page.goto(`${origin}/none`);
      await page.evaluate((base) => new Promise((resolve, reject) => {
        const request = indexedDB.open('cadre-rotation-planner', 1);
        request.onupgradeneeded = () => {
          request.result.createObjectStore('plans', { keyPath: 'id' });
          request.result.createObjectStore('bases');
          request.result.createObjectStore('records');
        };
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const writing = request.result.transaction(['plans', 'bases', 'records'], 'readwrite');
          writing.objectStore('plans').put({
            id: 'old', title: 'Cũ', changed: 1, opened: 1, position: 1, edits: 1,
          });
          writing.objectStore('bases').put(base, 'old');
          writing.objectStore('records').put('{"do":"rename_plan","title":"Cũ"}', ['old', 0]);
          writing.oncomplete = () => { request.result.close(); resolve(); };
        };
      }), sampleText('thanh-tri'));
    },
  }),
];
