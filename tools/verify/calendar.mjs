// Dates as plans write them: YYYY-MM-DD.

const MS_OF_A_DAY = 24 * 3600 * 1000;

/** Completed calendar months; the last day of a shorter month completes it. */
export function monthsBetween(from, to) {
  const [y1, m1, d1] = from.split('-').map(Number);
  const [y2, m2, d2] = to.split('-').map(Number);
  const whole = (y2 - y1) * 12 + (m2 - m1);
  const lastDay = new Date(Date.UTC(y2, m2, 0)).getUTCDate();
  return d2 >= Math.min(d1, lastDay) ? whole : whole - 1;
}

/** Days from one date to another; negative when the other is earlier. */
export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_OF_A_DAY);
}
