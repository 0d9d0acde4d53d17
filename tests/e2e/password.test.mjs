// Saving and opening a plan with a password, with the browser's own cryptography and real keys.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { sampleText } from './lib/samples.mjs';
import { test } from './lib/runner.mjs';
import { openMenu, withoutPicker } from './lib/work.mjs';
import '../crypto/webcrypto.mjs';
import { lockPlan, unlockPlan } from '../../web/crypto.mjs';

const PASSWORD = 'một câu dài dễ nhớ';
const PLAN_FILE = 'thanh-tri-2023-07.json';

async function choose(planner, name, bytes) {
  const file = path.join(planner.downloads, name);
  fs.writeFileSync(file, bytes);
  await (await planner.page.$('#open-file')).uploadFile(file);
}

const textIn = (planner) => planner.page.evaluate(() => JSON.stringify(localStorage));

export default [
  test('password: a plan is saved with one, and opens with it alone', async (planner) => {
    await planner.openPlan(sampleText('phuc-tho-2021-2023.json'));
    const saved = await planner.planJson();
    await openMenu(planner, 'Lưu tệp có mật khẩu…');
    await planner.waitFor({ role: 'dialog', label: 'Lưu tệp có mật khẩu' });
    await planner.type(PASSWORD);
    await planner.press('Enter');
    await planner.type(`${PASSWORD}!`);
    await planner.press('Enter');
    await planner.waitFor({ role: 'error', labelPart: 'không giống nhau' });
    await planner.screenshot('password-01-differ');
    await planner.click({ role: 'textbox', label: 'Nhập lại mật khẩu' });
    await planner.press('End');
    await planner.press('Backspace');
    await planner.click({ role: 'button', label: 'Mã hóa và lưu' });
    await planner.waitGone({ role: 'dialog' });
    const bytes = new Uint8Array(fs.readFileSync(await planner.downloaded('.cadre')));
    const text = new TextDecoder().decode(await unlockPlan(bytes, PASSWORD.normalize('NFD')));
    assert.equal(text, saved);
    assert.equal((await textIn(planner)).includes(PASSWORD), false);

    // Another plan is open; the file replaces it.
    await planner.openPlan(sampleText(PLAN_FILE));
    const other = await planner.planJson();
    await choose(planner, 'again.cadre', bytes);
    await planner.waitFor({ role: 'dialog', label: 'again.cadre có mật khẩu' });
    await planner.type('không phải câu này');
    await planner.press('Enter');
    await planner.waitFor({ role: 'error', labelPart: 'Sai mật khẩu' });
    await planner.screenshot('password-02-wrong');
    assert.equal(await planner.planJson(), other);
    await planner.type(PASSWORD);
    await planner.press('Enter');
    await planner.waitGone({ role: 'dialog' });
    assert.equal(await planner.planJson(), saved);

    // Saving it once more asks for a password.
    await planner.press('Control+KeyS');
    await planner.waitFor({ role: 'dialog', label: 'Lưu tệp có mật khẩu' });
    await planner.press('Escape');
    await planner.waitGone({ role: 'dialog' });
  }, { prepare: withoutPicker }),

  test('password: a damaged file is said to be damaged, and what is open stays', async (planner) => {
    await planner.openPlan(sampleText('phuc-tho-2021-2023.json'));
    const open = await planner.planJson();
    const bytes = await lockPlan(new TextEncoder().encode(sampleText(PLAN_FILE)), PASSWORD);
    const damaged = Uint8Array.from(bytes, (byte, at) => (at === 500 ? byte ^ 1 : byte));
    await choose(planner, 'damaged.cadre', damaged);
    await planner.waitFor({ role: 'error', labelPart: 'đã bị hỏng' });
    await planner.screenshot('password-03-damaged');
    assert.equal(await planner.planJson(), open);
  }),

  test('password: the page lives on while the key is made', async (planner) => {
    const bytes = await lockPlan(new TextEncoder().encode(sampleText(PLAN_FILE)), PASSWORD,
      { iterations: 5_000_000 });
    await choose(planner, 'slow.cadre', bytes);
    await planner.waitFor({ role: 'dialog', label: 'slow.cadre có mật khẩu' });
    await planner.type(PASSWORD);
    const { keyboard } = planner.page;
    await keyboard.press('Enter');
    // Not with settled(), which waits for the key: the page is queried while it works.
    const frames = await planner.page.evaluate(async () => {
      const says = () => window.cadrePlanner.widgets().some(({ role, label }) =>
        role === 'status' && label === 'Đang kiểm tra mật khẩu…');
      let working = 0;
      for (let look = 0; look < 3000; look += 1) {
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
        if (says()) working += 1;
        else if (working > 0) break;
      }
      return working;
    });
    assert.ok(frames > 5, `${frames} frames while it worked`);
    await planner.waitGone({ role: 'dialog' });
    assert.equal(await planner.planJson(), sampleText(PLAN_FILE));
  }),
];
