// The restore points of a plan: when one is due, what an edit must copy for them, and which are
// kept.
//
// A point is a position in the history: the plan after `position` records. As long as the history
// only grows, that is sufficient. When an edit replaces records that a point needs, the point keeps
// a copy: it then consists of the first `from` records of the history and the records of `tail`.
//
// The newest twelve and the very first are kept; of the others, the newest of every hour for a day,
// of every day for thirty days, and of every thirty days beyond that; at most eighty in total, with
// at most 8 MB of copied records. The oldest are dropped first.
//
// Pure functions: points are never modified, only replaced.

import { RestoreKind } from './shared_numbers.mjs';

/**
 * @typedef {{time: number, kind: number, position: number, made: number, from: number | null,
 *   tail: string[] | null}} Point
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

const MOST_EDITS = 25;
const MOST_TIME = 10 * MINUTE;
const NEWEST = 12;
const MOST_POINTS = 80;
const MOST_KEPT = 8 * 1024 * 1024;

/** @returns {Point} */
export const pointAt = (kind, position, made, time) =>
  ({ time, kind, position, made, from: null, tail: null });

/** Whether another point is due after the last one. @param {Point | undefined} last */
export function isDue(last, made, now) {
  if (made === 0) return false;
  if (last === undefined) return true;
  return made - last.made >= MOST_EDITS || (made > last.made && now - last.time >= MOST_TIME);
}

/** The point before the records from `index` on are dropped; unchanged if it needs none of them. */
export function cutAt(point, index, records) {
  const reach = point.from ?? point.position;
  if (reach <= index) return point;
  return { ...point, from: index, tail: [...records.slice(index, reach), ...(point.tail ?? [])] };
}

/** The records that lead to the point. */
export const recordsOf = (point, records) =>
  (point.from === null ? records.slice(0, point.position)
    : [...records.slice(0, point.from), ...point.tail]);

const sizeOf = (point) => (point.tail ?? []).reduce((sum, record) => sum + record.length, 0);

function bucketOf(point, now) {
  const age = now - point.time;
  if (age < DAY) return `hour ${Math.floor(point.time / HOUR)}`;
  if (age < MONTH) return `day ${Math.floor(point.time / DAY)}`;
  return `month ${Math.floor(point.time / MONTH)}`;
}

/**
 * The numbers of the points to be dropped.
 * @param {Map<number, Point>} points numbers grow with time
 * @returns {number[]}
 */
export function tooMany(points, now) {
  const newestFirst = [...points.keys()].sort((a, b) => b - a);
  const first = newestFirst.at(-1);
  const filled = new Set();
  const gone = [];
  let stay = 0;
  let kept = 0;
  newestFirst.forEach((number, place) => {
    const point = points.get(number);
    const bucket = bucketOf(point, now);
    const size = sizeOf(point);
    const wanted = place < NEWEST || number === first || !filled.has(bucket);
    const fits = place === 0 || (kept + size <= MOST_KEPT && (stay < MOST_POINTS || number === first));
    if (!wanted || !fits) {
      gone.push(number);
      return;
    }
    filled.add(bucket);
    stay += 1;
    kept += size;
  });
  return gone;
}

/** A point as read from storage, or null if it is invalid. */
export function soundPoint(value) {
  const whole = (number) => Number.isInteger(number) && number >= 0;
  const isKnown = (kind) => Object.values(RestoreKind).includes(kind);
  if (value === null || typeof value !== 'object') return null;
  const { time, kind, position, made, from, tail } = value;
  if (!Number.isFinite(time) || ![position, made].every(whole) || !isKnown(kind)) return null;
  if (from === null && tail === null) return value;
  const texts = Array.isArray(tail) && tail.every((record) => typeof record === 'string');
  return whole(from) && texts && from + tail.length === position ? value : null;
}
