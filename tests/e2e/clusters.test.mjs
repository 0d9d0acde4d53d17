// A plan whose quota is one of clusters across its districts, with moves that stand in the round:
// clusters are what districts were, officials are proposed for within them, and what stands is kept
// unless somebody ticks that it may go.

import assert from 'node:assert/strict';
import { test } from './lib/runner.mjs';

const STATUS = { role: 'status', label: 'Kết quả đề xuất' };
const RUN = { role: 'button', label: 'Đề xuất' };
const STOP = { role: 'button', label: 'Dừng' };

/** Six communes in two districts, each with a secretary who is at home; three of them in each cluster, across the districts. */
function clusterPlan() {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const nameOf = (key) => `Xã ${key.toUpperCase()}`;
  const group = (id, units) => ({ id, name: `Cụm ${id.slice(1)}`, units });
  return JSON.stringify({
    format: 'cadre-rotation-plan', version: 2, title: 'Cụm xã', as_of: '2026-11-01',
    units: [
      { id: '01', name: 'Thành phố Hà Nội', level: 'city' },
      { id: '1', name: 'Huyện Một', level: 'district', parent: '01' },
      { id: '2', name: 'Huyện Hai', level: 'district', parent: '01' },
      ...keys.map((key, i) => ({ id: key, name: nameOf(key), level: 'commune', parent: i < 3 ? '1' : '2' })),
    ],
    groupings: [{ id: 'cluster', name: { vi: 'Cụm', en: 'Cluster' },
      groups: [group('k1', ['a', 'b', 'd']), group('k2', ['c', 'e', 'f'])] }],
    titles: [{ id: 'secretary', name: { vi: 'Bí thư Đảng ủy', en: 'Party secretary' }, head: true }],
    posts: keys.map((key) => ({ id: `${key}/s`, unit: key, title: 'secretary', incumbent: `p${key}` })),
    cadres: keys.map((key) => ({ id: `p${key}`, name: `Nguyễn Văn ${key.toUpperCase()}`, native_place: key,
      pool: ['secretary'] })),
    locality: { basis: 'native_place', level: 'commune', residence_years: 20 },
    quotas: [{ id: 'q', name: { vi: 'Không là người địa phương', en: 'Not local' }, group_level: 'cluster',
      titles: ['secretary'], counts: 'non_local', target: 1, by: '2027-12-31' }],
    rules: [], mobility: { within: 'cluster' },
    scenarios: [{ id: 's', name: 'Phương án A', rounds: [{ id: 'r', name: 'Đợt 1', date: '2026-12-15', moves: [
      { cadre: 'pa', to: 'b/s', type: 'rotation' }, { cadre: 'pb', to: 'a/s', type: 'rotation' }] }] }],
  });
}

async function propose(planner) {
  if (await planner.has({ role: 'tab', label: 'Đề xuất' })) await planner.click({ role: 'tab', label: 'Đề xuất' });
  await planner.click(RUN);
  await planner.waitGone(STOP);
  await planner.waitFor(STATUS);
  await planner.settled();
}

const shortfall = async (planner) =>
  Number((await planner.find({ role: 'status', label: 'Còn thiếu (mọi chỉ tiêu)' })).value.split(' → ')[1]);

export default [
  test('clusters across districts: tiles, scope, chance; a standing move goes only when it is ticked', async (planner) => {
    await planner.openPlan(clusterPlan());
    await planner.waitFor({ role: 'tile', label: 'Cụm 1' });
    assert.equal((await planner.findAll({ role: 'tile' })).length, 2);
    assert.match((await planner.find({ role: 'tile', label: 'Cụm 1' })).value, /^2\/3/);
    await planner.hover({ role: 'tile', label: 'Cụm 1' });
    await planner.waitFor({ role: 'note', labelPart: 'Khả năng đạt chỉ tiêu:' });

    await propose(planner);
    const within = { role: 'combobox', label: 'Nơi đến' };
    assert.match((await planner.find(within)).value, /Cụm/);
    await planner.click(within);
    await planner.click({ role: 'menuitem', label: 'Trong quận, huyện' });
    await planner.waitGone(STOP);
    assert.match((await planner.find(within)).value, /Trong quận/);
    await planner.click(within);
    await planner.click({ role: 'menuitem', labelPart: 'Cụm' });
    await planner.waitGone(STOP);
    await planner.settled();
    assert.equal(await shortfall(planner), 1, 'a swap that stands cannot be a ring of three');
    await planner.click({ role: 'tab', label: 'Nên bỏ (1)' });
    await planner.waitFor({ role: 'drop' });
    const [drop] = await planner.findAll({ role: 'drop' });
    assert.match(drop.value, /còn thiếu −1/);
    await planner.screenshot('70-clusters-drops');
    const tick = { role: 'checkbox', label: `Cho bỏ lượt đang có của ${drop.label}` };
    assert.notEqual((await planner.find(tick)).value, 'checked');
    await planner.click(tick);
    await planner.waitGone(STOP);
    await planner.settled();
    assert.equal(await shortfall(planner), 0);
    await planner.screenshot('72-clusters-dropped');

    await planner.click({ role: 'tab', labelPart: 'Đơn vị thay đổi' });
    const changes = await planner.findAll({ role: 'change' });
    assert.ok(changes.some(({ value }) => /Khả năng đạt chỉ tiêu: \d+,\d\d%/.test(value)));
    await planner.screenshot('71-clusters-units');
    await planner.click({ role: 'button', label: 'Nhận tất cả' });
    await planner.waitGone(STOP);
    assert.match((await planner.find({ role: 'tile', label: 'Cụm 1' })).value, /^3\/3/);
    const saved = JSON.parse(await planner.planJson());
    assert.equal(saved.version, 2);
    assert.equal(saved.scenarios[0].rounds[0].moves.length, 6);
  }),
];
