// Text entry, through a real field of the planner with the real keyboard and clipboard.

import assert from 'node:assert/strict';
import { sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';

const NAME = 'Nguyễn Thị Ánh Đượm';

/** Activates the first text field of an open plan. */
async function enterField(planner) {
  assert.deepEqual(await planner.openPlan(sampleText('thanh-tri')), []);
  const field = await planner.find({ role: 'textbox' });
  await planner.click(field);
  await planner.until(() => document.activeElement?.id === 'text-agent');
  return {
    value: async () => (await planner.find({ role: 'textbox', label: field.label })).value,
    becomes: (value) => planner.waitFor({ role: 'textbox', label: field.label, value }),
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
  }, { main: true }),

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

  test('a held key moves once, and again as often as the browser says', async (planner) => {
    const field = await enterField(planner);
    await planner.type('Đông');
    await planner.page.keyboard.down('ArrowLeft');
    // Longer than a single key press takes, with frames in between.
    for (let x = 0; x < 8; x += 1) {
      await planner.page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 60); }));
      await planner.page.mouse.move(600 + x, 300);
      await planner.settled();
    }
    assert.deepEqual(await field.inPage(), ['Đông', 3, 3]);
    await planner.page.evaluate(() => {
      for (let times = 0; times < 2; times += 1) {
        document.getElementById('text-agent').dispatchEvent(new KeyboardEvent('keydown', {
          key: 'ArrowLeft', code: 'ArrowLeft', repeat: true, bubbles: true, cancelable: true,
        }));
      }
    });
    await planner.page.keyboard.up('ArrowLeft');
    await planner.settled();
    assert.deepEqual(await field.inPage(), ['Đông', 1, 1]);
    await planner.type('x');
    assert.equal(await field.value(), 'Đxông');
  }),

  test('keeps the order of fast typing with keys in between', async (planner) => {
    const field = await enterField(planner);
    const session = await planner.page.createCDPSession();
    const keys = [['a', 'KeyA', 65], ['b', 'KeyB', 66], ['ArrowLeft', 'ArrowLeft', 37],
      ['c', 'KeyC', 67], ['Backspace', 'Backspace', 8], ['d', 'KeyD', 68], ['End', 'End', 35],
      ['e', 'KeyE', 69]];
    // Without waiting in between.
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
    // "Nguyen" becomes "Nguyên": backspace over the vowel, and retype it.
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

  test('composes by an input method that corrects what it wrote, as Telex does', async (planner) => {
    const field = await enterField(planner);
    await planner.type('Bà ');
    const session = await planner.page.createCDPSession();
    // The keys of "Nguyeexn": each one may change letters before it.
    for (const text of ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyễ', 'Nguyễn']) {
      await session.send('Input.imeSetComposition', {
        text, selectionStart: text.length, selectionEnd: text.length,
      });
      await planner.settled();
      assert.equal(await field.value(), `Bà ${text}`);
    }
    await session.send('Input.insertText', { text: 'Nguyễn ' });
    await session.send('Input.imeSetComposition', { text: 'Á', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.insertText', { text: 'Ánh' });
    await planner.settled();
    assert.equal(await field.value(), 'Bà Nguyễn Ánh');
    assert.deepEqual(await field.inPage(), ['Bà Nguyễn Ánh', 13, 13]);
  }, { only: ['chromium'] }),

  test('gives up a composition without a trace', async (planner) => {
    const field = await enterField(planner);
    await planner.type('ab');
    const session = await planner.page.createCDPSession();
    await session.send('Input.imeSetComposition', {
      text: 'xyz', selectionStart: 3, selectionEnd: 3,
    });
    await planner.settled();
    assert.equal(await field.value(), 'abxyz');
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    await planner.settled();
    assert.equal(await field.value(), 'ab');
    await planner.type('c');
    assert.equal(await field.value(), 'abc');
  }, { only: ['chromium'] }),

  test('keys during a composition are no commands', async (planner) => {
    const field = await enterField(planner);
    const session = await planner.page.createCDPSession();
    await session.send('Input.imeSetComposition', { text: 'an', selectionStart: 2, selectionEnd: 2 });
    // The events that an input method lets through: 229 stands for a key that it handles.
    const taken = [['Enter', 'Enter', 0], ['Escape', 'Escape', 0], ['k', 'KeyK', 2], ['z', 'KeyZ', 2],
      ['F1', 'F1', 0], ['ArrowDown', 'ArrowDown', 0]];
    for (const [key, code, modifiers] of taken) {
      for (const type of ['rawKeyDown', 'keyUp']) {
        await session.send('Input.dispatchKeyEvent', {
          type, key, code, modifiers, windowsVirtualKeyCode: 229,
        });
      }
      await planner.settled();
      assert.equal(await field.value(), 'an', key);
      assert.equal(await planner.focus(), 'text-agent', key);
      assert.equal((await planner.findAll({ role: 'option' })).length, 0, key);
    }
    await session.send('Input.insertText', { text: 'ấn' });
    await planner.settled();
    assert.equal(await field.value(), 'ấn');
  }, { only: ['chromium'] }),

  test('dead keys wait for their letter', async (planner) => {
    const field = await enterField(planner);
    const session = await planner.page.createCDPSession();
    const dead = { key: 'Dead', code: 'BracketLeft', windowsVirtualKeyCode: 221 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...dead });
    await session.send('Input.imeSetComposition', { text: '^', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...dead });
    await session.send('Input.insertText', { text: 'ê' });
    await planner.settled();
    assert.equal(await field.value(), 'ê');
  }, { only: ['chromium'] }),

  test('composes in any browser by the events of a composition', async (planner) => {
    const field = await enterField(planner);
    const step = (type, text) => planner.page.evaluate(([event, value]) => {
      const agent = document.getElementById('text-agent');
      if (event !== 'compositionstart') agent.value = value;
      const init = { bubbles: true, data: value, isComposing: event !== 'compositionend' };
      agent.dispatchEvent(new CompositionEvent(event, init));
      if (event === 'compositionupdate') agent.dispatchEvent(new InputEvent('input', init));
    }, [type, text]);
    await step('compositionstart', '');
    for (const text of ['d', 'đ', 'đi', 'đie', 'điê', 'điện']) {
      await step('compositionupdate', text);
      await planner.settled();
      assert.equal(await field.value(), text);
    }
    await step('compositionend', 'điện');
    await planner.settled();
    assert.equal(await field.value(), 'điện');
    await planner.type('!');
    assert.equal(await field.value(), 'điện!');
  }),

  test('takes over what autocorrection makes of a word', async (planner) => {
    const field = await enterField(planner);
    await planner.type('Thanh Tri xa');
    // As browsers do it: the text changes first, then one event reports it.
    await planner.page.evaluate(() => {
      const agent = document.getElementById('text-agent');
      agent.setRangeText('Trì', 6, 9, 'end');
      agent.dispatchEvent(new InputEvent('input', {
        bubbles: true, inputType: 'insertReplacementText', data: 'Trì',
      }));
    });
    await planner.settled();
    assert.equal(await field.value(), 'Thanh Trì xa');
    assert.deepEqual(await field.inPage(), ['Thanh Trì xa', 9, 9]);
  }),

  test('the real text field lies at the caret', async (planner) => {
    const field = await enterField(planner);
    const drawn = await planner.find({ role: 'textbox' });
    const place = () => planner.page.evaluate(() => {
      const { left, top, height } = document.getElementById('text-agent').getBoundingClientRect();
      return { left, top, height };
    });
    const empty = await place();
    assert.ok(empty.left >= drawn.x && empty.left < drawn.x + 20, `${empty.left} of ${drawn.x}`);
    assert.ok(empty.top >= drawn.y - 2 && empty.top + empty.height <= drawn.y + drawn.h + 4);
    await planner.type('mmmmmm');
    const typed = await place();
    assert.ok(typed.left > empty.left + 40, `${typed.left} after ${empty.left}`);
    await planner.press('ArrowLeft');
    const back = await place();
    assert.ok(back.left < typed.left && back.left > empty.left);
    await planner.press('Home');
    assert.equal((await place()).left, empty.left);
    assert.equal(await field.value(), 'mmmmmm');
  }),

  test('asks a phone for the keyboard that fits', async (planner) => {
    await enterField(planner);
    const mode = () => planner.page.evaluate(() => document.getElementById('text-agent').inputMode);
    assert.equal(await mode(), 'search');
    await planner.click({ role: 'button', label: 'Thêm đợt' });
    await planner.click({ role: 'textbox', label: 'Ngày của đợt' });
    await planner.until(() => document.getElementById('text-agent').inputMode === 'decimal');
    await planner.click({ role: 'textbox', label: 'Tên đợt' });
    await planner.until(() => document.getElementById('text-agent').inputMode === 'text');
  }),

  test('cells pasted into a single field become one line', async (planner) => {
    const field = await enterField(planner);
    await planner.paste('Xã Tam Hiệp\tThanh Trì\r\nHà Nội\r\n');
    assert.equal(await field.value(), 'Xã Tam Hiệp Thanh Trì Hà Nội');
  }),

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
    await field.becomes(NAME);
    await chord(planner, 'A');
    await chord(planner, 'C', 'copy');
    await planner.press('End');
    await planner.type(' ');
    await chord(planner, 'V', 'paste');
    await field.becomes(`${NAME} ${NAME}`);
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
