// For users who do not see the canvas, or see it differently: the accessible mirror, as judged by
// the browser's own accessibility tree and axe-core, and the preferences of the system.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DISTRICT = 'Huyện Thanh Trì';
const OTHER = 'Huyện Phúc Thọ';
const IDLE_MS = 3000;

const openSample = async (planner, name = 'ha-noi') => {
  assert.deepEqual(await planner.openPlan(sampleText(name)), []);
  await planner.waitFor({ role: 'tile' });
};

/** Updates the mirror at once instead of waiting for the browser to be idle. */
const mirrored = (planner) => planner.page.evaluate(() => window.cadrePlanner.mirrored());

/** Elements of the mirror by role, with their text. */
async function elements(planner, selector) {
  await planner.settled();
  await mirrored(planner);
  return planner.page.evaluate((wanted) => [...document.querySelectorAll(`#mirror ${wanted}`)]
    .map((element) => ({
      role: element.getAttribute('role'),
      text: element.getAttribute('aria-label') ?? element.textContent,
      value: element.value ?? null,
      inert: element.closest('[inert]') !== null,
      states: Object.fromEntries(['checked', 'selected', 'expanded', 'pressed', 'current', 'modal',
        'disabled', 'rowcount'].map((name) => [name, element.getAttribute(`aria-${name}`)])
        .filter(([, value]) => value !== null)),
    })), selector);
}

/** Presses an element as a screen reader does: with a click event, independent of the mouse. */
async function press(planner, selector, beginning) {
  await mirrored(planner);
  const found = await planner.page.evaluate((wanted, text) => {
    const element = [...document.querySelectorAll(`#mirror ${wanted}`)]
      .find((candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent)
        .startsWith(text));
    element?.click();
    return element !== undefined;
  }, selector, beginning);
  assert.ok(found, `no ${selector} that begins with "${beginning}"`);
  await planner.settled();
  await mirrored(planner);
}

/** The serious and critical findings of axe-core. */
async function seriousIn(planner) {
  await planner.settled();
  await mirrored(planner);
  // Contrast on the canvas cannot be checked by axe: theme_test.cpp computes it.
  const results = await planner.page.evaluate(() => window.axe.run(document, {
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: false } },
  }));
  return results.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0].html.slice(0, 200)}`);
}

const setLanguage = async (planner, language) => {
  await planner.click({ role: 'tab', label: language });
};

const ROLES = ['banner', 'main', 'region', 'complementary', 'table', 'row', 'rowheader', 'cell',
  'columnheader', 'list', 'listitem', 'tablist', 'tab', 'radiogroup', 'radio', 'button', 'heading',
  'textbox', 'status'];

export default [
  test('axe-core finds nothing serious in any view, in both languages', async (planner) => {
    await planner.page.evaluate(AXE);
    for (const language of ['EN', 'VI']) {
      await setLanguage(planner, language);
      assert.deepEqual(await seriousIn(planner), [], `${language}: start page`);
    }
    // Only once for the city: every view shows the same elements in the other language.
    for (const [language, sample, views] of [
      ['VI', 'ha-noi', ['Vị trí', 'Đề xuất', 'Chỉ tiêu', 'Quy định', 'Gặp mặt', 'So sánh', 'Lộ trình',
        'Dự báo', 'Nhân sự']],
      ['EN', 'phuc-tho', ['Posts', 'Proposal', 'Targets', 'Rules', 'Consultation', 'Compare', 'Roadmap',
        'Forecast', 'People']],
    ]) {
      await planner.reload();
      await planner.page.evaluate(AXE);
      await setLanguage(planner, language);
      assert.equal(await planner.page.evaluate(() => document.documentElement.lang),
        language.toLowerCase());
      await openSample(planner, sample);
      for (const view of views) {
        await planner.click({ role: 'tab', label: view });
        assert.deepEqual(await seriousIn(planner), [], `${language}: ${view}`);
      }
      await planner.click({ role: 'tab', label: views[0] });
      const post = await planner.find({ role: 'post' });
      await planner.click(post);
      assert.deepEqual(await seriousIn(planner), [], `${language}: a chosen post`);
      await planner.click({ role: 'combobox', label: language === 'VI' ? 'Kế hoạch' : 'Plan' });
      assert.deepEqual(await seriousIn(planner), [], `${language}: a menu`);
      await planner.press('Escape');
      await planner.click({ role: 'tab', label: language === 'VI' ? 'Danh sách' : 'List' });
      assert.deepEqual(await seriousIn(planner), [], `${language}: districts as a table`);
      await planner.click({ role: 'tab', label: language === 'VI' ? 'Bản đồ' : 'Map' });
    }
  }),

  test('axe-core finds nothing serious in a dialog', async (planner) => {
    await planner.page.evaluate(AXE);
    const input = await planner.page.$('#open-file');
    const file = `${planner.downloads}/broken.json`;
    fs.writeFileSync(file, '{');
    await input.uploadFile(file);
    await planner.waitFor({ role: 'dialog' });
    assert.deepEqual(await seriousIn(planner), []);
  }),

  test('a screen reader finds landmarks, tables, tabs and what they say', async (planner) => {
    await openSample(planner);
    await mirrored(planner);
    const seen = new Map();
    const walk = (node) => {
      if (!seen.has(node.role)) seen.set(node.role, []);
      seen.get(node.role).push(node);
      node.children?.forEach(walk);
    };
    walk(await planner.page.accessibility.snapshot({ interestingOnly: false }));
    const missing = ROLES.filter((role) => !seen.has(role));
    assert.deepEqual(missing, []);
    const tile = seen.get('button').find(({ name }) => name.startsWith(`${DISTRICT}: `));
    assert.match(tile.name, /^Huyện Thanh Trì: \d+\/\d+, /);
    assert.equal(seen.get('tab').filter(({ name }) => name === 'Vị trí')[0].selected, true);
    assert.ok(seen.get('table').some(({ name }) => name === 'Bảng vị trí'));
  }, { only: ['chromium'] }),

  test('pressing an element does what a click on the canvas does', async (planner) => {
    await openSample(planner);
    await press(planner, '[role=button]', `${OTHER}: `);
    await planner.waitFor({ role: 'heading', label: OTHER });
    const current = (await elements(planner, '[aria-current=true]')).map(({ text }) => text);
    assert.ok(current.some((text) => text.startsWith(`${OTHER}: `)), current.join());
    await press(planner, '[role=tab]', 'Quy định');
    await planner.waitFor({ role: 'rule' });
    await press(planner, '[role=button]', 'Kế hoạch: ');
    await planner.waitFor({ role: 'menuitem' });
    const [menu] = (await elements(planner, '[role=dialog]'));
    assert.equal(menu.text, 'Kế hoạch');
  }),

  test('elements lie where the canvas shows them, and only on request for fingers', async (planner) => {
    await openSample(planner);
    const tile = await planner.find({ role: 'tile', label: DISTRICT });
    await mirrored(planner);
    const at = (x, y) => planner.page.evaluate((left, top) => {
      const element = document.elementFromPoint(left, top);
      return element.id === 'canvas' ? 'canvas' : element.textContent;
    }, x, y);
    const middle = [tile.x + tile.w / 2, tile.y + tile.h / 2];
    assert.equal(await at(...middle), 'canvas');
    await planner.page.evaluate(() => document.querySelector('#mirror button').click());
    assert.ok((await at(...middle)).startsWith(`${DISTRICT}: `));
    await planner.page.mouse.click(...middle);
    await planner.waitFor({ role: 'heading', label: DISTRICT });
    await planner.page.evaluate(() => document.querySelector('#mirror button').click());
    assert.equal(await at(...middle), 'canvas');
  }),

  test('the focus of the page goes along with the focus on the canvas', async (planner) => {
    await openSample(planner);
    await planner.page.focus('#canvas');
    for (let i = 0; i < 4; i += 1) await planner.press('Tab');
    await mirrored(planner);
    const focused = (await planner.widgets()).find((widget) => widget.focused);
    assert.ok(focused, 'nothing has the keyboard');
    const active = await planner.page.evaluate(() => document.activeElement.textContent);
    assert.ok(active.startsWith(focused.label), `${active} for ${focused.label}`);
    await planner.press('Tab');
    await mirrored(planner);
    const next = await planner.page.evaluate(() => document.activeElement.textContent);
    assert.notEqual(next, active);
    const tile = await planner.find({ role: 'tile', label: DISTRICT });
    await planner.page.mouse.click(tile.x + 5, tile.y + tile.h - 5);
    await planner.until(() => document.activeElement.id === 'canvas');
  }),

  test('an element that gets the focus hands it to the canvas, and Enter acts there', async (planner) => {
    await openSample(planner);
    await mirrored(planner);
    await planner.page.evaluate((name) => {
      [...document.querySelectorAll('#mirror [role=button]')]
        .find((element) => element.textContent.startsWith(name)).focus();
    }, `${OTHER}: `);
    await planner.settled();
    const tile = await planner.find({ role: 'tile', label: OTHER });
    assert.equal(tile.focused, true);
    await planner.press('Enter');
    await planner.waitFor({ role: 'heading', label: OTHER });
  }),

  test('a text field is typed into by its own name', async (planner) => {
    await openSample(planner);
    await press(planner, '[role=textbox]', 'Tìm trên bảng');
    await planner.until(() => document.activeElement?.id === 'text-agent');
    await mirrored(planner);
    assert.equal(await planner.page.$eval('#text-agent', (field) => field.getAttribute('aria-label')),
      'Tìm trên bảng');
    await planner.type('Văn');
    const [field] = await elements(planner, '[role=textbox]');
    assert.equal(field.text, 'Tìm trên bảng');
    assert.equal((await planner.find({ role: 'textbox', label: 'Tìm trên bảng' })).value, 'Văn');
  }),

  test('a slider is a range that takes a value', async (planner) => {
    await openSample(planner);
    await planner.click({ role: 'tab', label: 'Chỉ tiêu' });
    await mirrored(planner);
    const wanted = await planner.page.evaluate(() => {
      const range = document.querySelector('#mirror [aria-label="Mức cần đạt"], #mirror input[type=range]');
      range.value = String(Number(range.value) + 5);
      range.dispatchEvent(new Event('input', { bubbles: true }));
      return range.value;
    });
    await planner.waitFor({ role: 'status', value: '1/1' });
    const [range] = await elements(planner, 'input[type=range]');
    assert.equal(range.value, wanted);
  }),

  test('a long list says how many rows it has and shows the next ones', async (planner) => {
    await openSample(planner);
    await planner.click({ role: 'tab', label: 'Toàn bộ' });
    const table = (await elements(planner, '[role=table]')).find(({ text }) => text === 'Bảng vị trí');
    assert.ok(Number(table.states.rowcount) > 500, table.states.rowcount);
    const first = (await elements(planner, '[role=rowheader]'))[0].text;
    await press(planner, '[role=button]', 'Các dòng sau');
    assert.notEqual((await elements(planner, '[role=rowheader]'))[0].text, first);
    await press(planner, '[role=button]', 'Các dòng trước');
    assert.equal((await elements(planner, '[role=rowheader]'))[0].text, first);
  }),

  test('an edit is said in one polite sentence', async (planner) => {
    await openSample(planner);
    await planner.click({ role: 'tab', label: 'Chỉ tiêu' });
    await planner.click({ role: 'tab', label: 'Vị trí' });
    await mirrored(planner);
    const said = () => planner.page.evaluate(() =>
      document.querySelector('#mirror [role=status]').textContent);
    assert.equal(await said(), '');
    // Destinations in the inspector: a move without the mouse.
    await planner.click({ role: 'tile', label: DISTRICT });
    const before = (await planner.find({ role: 'tile', label: DISTRICT })).value;
    const posts = (await planner.findAll({ role: 'post' })).filter(({ value, h }) => value !== '' && h > 20);
    for (const target of posts.slice(1)) {
      await planner.drag(posts[0], target);
      if ((await planner.find({ role: 'tile', label: DISTRICT })).value !== before) break;
      await planner.press('Control+KeyZ');
    }
    const after = (await planner.find({ role: 'tile', label: DISTRICT })).value;
    assert.notEqual(after, before);
    await mirrored(planner);
    assert.match(await said(), new RegExp(`Thanh Trì: ${after}, (đạt|thiếu \\d+)`));
  }),

  test('a dialog has the focus and covers the rest', async (planner) => {
    await openSample(planner);
    const input = await planner.page.$('#open-file');
    const file = `${planner.downloads}/broken.json`;
    fs.writeFileSync(file, '{');
    await input.uploadFile(file);
    await planner.waitFor({ role: 'dialog' });
    const [dialog] = (await elements(planner, '[role=dialog]'));
    assert.equal(dialog.states.modal, 'true');
    assert.equal(dialog.inert, false);
    assert.ok((await elements(planner, '[role=banner]'))[0].inert);
    assert.ok(await planner.page.evaluate(() =>
      document.activeElement.closest('#mirror [role=dialog]') !== null));
    await planner.press('Escape');
    await planner.waitGone({ role: 'dialog' });
    await mirrored(planner);
    assert.equal((await elements(planner, '[role=banner]'))[0].inert, false);
    assert.equal(await planner.focus(), 'canvas');
  }),

  test('the mirror rests when nothing happens', async (planner) => {
    await openSample(planner);
    await planner.resting();
    const count = () => planner.page.evaluate(() => window.asked);
    const before = await count();
    await new Promise((resolve) => { setTimeout(resolve, IDLE_MS); });
    assert.equal(await count(), before, 'timers or idle callbacks were asked for');
  }, {
    prepare: (page) => page.evaluateOnNewDocument(() => {
      window.asked = 0;
      for (const name of ['setTimeout', 'setInterval', 'requestIdleCallback']) {
        const real = window[name].bind(window);
        window[name] = (...values) => {
          window.asked += 1;
          return real(...values);
        };
      }
    }),
  }),

  ...[
    ['dark', [{ name: 'prefers-color-scheme', value: 'dark' }]],
    ['high_contrast', [{ name: 'prefers-contrast', value: 'more' }]],
    ['high_contrast', [{ name: 'forced-colors', value: 'active' }]],
    ['light', []],
  ].map(([theme, wishes]) => test(
    `at the first visit the theme is ${theme} for ${wishes[0]?.name ?? 'no wish'}`,
    async (planner) => {
      // Settings are written when one changes.
      await setLanguage(planner, 'EN');
      const kept = await planner.page.evaluate(() =>
        JSON.parse(localStorage.getItem('cadre-rotation-planner.settings')).theme);
      assert.equal(kept, theme);
      await planner.screenshot(`theme-${wishes[0]?.name ?? 'none'}`);
    }, {
      only: ['chromium'],
      prepare: async (page) => {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features: wishes });
      },
    })),

  test('nothing moves by itself, least of all with reduced motion', async (planner) => {
    await openSample(planner);
    await planner.click({ role: 'tile', label: OTHER });
    assert.equal(await planner.page.evaluate(() => document.getAnimations().length), 0);
    const before = await planner.framesComputed();
    await planner.click({ role: 'tile', label: DISTRICT });
    // The press, its release, their effects, and settling; no animation.
    assert.ok((await planner.framesComputed()) - before < 24);
  }, {
    only: ['chromium'],
    prepare: (page) => page.emulateMediaFeatures([
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]),
  }),
];
