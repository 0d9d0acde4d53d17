// Without a mouse: focus, command palette, list of shortcuts; tables through the clipboard.

import assert from 'node:assert/strict';
import { sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';
import { PALETTE, openPalette } from './lib/work.mjs';

async function openCity(planner) {
  assert.deepEqual(await planner.openPlan(sampleText('ha-noi')), []);
  await planner.waitFor({ role: 'tile', label: 'Huyện Thanh Trì' });
}

/** The widget with the focus ring, as "role label". */
async function focused(planner) {
  const widget = (await planner.widgets()).find(({ focused: has }) => has);
  return widget === undefined ? '' : `${widget.role} ${widget.label}`;
}

/** Presses a key until a condition holds; returns how often. */
async function pressUntil(planner, keys, fits, most = 80) {
  for (let pressed = 1; pressed <= most; ++pressed) {
    await planner.press(keys);
    if (fits(await focused(planner))) return pressed;
  }
  throw new Error(`${keys}: never there; now at ${await focused(planner)}`);
}

/** The text that the browser pastes into a text field. */
async function pasted(planner) {
  await openPalette(planner);
  await planner.page.evaluate(() => {
    window.pasted = '';
    document.getElementById('text-agent').addEventListener('paste', (event) => {
      window.pasted = event.clipboardData.getData('text/plain');
      window.pastedHtml = event.clipboardData.getData('text/html');
      event.preventDefault();
      event.stopImmediatePropagation();
    }, { capture: true, once: true });
  });
  await planner.press('Control+KeyV', { commands: ['paste'] });
  await planner.press('Escape');
  await planner.waitGone({ role: 'textbox', label: PALETTE });
  return planner.page.evaluate(() => window.pasted);
}

/** What a spreadsheet would be given, once it begins so: a browser copies in its own time. */
async function copied(planner, beginning) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const text = await pasted(planner);
    if (text.startsWith(beginning)) return text;
    assert.ok(Date.now() < deadline, `what was copied begins with "${text.slice(0, 80)}"`);
  }
}

export default [
  test('the palette finds a district without accents and opens it', async (planner) => {
    await openCity(planner);
    // The first letter is typed at once, before any frame.
    await planner.page.keyboard.down('Control');
    await planner.page.keyboard.press('KeyK');
    await planner.page.keyboard.up('Control');
    await planner.page.keyboard.type('thanh tri');
    await planner.settled();
    assert.equal((await planner.find({ role: 'textbox', label: PALETTE })).value, 'thanh tri');
    const [first] = await planner.findAll({ role: 'option' });
    assert.equal(first.label, 'Huyện Thanh Trì');
    await planner.screenshot('60-palette');
    await planner.press('Enter');
    await planner.waitGone({ role: 'textbox', label: PALETTE });
    await planner.waitFor({ role: 'heading', label: 'Huyện Thanh Trì' });
    assert.notEqual(await planner.focus(), 'text-agent');
  }, { main: true }),

  test('the palette runs commands, chosen by arrow keys', async (planner) => {
    await openCity(planner);
    await openPalette(planner);
    await planner.type('du bao');
    assert.equal((await planner.findAll({ role: 'option' }))[0].label, 'Dự báo');
    await planner.press('ArrowDown');
    await planner.press('ArrowUp');
    await planner.press('Enter');
    await planner.waitFor({ role: 'tab', label: 'Dự báo', value: 'selected' });
  }),

  test('a press beside the palette closes it, and so does Escape', async (planner) => {
    await openCity(planner);
    await openPalette(planner);
    await planner.press('Escape');
    await planner.waitGone({ role: 'textbox', label: PALETTE });
    await openPalette(planner);
    await planner.page.mouse.click(20, 880);
    await planner.settled();
    await planner.waitGone({ role: 'textbox', label: PALETTE });
  }),

  test('F1 lists the shortcuts, in both languages', async (planner) => {
    await openCity(planner);
    await planner.press('F1');
    assert.equal((await planner.find({ role: 'fact', label: 'Hoàn tác' })).value, 'Ctrl+Z');
    await planner.screenshot('61-shortcuts');
    await planner.press('Escape');
    await planner.waitGone({ role: 'dialog', label: 'Phím tắt' });
    await planner.click({ role: 'tab', label: 'EN' });
    await planner.press('F1');
    await planner.waitFor({ role: 'fact', label: 'Undo', value: 'Ctrl+Z' });
    await planner.screenshot('62-shortcuts-english');
  }, { viewport: { width: 1366, height: 768 } }),

  test('goes everywhere by Tab and arrow keys, with a ring to be seen', async (planner) => {
    await openCity(planner);
    await pressUntil(planner, 'Tab', (at) => at.startsWith('tile '));
    const tile = await focused(planner);
    await planner.press('ArrowDown');
    assert.notEqual(await focused(planner), tile);
    await planner.screenshot('63-focus-ring');
    const district = (await focused(planner)).slice('tile '.length);
    await planner.press('Enter');
    await planner.waitFor({ role: 'heading', label: district });
    await pressUntil(planner, 'Tab', (at) => at.startsWith('post '));
    const post = await focused(planner);
    await planner.press('Enter');
    await planner.waitFor({ role: 'button', label: 'Chuyển đến…' });
    await pressUntil(planner, 'ArrowDown', (at) => at !== post, 3);
    await planner.press('Control+ArrowDown');
    assert.notEqual(await focused(planner), '');
  }),

  test('moves an official without a mouse', async (planner) => {
    await openCity(planner);
    await pressUntil(planner, 'Tab', (at) => at.startsWith('post '));
    await planner.press('Enter');
    await openPalette(planner);
    await planner.type('chuyen can bo dang chon');
    await planner.press('Enter');
    await planner.until(() => document.activeElement?.id === 'text-agent');
    await pressUntil(planner, 'Tab', (at) => at.startsWith('option '));
    const before = await planner.planJson();
    await planner.press('Enter');
    await planner.until(() => window.cadrePlanner.planJson().includes('"moves"'));
    assert.notEqual(await planner.planJson(), before);
    await planner.press('Control+KeyZ');
    assert.equal(await planner.planJson(), before);
  }),

  test('leaves the keys of the browser alone', async (planner) => {
    await openCity(planner);
    await planner.page.evaluate(() => {
      window.untaken = [];
      window.addEventListener('keydown', (event) => {
        if (!event.defaultPrevented) window.untaken.push(event.code);
        event.preventDefault();
      });
    });
    const left = ['F5', 'F3', 'F6', 'F11', 'F12', 'Control+KeyR', 'Control+KeyF', 'Control+KeyP',
      'Control+KeyL', 'Control+KeyD', 'Control+Equal', 'Control+Minus', 'Control+Digit0',
      'Control+Shift+KeyI', 'Alt+ArrowLeft'];
    for (const keys of left) {
      await planner.press(keys);
      const last = keys.split('+').at(-1);
      const untaken = await planner.page.evaluate(() => window.untaken.splice(0));
      assert.ok(untaken.includes(last), `${keys} was taken from the browser`);
    }
    for (const keys of ['F1', 'Control+KeyK', 'Control+ArrowDown', 'Tab']) {
      await planner.press(keys);
      const last = keys.split('+').at(-1);
      const untaken = await planner.page.evaluate(() => window.untaken.splice(0));
      assert.ok(!untaken.includes(last), `${keys} was left to the browser`);
      await planner.press('Escape');
    }
  }, { only: ['chromium'] }),

  test('copies a table as rows and columns', async (planner) => {
    await openCity(planner);
    await planner.click({ role: 'tab', label: 'Danh sách' });
    const [row] = await planner.findAll({ role: 'row' });
    await planner.click(row);
    await planner.press('Control+KeyC', { commands: ['copy'] });
    const lines = (await copied(planner, 'Đơn vị\tĐạt\tSố vị trí\t')).trimEnd().split('\r\n');
    assert.equal(lines.length, 31);
    assert.ok(lines.some((line) => /^Huyện Thanh Trì\t\d+\t\d+\t/.test(line)));
    const html = await planner.page.evaluate(() => window.pastedHtml);
    assert.ok(html.includes('<td>Huyện Thanh Trì</td>'), html.slice(0, 200));
  }, { only: ['chromium'] }),  // Firefox's driver cannot press the browser's own "copy"

  test('copies a table from its menu and from the palette', async (planner) => {
    await openCity(planner);
    const [post] = await planner.findAll({ role: 'post' });
    await planner.click(post, { button: 'right' });
    await planner.click({ role: 'menuitem', labelPart: 'Sao chép bảng' });
    await copied(planner, 'Đơn vị\tChức danh\tCán bộ\t');
    await openPalette(planner);
    await planner.type('sao chep danh sach can bo');
    await planner.press('Enter');
    await copied(planner, 'Mã\t');
  }),

  test('cells pasted outside of text fields are a roster to import', async (planner) => {
    await openCity(planner);
    await planner.paste('Mã\tHọ và tên\r\n999\tNguyễn Văn Mới\r\n');
    await planner.waitFor({ role: 'dialog', label: 'Nhập danh sách cán bộ' });
    await planner.press('Escape');
    await planner.waitGone({ role: 'dialog', label: 'Nhập danh sách cán bộ' });
  }),

  test('text pasted outside of text fields does nothing', async (planner) => {
    await openCity(planner);
    await planner.paste('một câu bình thường');
    assert.equal(await planner.has({ role: 'dialog' }), false);
  }),
];
