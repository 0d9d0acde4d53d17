// The journal of one plan and its restore points, without a browser. node --test tests/web

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JournalEntry } from '../../web/journal_entry.mjs';
import { pointAt, recordsOf, soundPoint, tooMany } from '../../web/restore_points.mjs';
import { RestoreKind } from '../../web/shared_numbers.mjs';

const { OPEN, AUTO, MANUAL, CUT, RESTORE } = RestoreKind;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A database as rows, filled by batches; a transaction can be skipped, like a failing one. */
class Rows {
  stores = { plans: new Map(), bases: new Map(), records: new Map(), points: new Map() };

  commit(batch) {
    globalThis.IDBKeyRange ??= { bound: (low, high) => ({ low, high }) };
    const { stores } = this;
    JournalEntry.write({
      objectStore: (name) => ({
        put: (value, key = value.id) => stores[name].set(JSON.stringify(key), value),
        delete: (key) => {
          if (key.low === undefined) stores[name].delete(JSON.stringify(key));
          else for (const known of stores[name].keys()) {
            if (JSON.parse(known)[1] >= key.low[1]) stores[name].delete(known);
          }
        },
      }),
    }, batch);
  }

  records() {
    return [...this.stores.records].sort(([a], [b]) => JSON.parse(a)[1] - JSON.parse(b)[1]);
  }
}

function store(entry, rows) {
  const batch = entry.take();
  rows.commit(batch);
  entry.stored(batch);
}

function assertSame(entry, rows) {
  assert.deepEqual(rows.records().map(([, text]) => text), entry.records);
  assert.deepEqual(rows.records().map(([key]) => JSON.parse(key)[1]),
    entry.records.map((_, index) => index));
  assert.deepEqual(rows.stores.plans.get(JSON.stringify(entry.id)), entry.row);
  assert.equal(rows.stores.bases.get(JSON.stringify(entry.id)), entry.base);
  const points = new Map([...rows.stores.points].map(([key, point]) => [JSON.parse(key)[1], point]));
  assert.deepEqual([...points].sort(([a], [b]) => a - b), [...entry.points].sort(([a], [b]) => a - b));
}

/** The same sequence for the same seed. */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const kinds = (entry) => [...entry.points.values()].map(({ kind }) => kind);

test('what is in the database after any mix of edits and failures is what the tab knows', () => {
  for (let seed = 1; seed <= 200; ++seed) {
    const random = randomFrom(seed);
    const entry = JournalEntry.create('a plan', '{}');
    const rows = new Rows();
    /** For each point, the history that led to it. */
    const expected = new Map();
    for (let step = 0; step < 60; ++step) {
      const { position } = entry.row;
      const known = new Set(entry.points.keys());
      const history = entry.records.slice();
      const doing = random(10);
      if (doing < 5) entry.append(position, `${seed}.${step}`);
      else if (doing < 6 && position > 0) entry.append(position - 1, `${seed}.${step} amended`);
      else if (doing < 8) entry.setPosition(random(entry.records.length + 1));
      else if (doing < 9) entry.addPoint(MANUAL);
      else if (entry.points.size > 0) {
        const number = [...entry.points.keys()][random(entry.points.size)];
        const wanted = expected.get(number);
        assert.ok(entry.restore(number));
        assert.deepEqual(entry.records.slice(0, entry.row.position), wanted, `seed ${seed}`);
      }
      for (const [number, point] of entry.points) {
        if (!known.has(number)) expected.set(number, history.slice(0, point.position));
        assert.deepEqual(recordsOf(point, entry.records), expected.get(number), `seed ${seed}`);
      }
      // One in four fails.
      const batch = entry.take();
      if (random(4) === 0) continue;
      rows.commit(batch);
      entry.stored(batch);
      assert.equal(entry.dirty, false);
      assertSame(entry, rows);
    }
    store(entry, rows);
    assertSame(entry, rows);
  }
});

test('an edit after undo leaves a point that leads to what was undone', () => {
  const entry = JournalEntry.create('a plan', '{}');
  ['a', 'b', 'c'].forEach((record, index) => entry.append(index, record));
  entry.setPosition(1);
  entry.append(1, 'x');
  assert.deepEqual(entry.records, ['a', 'x']);
  const [number, point] = [...entry.points].find(([, { kind }]) => kind === CUT);
  assert.deepEqual(recordsOf(point, entry.records), ['a', 'b', 'c']);
  entry.restore(number);
  assert.deepEqual(entry.records, ['a', 'b', 'c']);
  const before = [...entry.points.values()].find(({ kind }) => kind === RESTORE);
  assert.deepEqual(recordsOf(before, entry.records), ['a', 'x']);
});

test('a control that is dragged makes no points', () => {
  const entry = JournalEntry.create('a plan', '{}');
  entry.addPoint(OPEN);
  entry.append(0, 'first');
  for (let value = 0; value < 100; ++value) entry.append(0, `first ${value}`);
  assert.deepEqual(kinds(entry), [OPEN]);
  assert.equal(entry.row.made, 1);
});

test('work makes a point every twenty-five edits', () => {
  const entry = JournalEntry.create('a plan', '{}');
  entry.addPoint(OPEN);
  for (let index = 0; index < 60; ++index) entry.append(index, String(index));
  assert.deepEqual([...entry.points.values()].map(({ kind, position }) => [kind, position]),
    [[OPEN, 0], [AUTO, 25], [AUTO, 50]]);
});

test('opening the same state again and again makes one point', () => {
  const entry = JournalEntry.create('a plan', '{}');
  for (let time = 0; time < 5; ++time) entry.addPoint(OPEN);
  assert.equal(entry.points.size, 1);
});

test('a batch that is committed late does not count for what was changed meanwhile', () => {
  const entry = JournalEntry.create('a plan', '{}');
  entry.append(0, 'old');
  const batch = entry.take();
  entry.append(0, 'new');
  entry.stored(batch);
  assert.equal(entry.dirty, true);
  assert.deepEqual(entry.take().records, [[0, 'new']]);
});

test('an entry knows the states that it wrote, and no other', () => {
  const entry = JournalEntry.create('a plan', '{}');
  const { row } = entry.take();
  assert.ok(entry.knows(row));
  assert.ok(!entry.knows({ ...row, made: row.made + 1 }));
});

test('old points are thinned to one an hour, a day, a month, and the first stays', () => {
  const now = 1000 * DAY;
  const points = new Map();
  let number = 0;
  for (let age = 200 * DAY; age > 0; age -= HOUR / 4) {
    points.set(number++, pointAt(AUTO, number, number, now - age));
  }
  for (const gone of tooMany(points, now)) points.delete(gone);
  const ages = [...points.values()].map(({ time }) => now - time);
  assert.equal(Math.max(...ages), 200 * DAY);
  const lastDay = ages.filter((age) => age < DAY).length;
  assert.ok(lastDay >= 24 && lastDay <= 12 + 25, `${lastDay} in a day`);
  const lastMonth = ages.filter((age) => age >= DAY && age < 30 * DAY).length;
  assert.ok(lastMonth >= 28 && lastMonth <= 31, `${lastMonth} in a month`);
  assert.ok(points.size <= 80, `${points.size} points`);
  assert.deepEqual(tooMany(points, now), []);
});

test('records kept for points are bounded, the newest point stays', () => {
  const big = 'x'.repeat(1024 * 1024);
  const points = new Map();
  for (let number = 0; number < 12; ++number) {
    points.set(number, { ...pointAt(CUT, 3, 3, 1000 + number), from: 0, tail: [big, big, big] });
  }
  for (const gone of tooMany(points, 2000)) points.delete(gone);
  assert.deepEqual([...points.keys()], [10, 11]);
});

test('a point that is none is told from one that is', () => {
  const sound = pointAt(AUTO, 3, 3, 5);
  assert.equal(soundPoint(sound), sound);
  const cut = { ...sound, from: 1, tail: ['a', 'b'] };
  assert.equal(soundPoint(cut), cut);
  for (const wrong of [
    null, 'text', 7, {}, { ...sound, time: 'x' }, { ...sound, position: -1 },
    { ...sound, kind: 99 }, { ...sound, from: 1, tail: ['a'] }, { ...sound, from: 1, tail: [1, 2] },
    { ...sound, from: 1 },
  ]) assert.equal(soundPoint(wrong), null, JSON.stringify(wrong));
});
