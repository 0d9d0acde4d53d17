// The list of stored plans: which of them count, and when they were changed.

const two = (number) => String(number).padStart(2, '0');
const day = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** "12:01", local. */
export const clock = (date) => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** "2026-11-21T12:01", local. */
export const moment = (milliseconds) => {
  const date = new Date(milliseconds);
  return `${day(date)}T${clock(date)}`;
};

/**
 * Of several unedited plans with the same title only the newest counts, since samples are opened
 * often.
 * @returns {[object[], object[]]} newest first; those that count, and the others
 */
export function withoutRepeats(rows) {
  const untouched = new Set();
  const repeats = [];
  const kept = rows.sort((a, b) => b.changed - a.changed).filter((row) => {
    const isRepeat = row.made === 0 && !row.damaged && untouched.has(row.title);
    if (row.made === 0) untouched.add(row.title);
    if (isRepeat) repeats.push(row);
    return !isRepeat;
  });
  return [kept, repeats];
}
