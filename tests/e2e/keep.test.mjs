// Work is stored: one transaction per edit, restore points, two tabs, and full or blocked storage.
// Damaged data is in keep_damaged.test.mjs, killed browsers are in kill.mjs.

import assert from 'node:assert/strict';
import { plansIn, pointsIn, recordsIn } from './lib/journal.mjs';
import { Planner } from './lib/planner.mjs';
import { test } from './lib/runner.mjs';
import { sampleText } from './lib/samples.mjs';
import { ADD, download, edit, openMenu, openSample, withoutPicker } from './lib/work.mjs';

const READ_ONLY = { role: 'alert', label: 'Chỉ xem' };
const NOT_SAVED = { role: 'alert', label: 'Chưa lưu được' };
const NEWS = 'Lưu trữ';

async function secondTab(planner) {
  const page = await planner.page.browserContext().newPage();
  await page.setViewport(planner.page.viewport());
  const second = new Planner(page, planner.address, planner.screenshots);
  await second.load();
  return second;
}

async function news(planner) {
  const found = await planner.findAll({ role: 'status', label: NEWS });
  return found.map(({ value }) => value).join();
}

/** Storage that rejects every value while window.full is set. */
const fullOnDemand = async (page) => {
  await withoutPicker(page);
  await page.evaluateOnNewDocument(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function putUnlessFull(...values) {
      if (window.full) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, values);
    };
  });
};

const noLocks = (page) => page.evaluateOnNewDocument(() => {
  Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
});

const asksBeforeLeaving = (planner) => planner.page.evaluate(() => {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
});

export default [
  test('keep: each edit is one transaction, flushed to the disk', async (planner) => {
    await openSample(planner);
    await planner.page.evaluate(() => { window.transactions.length = 0; });
    await edit(planner, 3);
    const seen = await planner.page.evaluate(() => window.transactions);
    assert.equal(seen.length, 3);
    for (const { durability, puts } of seen) {
      assert.equal(durability, 'strict');
      assert.deepEqual([...puts].sort(), ['plans', 'records']);
    }
    await planner.page.evaluate(() => { window.transactions.length = 0; });
    await planner.press('Control+KeyZ');
    assert.deepEqual(await planner.page.evaluate(() => window.transactions.map(({ puts }) => puts)),
      [['plans']]);
  }, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      window.transactions = [];
      const { transaction } = IDBDatabase.prototype;
      IDBDatabase.prototype.transaction = function watched(stores, mode, options) {
        const made = transaction.call(this, stores, mode, options);
        made.puts = [];
        if (mode === 'readwrite') {
          // A browser that does not support it does not report it.
          const durability = made.durability ?? options?.durability;
          window.transactions.push({ durability, puts: made.puts });
        }
        return made;
      };
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function watched(...values) {
        this.transaction.puts.push(this.name);
        return put.apply(this, values);
      };
    }),
  }),

  test('keep: asks for lasting storage at the first edit, once', async (planner) => {
    const asked = () => planner.page.evaluate(() => window.asked);
    await openSample(planner);
    assert.equal(await asked(), 0);
    await edit(planner, 3);
    assert.equal(await asked(), 1);
  }, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      window.asked = 0;
      StorageManager.prototype.persist = async () => {
        window.asked += 1;
        return true;
      };
    }),
  }),

  test('keep: a second tab is read-only and takes over when the first closes', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    const second = await secondTab(planner);
    await second.waitFor(READ_ONLY);
    assert.equal(await second.planJson(), one);
    await second.click(ADD);
    assert.equal(await second.planJson(), one);
    assert.match(await news(second), /chỉ xem/);
    await second.press('Control+KeyZ');
    assert.equal(await second.planJson(), one);
    await second.screenshot('keep-01-read-only');

    await planner.page.bringToFront();
    const [, two] = await edit(planner, 1);
    await planner.page.close();
    await second.page.bringToFront();
    await second.waitGone(READ_ONLY);
    assert.equal(await second.planJson(), two);
    assert.match(await news(second), /giờ sửa được/);
    const [, three] = await edit(second, 1);
    await second.reload();
    assert.equal(await second.planJson(), three);
    assert.ok(!(await second.has(READ_ONLY)));
  }),

  test('keep: a tab that opens another plan gives the first one back', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    const second = await secondTab(planner);
    await second.waitFor(READ_ONLY);
    await planner.page.bringToFront();
    await planner.openPlan(sampleText('phuc-tho'));
    await second.page.bringToFront();
    await second.waitGone(READ_ONLY);
    await edit(second, 1);
    await planner.page.bringToFront();
    assert.ok(!(await planner.has(READ_ONLY)));
    await edit(planner, 1);
  }),

  test('keep: a copy of a plan that is open elsewhere can be edited', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    const second = await secondTab(planner);
    await second.waitFor(READ_ONLY);
    await second.click({ role: 'button', label: 'Sửa trên bản sao' });
    await second.waitGone(READ_ONLY);
    await edit(second, 1);
    assert.match(JSON.parse(await second.planJson()).title, /\(bản sao\)$/);
    await planner.page.bringToFront();
    assert.equal(await planner.planJson(), one);
    await edit(planner, 1);
  }),

  test('keep: a reload does not leave a tab read-only', async (planner) => {
    await openSample(planner);
    for (let time = 0; time < 3; ++time) {
      await planner.reload();
      assert.ok(!(await planner.has(READ_ONLY)));
      await edit(planner, 1);
    }
  }),

  test('keep: without locks nothing is overwritten by another tab', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    const page = await planner.page.browserContext().newPage();
    await noLocks(page);
    const second = new Planner(page, planner.address, planner.screenshots);
    await second.load();
    assert.ok(!(await second.has(READ_ONLY)));
    await edit(second, 1);
    await planner.page.bringToFront();
    const [, mine] = await edit(planner, 1);
    await planner.waitFor(READ_ONLY);
    assert.equal(await planner.planJson(), mine, 'the edit is still on screen');
    await planner.screenshot('keep-02-conflict');
    const newest = await second.planJson();
    await planner.click({ role: 'button', label: 'Mở bản mới nhất' });
    await planner.waitGone(READ_ONLY);
    assert.equal(await planner.planJson(), newest);
    await edit(planner, 1);
  }, { prepare: noLocks }),

  test('keep: a full storage is said, a file is offered, and nothing is lost', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    assert.equal(await asksBeforeLeaving(planner), false);
    await planner.page.evaluate(() => { window.full = true; });
    const [, , three] = await edit(planner, 2);
    await planner.waitFor(NOT_SAVED);
    const [alert] = await planner.findAll(NOT_SAVED);
    assert.match(alert.value, /đã đầy/);
    assert.equal(await asksBeforeLeaving(planner), true);
    await planner.screenshot('keep-03-full');
    await planner.click({ role: 'button', label: 'Lưu tệp ngay' });
    assert.equal(await download(planner, '.json'), three);
    assert.equal(await asksBeforeLeaving(planner), false);
    await planner.click({ role: 'tab', label: 'EN' });
    await planner.screenshot('keep-04-full-en');
    await planner.click({ role: 'tab', label: 'VI' });

    await planner.page.evaluate(() => { window.full = false; });
    await planner.click({ role: 'button', label: 'Thử lưu lại' });
    await planner.waitGone(NOT_SAVED);
    await planner.reload();
    assert.equal(await planner.planJson(), three);
  }, { prepare: fullOnDemand }),

  test('keep: the quota of the browser itself is such a full storage', async (planner, { origin }) => {
    const session = await planner.page.createCDPSession();
    // What the page caches of itself for offline use counts as well.
    const used = await planner.page.evaluate(async () => {
      await navigator.serviceWorker?.ready;
      return (await navigator.storage.estimate()).usage;
    });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: used + 300_000 });
    await openSample(planner);
    await edit(planner, 1);
    assert.ok(!(await planner.has(NOT_SAVED)));
    // The browser updates its estimate of free space only now and then.
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline && !(await planner.has(NOT_SAVED))) {
      await planner.openPlan(sampleText('ha-noi'));
    }
    const alert = await planner.find(NOT_SAVED);
    assert.match(alert.value, /đã đầy/);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await planner.click({ role: 'button', label: 'Thử lưu lại' });
    await planner.waitGone(NOT_SAVED);
    const [, one] = await edit(planner, 1);
    await planner.reload();
    assert.equal(await planner.planJson(), one);
  }, { only: ['chromium'], alone: true }),

  test('keep: edits left behind in a full storage are written when there is room', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    await planner.page.evaluate(() => { window.full = true; });
    const [, two] = await edit(planner, 1);
    await planner.openPlan(sampleText('phuc-tho'));
    await planner.page.evaluate(() => { window.full = false; });
    await edit(planner, 1);
    await openMenu(planner, 'Kế hoạch khác…');
    await planner.click({ role: 'stored', labelPart: 'Thanh Trì' });
    await planner.waitFor({ role: 'tile', labelPart: 'Thanh Trì' });
    assert.equal(await planner.planJson(), two);
    await planner.reload();
    assert.equal(await planner.planJson(), two);
  }, { prepare: fullOnDemand }),

  test('keep: room is made by what was deleted before', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    await planner.openPlan(sampleText('phuc-tho'));
    await openMenu(planner, 'Kế hoạch khác…');
    await planner.click({ role: 'button', label: 'Xóa khỏi trình duyệt' });
    await planner.waitFor({ role: 'deleted', labelPart: 'Thanh Trì' });
    await planner.click({ role: 'button', label: 'Quay lại kế hoạch đang mở' });
    // Full until something is deleted.
    await planner.page.evaluate(() => {
      window.full = true;
      const remove = IDBObjectStore.prototype.delete;
      IDBObjectStore.prototype.delete = function removed(...values) {
        if (this.name === 'bases') window.full = false;
        return remove.apply(this, values);
      };
    });
    const [, one] = await edit(planner, 1);
    assert.ok(!(await planner.has(NOT_SAVED)));
    assert.equal((await plansIn(planner.page)).length, 1);
    await planner.reload();
    assert.equal(await planner.planJson(), one);
  }, { prepare: fullOnDemand }),

  test('keep: blocked storage is said, and a file is offered', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    const alert = await planner.find(NOT_SAVED);
    assert.match(alert.value, /cửa sổ riêng tư/);
    assert.equal(await asksBeforeLeaving(planner), true);
    await planner.click({ role: 'button', label: 'Lưu tệp ngay' });
    assert.equal(await download(planner, '.json'), one);
    await planner.screenshot('keep-05-blocked');
    await planner.click({ role: 'button', label: 'Ẩn thông báo' });
    assert.ok(!(await planner.has(NOT_SAVED)));
  }, {
    prepare: async (page) => {
      await withoutPicker(page);
      await page.evaluateOnNewDocument(() => {
        Object.defineProperty(window, 'indexedDB', {
          get: () => { throw new DOMException('blocked', 'SecurityError'); },
        });
      });
    },
  }),

  test('keep: storage that answers nothing holds the start up for seconds only', async (planner) => {
    await openSample(planner);
    await edit(planner, 1);
    await planner.waitFor(NOT_SAVED);
  }, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      IDBFactory.prototype.open = () => ({});
    }),
  }),

  test('keep: goes back to restore points, across a reload, and back again', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    await openMenu(planner, 'Điểm khôi phục…');
    await planner.click({ role: 'button', label: 'Đặt điểm khôi phục ngay' });
    await planner.click({ role: 'button', label: 'Đóng' });
    const [, , three] = await edit(planner, 2);
    // Undone and replaced by other edits: only the restore points lead back.
    for (let time = 0; time < 3; ++time) await planner.press('Control+KeyZ');
    const other = await planner.planJson();
    await planner.click({ role: 'combobox', label: 'Kế hoạch' });
    await planner.click({ role: 'textbox', label: 'Tên kế hoạch' });
    await planner.press('Control+KeyA');
    await planner.type('Khác');
    await planner.press('Enter');
    await planner.press('Escape');
    const renamed = await planner.planJson();
    assert.notEqual(renamed, other);
    await planner.reload();
    assert.equal(await planner.planJson(), renamed);

    const restore = async (kind) => {
      await openMenu(planner, 'Điểm khôi phục…');
      const points = await planner.findAll({ role: 'restore-point' });
      const point = points.find(({ value }) => value.startsWith(kind));
      assert.ok(point, `no point "${kind}" among ${points.map(({ value }) => value)}`);
      assert.match(point.label, /^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
      const buttons = await planner.findAll({ role: 'button', label: 'Khôi phục' });
      const beside = buttons.find(({ y, h }) => y > point.y - 1 && y + h < point.y + point.h + 1);
      if (kind === 'Đặt') await planner.screenshot('keep-08-restore-points');
      await planner.click(beside);
      await planner.waitGone({ role: 'dialog', label: 'Điểm khôi phục' });
      await planner.settled();
    };
    await restore('Đặt');
    assert.equal(await planner.planJson(), one);
    assert.match(await news(planner), /đã khôi phục về/);
    await restore('Phần đã hoàn tác');
    assert.equal(await planner.planJson(), three);
    await planner.reload();
    assert.equal(await planner.planJson(), three);
    assert.ok((await pointsIn(planner.page)).length >= 4);
    assert.ok((await recordsIn(planner.page)).length >= 3);
  }),

  test('keep: a deleted plan can be brought back', async (planner) => {
    await openSample(planner);
    const [, one] = await edit(planner, 1);
    await planner.openPlan(sampleText('phuc-tho'));
    await openMenu(planner, 'Kế hoạch khác…');
    await planner.click({ role: 'button', label: 'Xóa khỏi trình duyệt' });
    await planner.waitFor({ role: 'deleted' });
    await planner.reload();
    await openMenu(planner, 'Kế hoạch khác…');
    await planner.waitFor({ role: 'deleted' });
    await planner.click({ role: 'button', label: 'Lấy lại' });
    await planner.waitGone({ role: 'deleted' });
    await planner.click({ role: 'stored', labelPart: 'Thanh Trì' });
    await planner.waitFor({ role: 'tile', labelPart: 'Thanh Trì' });
    assert.equal(await planner.planJson(), one);
  }),

];
