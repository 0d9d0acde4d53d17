// A roster pasted from a spreadsheet, and one exported and reimported as a file.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from './lib/runner.mjs';
import { openMenu } from './lib/work.mjs';

const DIALOG = { role: 'dialog', label: 'Nhập danh sách cán bộ' };

async function openSample(planner) {
  await planner.click({ role: 'sample', label: 'Thanh Trì 7/2023' });
  await planner.waitFor({ role: 'tile' });
  await planner.settled();
}

const officials = async (planner) => JSON.parse(await planner.planJson()).cadres;

export default [
  test('A roster is pasted, previewed, imported and undone', async (planner) => {
    await openSample(planner);
    const before = await planner.planJson();
    const [first] = await officials(planner);
    const table = `Mã\tHọ và tên\tNgày sinh\n${first.id}\tTên Đã Đổi\t\n` +
      'c9001\tNgười Mới\t01/02/1985\nc9002\tNgày Sai\t31/02/1985\n';
    await openMenu(planner, 'Nhập danh sách cán bộ…');
    await planner.waitFor(DIALOG);
    await planner.paste(table);
    await planner.waitFor({ role: 'row', label: 'Tên Đã Đổi', value: 'Thay đổi' });
    await planner.waitFor({ role: 'row', label: 'Người Mới', value: 'Mới' });
    await planner.waitFor({ role: 'error', labelPart: 'Dòng 4, cột “Ngày sinh”' });
    assert.equal(await planner.planJson(), before, 'nothing changes until it is confirmed');
    await planner.screenshot('roster-preview');

    await planner.click({ role: 'button', label: 'Nhập 2 người, bỏ 1 dòng lỗi' });
    await planner.waitGone(DIALOG);
    const after = await officials(planner);
    assert.equal(after[0].name, 'Tên Đã Đổi');
    assert.deepEqual(after.at(-1), { id: 'c9001', name: 'Người Mới', birth: '1985-02-01' });
    await planner.reload();
    await planner.waitFor({ role: 'tile' });
    assert.deepEqual(await officials(planner), after, 'the import is in the journal');
    await planner.press('Control+KeyZ');
    assert.equal(await planner.planJson(), before);
  }),

  test('An exported roster comes back and changes nothing', async (planner) => {
    await openSample(planner);
    await openMenu(planner, 'Danh sách cán bộ');
    const file = await planner.downloaded('.csv');
    const bytes = fs.readFileSync(file);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xEF, 0xBB, 0xBF]);
    const input = await planner.page.$('#open-file');
    await input.uploadFile(file);
    await planner.waitFor(DIALOG);
    await planner.waitFor({ role: 'button', label: 'Không có gì để nhập', value: 'disabled' });
    assert.equal(await planner.has({ role: 'error' }), false);
    await planner.press('Escape');
    await planner.waitGone(DIALOG);
  }),
];
