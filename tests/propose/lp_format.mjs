// A programme (tools/verify/programme.mjs) in the LP format that solvers read.

const WORDS_IN_A_LINE = 12; // readers have a longest line

/** What lpOf() leaves out of the weighted sum, because it does not depend on the choice. */
export function constantOf(programme, weights) {
  const weightOf = new Map(programme.names.map((name, i) => [name, weights[i]]));
  return programme.constants.reduce((sum, { objective, amount }) => sum + (weightOf.get(objective) ?? 0) * amount, 0);
}

/**
 * The programme that minimises its objectives, each times its weight. `fixed` are such weights with the
 * most that the weighted sum may be.
 */
export function lpOf(programme, weights, fixed = []) {
  const { variables } = programme;
  const rows = [];
  const changes = [...programme.y.values()].map((y) => [1, y]);
  if (programme.roundCap < changes.length) rows.push(`${sum(changes)} <= ${programme.roundCap}`);
  for (const { terms, least, most } of programme.rows) {
    const reach = terms.reduce((total, [number, place]) => total + Math.max(0, number) * variables[place].upper, 0);
    if (least === undefined && reach <= most) continue;
    if (least === most) rows.push(`${sum(terms)} = ${most}`);
    else if (most !== undefined) rows.push(`${sum(terms)} <= ${most}`);
    if (least !== most && least !== undefined) rows.push(`${sum(terms)} >= ${least}`);
  }
  for (const { weights: earlier, most } of fixed) {
    const terms = weighted(programme, earlier);
    if (terms.length > 0) rows.push(`${sum(terms)} <= ${most - constantOf(programme, earlier)}`);
  }
  const bounds = variables.map(({ lower, upper }, i) => `${lower} <= v${i} <= ${upper}`);
  return `Minimize\n obj: ${sum(weighted(programme, weights))}\nSubject To\n${
    rows.map((row, i) => ` r${i}: ${row}`).join('\n')}\nBounds\n 0 <= zero <= 0\n${
    bounds.map((bound) => ` ${bound}`).join('\n')}\nGenerals\n${names(variables.map((_, i) => `v${i}`))}\nEnd\n`;
}

function weighted(programme, weights) {
  const out = [];
  programme.variables.forEach(({ worth }, i) => {
    const number = programme.names.reduce((total, name, k) => total + weights[k] * (worth[name] ?? 0), 0);
    if (number !== 0) out.push([number, i]);
  });
  return out;
}

function sum(terms) {
  if (terms.length === 0) return '0 zero';
  let out = '';
  terms.forEach(([number, place], i) => {
    if (i > 0) out += i % WORDS_IN_A_LINE === 0 ? '\n  ' : ' ';
    out += `${number < 0 ? '-' : '+'} ${Math.abs(number)} v${place}`;
  });
  return out;
}

function names(list) {
  let out = '';
  list.forEach((name, i) => { out += `${i % WORDS_IN_A_LINE === 0 ? '\n ' : ' '}${name}`; });
  return out;
}
