// Whether the moves of a proposal are a solution of a programme, and what they are worth.

/** What is wrong with a proposal or its certificate. */
export class Refusal extends Error {}

export function refuse(why) {
  throw new Refusal(why);
}

export const sameObjective = (a, b, names) => names.every((name) => a[name] === b[name]);

/** Whether `value` is an object with these whole numbers. */
export function readObjective(value, names, what) {
  const isRight = value !== null && typeof value === 'object' && names.every((name) => Number.isSafeInteger(value[name]));
  if (!isRight) refuse(`${what} is not ${names.join(', ')} as whole numbers`);
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

/** The variable that a move takes; undefined for a move that is done whatever is proposed. */
function variableOf(programme, { cadre, to }) {
  const { model } = programme;
  if (!model.cadres.has(cadre)) refuse(`there is no official ${cadre}`);
  const name = to === null ? `leaves:${model.from(cadre)}` : `${cadre}>${to}`;
  const place = programme.place(name);
  if (place !== undefined && (to !== null || model.holder.get(model.from(cadre)) === cadre)) return place;
  if (model.fixed.some((move) => move.cadre === cadre && move.to === to)) return undefined;
  return refuse(`${cadre} may not go to ${to ?? 'no post'}`);
}

/** The values of all variables when these moves are made: those that nobody chooses are as small as rows let them. */
function valuesOf(programme, moves) {
  const { variables, rows } = programme;
  const values = variables.map(() => 0);
  for (const move of moves) {
    const place = variableOf(programme, move);
    if (place === undefined) continue;
    if (values[place] === 1) refuse(`${move.cadre} makes a move twice`);
    const { worth, name } = variables[place];
    if (move.cost !== undefined && move.cost !== worth.cost) refuse(`${name} costs ${worth.cost}, not ${move.cost}`);
    values[place] = 1;
  }
  for (const [post, change] of programme.y) {
    const { terms } = programme.row(`post:${post}`);
    values[change] = terms.reduce((sum, [, place]) => (place === change ? sum : sum + values[place]), 0);
  }
  for (const { terms, least, most } of rows) {
    const derived = terms.find(([, place]) => variables[place].kind === 'derived');
    if (derived === undefined) continue;
    const [number, place] = derived;
    const others = terms.reduce((sum, [one, at]) => (at === place ? sum : sum + one * values[at]), 0);
    const due = number > 0 ? (least ?? -Infinity) - others : others - (most ?? Infinity);
    values[place] = Math.max(values[place], Math.ceil(due / Math.abs(number)));
  }
  return values;
}

/** The objective of those moves, for a programme that is as the model says. Refuses what is not possible. */
export function objectiveOf(programme, moves) {
  const { variables, rows, names } = programme;
  const values = valuesOf(programme, moves);
  variables.forEach(({ name, lower, upper }, i) => {
    if (values[i] < lower) refuse(`${name} has to be ${lower}`);
    if (values[i] > upper) refuse(`${name} cannot be ${values[i]}`);
  });
  for (const { name, terms, least = -Infinity, most = Infinity } of rows) {
    const sum = terms.reduce((total, [number, place]) => total + number * values[place], 0);
    if (sum < least || sum > most) refuse(`the moves do not keep ${name}`);
  }
  const changes = [...programme.y.values()].reduce((sum, place) => sum + values[place], 0);
  if (changes > programme.roundCap) refuse(`${changes} posts change hands, ${programme.roundCap} may`);
  const out = Object.fromEntries(names.map((name) => [name, 0]));
  for (const { objective, amount } of programme.constants) if (objective in out) out[objective] += amount;
  variables.forEach(({ worth }, i) => {
    for (const name of names) out[name] += (worth[name] ?? 0) * values[i];
  });
  return out;
}
