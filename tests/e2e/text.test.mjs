// Text entry, through a real field of the planner with the real keyboard and clipboard.

import assert from 'node:assert/strict';
import { sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';

const NAME = 'Nguyễn Thị Ánh Đượm';

/** Makes the first text field of an open plan active. */
async function enterField(planner) {
  assert.deepEqual(await planner.openPlan(sampleText('thanh-tri')), []);
  const field = await planner.find({ role: 'textbox' });
  await planner.click(field);
  await planner.until(() => document.activeElement?.id === 'text-agent');
  return {
    value: async () => (await planner.find({ role: 'textbox', label: field.label })).value,
    inPage: () => planner.page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.getElementById('text-agent');
      return [value, selectionStart, selectionEnd];
    }),
  };
}

/** Ctrl and a letter; Chromium's driver must be told which command that is. */
const chord = (planner, letter, command) =>
  planner.press(`Control+Key${letter}`, command ? { commands: [command] } : {});

export default [
  test('types Vietnamese', async (planner) => {
    const field = await enterField(planner);
    await planner.type(NAME);
    assert.equal(await field.value(), NAME);
    assert.deepEqual(await field.inPage(), [NAME, NAME.length, NAME.length]);
    await planner.screenshot('10-typed');
  }),

  test('types in the midst, deletes both ways, selects by keys', async (planner) => {
    const field = await enterField(planner);
    await planner.type('Đông');
    for (const key of ['ArrowLeft', 'ArrowLeft']) await planner.page.keyboard.press(key);
    await planner.type('xx');
    assert.equal(await field.value(), 'Đôxxng');
    await planner.press('Backspace');
    await planner.press('Delete');
    assert.equal(await field.value(), 'Đôxg');
    await planner.press('Home');
    await planner.press('Shift+ArrowRight');
    await planner.type('a');
    assert.equal(await field.value(), 'aôxg');
    await planner.press('End');
    await planner.type('!');
    assert.equal(await field.value(), 'aôxg!');
    await planner.press('Shift+Home');
    await planner.type('z');
    assert.equal(await field.value(), 'z');
    assert.deepEqual(await field.inPage(), ['z', 1, 1]);
  }),

  test('keeps the order of fast typing with keys in between', async (planner) => {
    const field = await enterField(planner);
    const session = await planner.page.createCDPSession();
    const keys = [['a', 'KeyA', 65], ['b', 'KeyB', 66], ['ArrowLeft', 'ArrowLeft', 37],
      ['c', 'KeyC', 67], ['Backspace', 'Backspace', 8], ['d', 'KeyD', 68], ['End', 'End', 35],
      ['e', 'KeyE', 69]];
    // Nothing is waited for in between.
    await Promise.all(keys.flatMap(([key, code, windowsVirtualKeyCode]) => {
      const event = { key, code, windowsVirtualKeyCode };
      const text = key.length === 1 ? { text: key } : {};
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...text }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
      ];
    }));
    await planner.settled();
    assert.equal(await field.value(), 'adbe');
  }, { only: ['chromium'] }),

  test('replaces by backspace as UniKey does', async (planner) => {
    const field = await enterField(planner);
    // "Nguyen" becomes "Nguyên": back over the vowel, and again.
    await planner.type('Nguyen');
    await planner.press('Backspace');
    await planner.press('Backspace');
    await planner.type('ên');
    assert.equal(await field.value(), 'Nguyên');
  }),

  test('composes by an input method', async (planner) => {
    const field = await enterField(planner);
    const session = await planner.page.createCDPSession();
    const compose = (text) => session.send('Input.imeSetComposition', {
      text, selectionStart: text.length, selectionEnd: text.length,
    });
    for (const part of ['d', 'đ', 'đu', 'đươ', 'đượ', 'đượm']) {
      await compose(part);
      await planner.settled();
      assert.equal(await field.value(), part, 'what is being composed is shown');
    }
    await session.send('Input.insertText', { text: 'đượm' });
    await planner.settled();
    assert.equal(await field.value(), 'đượm');
    assert.deepEqual(await field.inPage(), ['đượm', 4, 4]);
  }, { only: ['chromium'] }),

  test('keeps what was being composed when the field is left', async (planner) => {
    const field = await enterField(planner);
    const session = await planner.page.createCDPSession();
    await session.send('Input.imeSetComposition', {
      text: 'ánh', selectionStart: 3, selectionEnd: 3,
    });
    await planner.settled();
    const { width, height } = planner.page.viewport();
    await planner.page.mouse.click(width - 4, height - 4);
    await planner.settled();
    assert.equal(await field.value(), 'ánh');
  }, { only: ['chromium'] }),

  test('combining marks become single letters', async (planner) => {
    const field = await enterField(planner);
    await planner.page.evaluate((text) => document.execCommand('insertText', false, text),
      NAME.normalize('NFD'));
    await planner.settled();
    assert.equal(await field.value(), NAME);
  }),

  test('cuts, copies and pastes Vietnamese', async (planner) => {
    const field = await enterField(planner);
    await planner.type(NAME);
    await chord(planner, 'A');
    assert.deepEqual(await field.inPage(), [NAME, 0, NAME.length]);
    await chord(planner, 'X', 'cut');
    assert.equal(await field.value(), '');
    await chord(planner, 'V', 'paste');
    assert.equal(await field.value(), NAME);
    await chord(planner, 'A');
    await chord(planner, 'C', 'copy');
    await planner.press('End');
    await planner.type(' ');
    await chord(planner, 'V', 'paste');
    assert.equal(await field.value(), `${NAME} ${NAME}`);
    await chord(planner, 'Z');
    assert.equal(await field.value(), `${NAME} `);
  }),

  test('keys in a field are no commands; Enter and Escape are', async (planner) => {
    const field = await enterField(planner);
    await planner.type('a');
    await planner.press('Escape');
    await planner.until(() => document.activeElement?.id === 'canvas');
    assert.equal(await field.value(), '');
  }),
];
