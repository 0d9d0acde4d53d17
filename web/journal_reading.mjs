// Reads a plan of the journal as far as possible. Damaged data is returned as empty: an empty base,
// or an empty record where one is missing or not text. The program decides what can be recovered.

import { answerOf, rowsOf, STORES } from './journal_database.mjs';
import { soundPoint } from './restore_points.mjs';

const whole = (value, fallback) => (Number.isInteger(value) && value >= 0 ? value : fallback);
const time = (value) => (Number.isFinite(value) ? value : 0);
const text = (value) => (typeof value === 'string' ? value : '');

/** A row of `plans`, with errors corrected. */
export function soundRow(row) {
  const edits = whole(row.edits, 0);
  return {
    ...row,
    title: text(row.title),
    changed: time(row.changed),
    opened: time(row.opened),
    position: whole(row.position, edits),
    edits,
    made: whole(row.made, edits),
  };
}

/** Texts by index, up to the first missing one; one empty text stands for all that follow. */
function inOrder(keys, values, expected) {
  const out = [];
  keys.forEach((key, at) => {
    const value = values[at];
    if (out.at(-1) === '' || (key[1] === out.length && typeof value === 'string')) out.push(text(value));
    else out.push('', text(value));
  });
  while (out.length < expected && out.at(-1) !== '') out.push('');
  return out;
}

/** Like getAll, but unreadable values are undefined. */
async function readOneByOne(database, store, keys) {
  const values = [];
  for (const key of keys) {
    const reading = database.transaction(store).objectStore(store).get(key);
    values.push(await answerOf(reading).catch(() => undefined));
  }
  return values;
}

async function readAll(database, store, id) {
  const keys = await answerOf(database.transaction(store).objectStore(store).getAllKeys(rowsOf(id)));
  return [keys, await readOneByOne(database, store, keys)];
}

async function readDamaged(database, id) {
  const one = (store) => readOneByOne(database, store, [id]).then(([value]) => value);
  return {
    row: await one('plans'),
    base: await one('bases'),
    records: await readAll(database, 'records', id),
    points: await readAll(database, 'points', id),
  };
}

/** Reads in one transaction, so that no other tab can write in between. */
async function readAtOnce(database, id) {
  const transaction = database.transaction(STORES, 'readonly');
  const store = (name) => transaction.objectStore(name);
  const rows = (name) => Promise.all([
    answerOf(store(name).getAllKeys(rowsOf(id))), answerOf(store(name).getAll(rowsOf(id))),
  ]);
  const [row, base, records, points] = await Promise.all([
    answerOf(store('plans').get(id)), answerOf(store('bases').get(id)), rows('records'),
    rows('points'),
  ]);
  return { row, base, records, points };
}

const readRaw = (database, id) =>
  readAtOnce(database, id).catch(() => readDamaged(database, id));

/** The data from which a JournalEntry is created. */
export async function readEntry(database, id) {
  const { row: found, base, records, points } = await readRaw(database, id);
  if (found === undefined && base === undefined) throw new Error('not in storage');
  // If a row is lost or damaged, the records are more reliable than the row.
  const knows = Number.isInteger(found?.edits);
  const row = soundRow({ ...found, id });
  const texts = inOrder(...records, knows ? row.edits : 0);
  const known = points[0].map((key, at) => [key[1], soundPoint(points[1][at])]);
  row.edits = texts.length;
  row.made = Math.max(row.made, texts.length);
  row.position = Math.min(Number.isInteger(found?.position) ? row.position : texts.length, texts.length);
  return {
    row,
    base: text(base),
    records: texts,
    points: new Map(known.filter(([number, point]) => Number.isInteger(number) && point !== null)),
  };
}

/** All stored data, readable or not, as JSON for manual repair. */
export async function readEverything(database, id) {
  const { row, base, records, points } = await readRaw(database, id);
  const rows = ([keys, values]) => keys.map((key, at) => ({ key, value: values[at] ?? null }));
  return JSON.stringify({
    plan: row ?? null, base: base ?? null, records: rows(records), restore_points: rows(points),
  }, null, 1);
}
