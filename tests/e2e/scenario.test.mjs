// The planner's main job, as a user does it: open a sample, move an official to another district,
// read both districts' counts, undo, redo, reload, save and open files.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { PlanFacts, samplePath, sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';
import { openMenu, withoutPicker } from './lib/work.mjs';

const SAMPLE = 'Hà Nội 2023';
const FROM = 'Huyện Thanh Trì';
const TO = 'Huyện Phúc Thọ';
const UNDO = 'Control+KeyZ';
const REDO = 'Control+Shift+KeyZ';

async function openSample(planner, label = SAMPLE) {
  await planner.click({ role: 'sample', label });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
}

const attained = (tile) => Number(tile.value.split('/')[0]);
const tileOf = (planner, label) => planner.find({ role: 'tile', label });

/** Posts that are completely visible on the board and whose holder has a unique name. */
async function seatsOf(planner, facts, district) {
  const posts = await planner.findAll({ role: 'post' });
  const height = Math.max(...posts.map(({ h }) => h));
  return posts.filter((post) => post.h === height && facts.byName.has(post.value) &&
    facts.districtOf(post.label) === district);
}

/** The position in the document's history, "2/3". */
async function place(planner) {
  const status = await planner.findAll({ role: 'status' });
  return status.map(({ value }) => value).find((value) => /^\d+\/\d+$/.test(value));
}

/** Shows a district on the board and waits for its posts. */
async function showDistrict(planner, facts, district) {
  await planner.click({ role: 'tile', label: district });
  await planner.waitFor({ role: 'heading', label: district });
  return seatsOf(planner, facts, district);
}

/**
 * Drags an official to a post of another district: over the district's tile until its board shows,
 * then onto the post. `before` is called with the button still down.
 */
async function dragAcross(planner, facts, before) {
  // A local, so that both districts can gain.
  const source = (await showDistrict(planner, facts, FROM))
    .find((seat) => facts.countsIn(seat.value, seat.label) === 0);
  const tile = await tileOf(planner, TO);
  const { mouse } = planner.page;
  await mouse.move(source.x + source.w / 2, source.y + source.h / 2);
  await mouse.down();
  await mouse.move(tile.x + tile.w / 2, tile.y + tile.h / 2, { steps: 12 });
  await planner.waitFor({ role: 'heading', label: TO });
  const targets = await seatsOf(planner, facts, TO);
  const changes = (target) => ({
    [FROM]: facts.countsIn(target.value, source.label) - facts.countsIn(source.value, source.label),
    [TO]: facts.countsIn(source.value, target.label) - facts.countsIn(target.value, target.label),
  });
  const weight = (target) => {
    const { [FROM]: from, [TO]: to } = changes(target);
    return Math.abs(from) + Math.abs(to);
  };
  // The one with the largest change, so that the test can fail.
  const target = targets.reduce((best, seat) => (weight(seat) > weight(best) ? seat : best));
  await mouse.move(target.x + target.w / 2, target.y + target.h / 2, { steps: 12 });
  await planner.settled();
  await before();
  await mouse.up();
  await planner.settled();
  return { source, target, changes: changes(target) };
}

const openFile = async (planner, file) => {
  const input = await planner.page.$('#open-file');
  await input.uploadFile(file);
  await planner.settled();
};

/** Drops a file created in the page. */
const dropFile = (planner, name, text, padding = 0) => planner.page.evaluate(
  (fileName, content, zeros) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content, new Uint8Array(zeros)], fileName));
    const canvas = document.getElementById('canvas');
    const fire = (type) => canvas.dispatchEvent(new DragEvent(type, {
      dataTransfer: transfer, bubbles: true, cancelable: true,
    }));
    fire('dragenter');
    fire('dragover');
    const hinted = !document.getElementById('drop-hint').hidden;
    fire('drop');
    return [hinted, document.getElementById('drop-hint').hidden];
  }, name, text, padding);

/** A file picker that writes into window.saved and counts how often it was shown. */
const withPicker = (page) => page.evaluateOnNewDocument(() => {
  window.saved = [];
  window.picked = 0;
  window.showSaveFilePicker = async ({ suggestedName }) => {
    window.picked += 1;
    return {
      name: suggestedName,
      createWritable: async () => {
        let bytes = null;
        return {
          write: async (data) => { bytes = data; },
          close: async () => { window.saved.push(new TextDecoder().decode(bytes)); },
        };
      },
    };
  };
});

export default [
  test('first run offers the samples; one opens with all its districts', async (planner) => {
    assert.equal((await planner.findAll({ role: 'sample' })).length, 3);
    await openSample(planner);
    const tiles = await planner.findAll({ role: 'tile' });
    assert.equal(tiles.length, 30);
    assert.ok(tiles.every(({ value }) => /^\d+\/\d+$/.test(value)));
    assert.deepEqual(JSON.parse(await planner.planJson()).posts.length, 1158);
    await planner.screenshot('20-ha-noi');
  }, { main: true }),

  test('Thanh Trì shows 17/32', async (planner) => {
    await openSample(planner, 'Thanh Trì 7/2023');
    const tile = await planner.find({ role: 'tile' });
    assert.equal(tile.value, '17/32');
    await planner.screenshot('21-thanh-tri');
  }),

  test('moves an official to another district: counts, undo, redo, reload', async (planner) => {
    await openSample(planner);
    const opened = await planner.planJson();
    const facts = new PlanFacts(opened);
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    assert.equal(await place(planner), '1/1');
    const before = { [FROM]: await tileOf(planner, FROM), [TO]: await tileOf(planner, TO) };

    const { source, target, changes } = await dragAcross(planner, facts, async () => {
      const effect = await planner.find({ role: 'tooltip' });
      for (const district of [FROM, TO]) {
        assert.ok(effect.value.includes(district.replace(/^Huyện /, '')),
          `the effect at the cursor does not name ${district}: ${effect.value}`);
      }
      await planner.screenshot('22-dragging');
    });
    await planner.screenshot('23-moved');
    assert.equal(await place(planner), '2/2');
    assert.deepEqual(changes, { [FROM]: 1, [TO]: 1 }, 'both districts gain');
    const expectMoved = async () => {
      for (const district of [FROM, TO]) {
        const tile = await tileOf(planner, district);
        assert.equal(attained(tile), attained(before[district]) + changes[district], district);
      }
    };
    await expectMoved();
    assert.equal((await planner.find({ role: 'post', label: target.label })).value, source.value);
    const moved = await planner.planJson();
    assert.notEqual(moved, opened);

    await planner.press(UNDO);
    assert.equal(await place(planner), '1/2');
    for (const district of [FROM, TO]) {
      assert.equal((await tileOf(planner, district)).value, before[district].value);
    }
    assert.equal((await planner.find({ role: 'post', label: target.label })).value, target.value);

    await planner.press(REDO);
    assert.equal(await planner.planJson(), moved);
    await expectMoved();
    await planner.press(UNDO);
    await planner.press('Control+KeyY');
    assert.equal(await planner.planJson(), moved);

    await planner.reload();
    assert.equal(await planner.planJson(), moved);
    assert.equal(await place(planner), '2/2');
    await expectMoved();
    await planner.screenshot('24-after-reload');

    // The position in the history is restored, too.
    await planner.press(UNDO);
    await planner.press(UNDO);
    assert.equal(await planner.planJson(), opened);
    await planner.reload();
    assert.equal(await planner.planJson(), opened);
    assert.equal(await place(planner), '0/2');
    await planner.press(REDO);
    await planner.press(REDO);
    assert.equal(await planner.planJson(), moved);
  }, { main: true }),

  test('an edit after undo drops what was undone, in the journal too', async (planner) => {
    await openSample(planner, 'Thanh Trì 7/2023');
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    await planner.press(UNDO);
    await planner.press(UNDO);
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    assert.equal(await place(planner), '1/1');
    const now = await planner.planJson();
    await planner.reload();
    assert.equal(await planner.planJson(), now);
    assert.equal(await place(planner), '1/1');
  }),

  test('keeps several plans and opens each again', async (planner) => {
    const first = sampleText('thanh-tri');
    const second = sampleText('phuc-tho');
    assert.deepEqual(await planner.openPlan(first), []);
    assert.deepEqual(await planner.openPlan(second), []);
    await openMenu(planner, 'Kế hoạch khác…');
    await planner.waitFor({ role: 'stored' });
    await planner.screenshot('25-stored');
    const title = JSON.parse(first).title;
    await planner.click({ role: 'stored', label: title });
    await planner.waitGone({ role: 'stored' });
    assert.equal(await planner.planJson(), first);
    await planner.reload();
    assert.equal(await planner.planJson(), first, 'the plan that was open last comes back');
  }),

  test('saves a file and opens it again, byte for byte', async (planner) => {
    const text = sampleText('phuc-tho');
    assert.deepEqual(await planner.openPlan(text), []);
    await planner.click({ role: 'button', label: 'Lưu tệp' });
    const file = await planner.downloaded('.json');
    assert.equal(fs.readFileSync(file, 'utf8'), text);
    assert.deepEqual(await planner.openPlan(sampleText('thanh-tri')), []);
    await openFile(planner, file);
    assert.equal(await planner.planJson(), text);
  }, { main: true, prepare: withoutPicker }),

  test('saves again to the file that was chosen, until another plan is open', async (planner) => {
    const [first, second] = [sampleText('thanh-tri'), sampleText('phuc-tho')];
    const saves = () => planner.page.evaluate(() => [window.picked, window.saved]);
    await planner.openPlan(first);
    await planner.press('Control+KeyS');
    await planner.press('Control+KeyS');
    await planner.until(() => window.saved.length === 2);
    assert.deepEqual(await saves(), [1, [first, first]]);
    await planner.openPlan(second);
    await planner.press('Control+KeyS');
    await planner.until(() => window.saved.length === 3);
    assert.deepEqual(await saves(), [2, [first, first, second]]);
  }, { prepare: withPicker }),

  test('a file dropped on the page opens; one over 64 MB is refused in words', async (planner) => {
    const text = sampleText('thanh-tri');
    assert.deepEqual(await dropFile(planner, 'plan.json', text), [true, true]);
    await planner.settled();
    assert.equal(await planner.planJson(), text);
    await dropFile(planner, 'huge.json', '{}', 65 * 1024 * 1024);
    await planner.waitFor({ role: 'dialog' });
    const error = await planner.find({ role: 'error' });
    assert.match(error.label, /64/);
    assert.equal(await planner.planJson(), text);
  }),

  test('refuses a broken file with its errors listed', async (planner, { scratch }) => {
    const text = sampleText('thanh-tri');
    assert.deepEqual(await planner.openPlan(text), []);
    const file = path.join(scratch, 'broken.json');
    fs.writeFileSync(file, text.replaceAll('"unit"', '"unti"'));
    await openFile(planner, file);
    const dialog = await planner.find({ role: 'dialog' });
    assert.match(dialog.label, /broken\.json/);
    assert.equal(dialog.value, '20');
    await planner.screenshot('26-broken-file');
    assert.equal(await planner.planJson(), text);
    await planner.press('Escape');
    await planner.waitGone({ role: 'dialog' });
    assert.equal(await planner.planJson(), text);
  }),

  test('opens a file by the button', async (planner) => {
    const [chooser] = await Promise.all([
      planner.page.waitForFileChooser(),
      planner.click({ role: 'button', label: 'Mở tệp' }),
    ]);
    await chooser.accept([samplePath('thanh-tri')]);
    await planner.waitFor({ role: 'tile' });
    assert.equal(await planner.planJson(), sampleText('thanh-tri'));
  }, { only: ['chromium'] }),

  test('switches the language at once and remembers it', async (planner) => {
    await openSample(planner);
    assert.ok(await planner.has({ role: 'button', label: 'Lưu tệp' }));
    await planner.click({ role: 'tab', label: 'EN' });
    await planner.waitGone({ role: 'button', label: 'Lưu tệp' });
    assert.equal(await planner.page.evaluate(() => document.documentElement.lang), 'en');
    await planner.screenshot('27-english');
    await planner.reload();
    assert.ok(!(await planner.has({ role: 'button', label: 'Lưu tệp' })));
    await planner.click({ role: 'tab', label: 'VI' });
    await planner.waitFor({ role: 'button', label: 'Lưu tệp' });
  }, { main: true }),

  test('is quiet with a plan open, after work', async (planner) => {
    await openSample(planner);
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    await planner.press(UNDO);
    // The undone edit is announced for a while.
    await planner.resting();
    const before = [await planner.framesRendered(), await planner.framesComputed()];
    await planner.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 2000); }));
    assert.deepEqual([await planner.framesRendered(), await planner.framesComputed()], before);
  }),

  test('is usable at 1366 × 768', async (planner) => {
    await openSample(planner);
    assert.ok((await planner.findAll({ role: 'post' })).length >= 10);
    assert.equal((await planner.findAll({ role: 'tile' })).length, 30);
    await planner.screenshot('28-1366x768');
  }, { viewport: { width: 1366, height: 768 } }),

  test('says that nothing is kept where storage is blocked, and works', async (planner) => {
    await openSample(planner, 'Thanh Trì 7/2023');
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    assert.equal(await place(planner), '1/1');
    await planner.press(UNDO);
    assert.equal(await planner.planJson(), sampleText('thanh-tri'));
    await planner.screenshot('29-no-storage');
  }, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => { throw new DOMException('blocked', 'SecurityError'); },
      });
    }),
  }),
];
