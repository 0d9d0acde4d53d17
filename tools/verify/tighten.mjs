// What follows from a programme without any search: variables that can be nothing but 0. The bounds of
// a proof count on it, because a variable that is 0 anyway must not make a bound worse.

/** Changes the upper bounds of the programme's variables, and how much room a soft row gives. */
export function tighten(programme) {
  const { variables, rows } = programme;
  const isOut = (place) => variables[place].upper === 0;
  const rule = (place) => {
    if (isOut(place) || variables[place].lower > 0) return false;
    variables[place].upper = 0;
    return true;
  };
  for (const { terms, least, most } of rows) {
    if (least === undefined && most === 0 && terms.every(([number]) => number > 0)) {
      for (const [, place] of terms) rule(place);
    }
  }
  ruleOutArcs(programme, rule);
  // A post that nobody can come into does not change hands; nor one whose holder has nowhere to go.
  const flows = rows.filter(({ name }) => name.startsWith('post:') || name.startsWith('holder:'));
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    for (const { terms } of flows) {
      const [, change] = terms.at(-1);
      const ways = terms.slice(0, -1);
      if (isOut(change)) for (const [, way] of ways) goesOn = rule(way) || goesOn;
      else if (ways.every(([, way]) => isOut(way))) goesOn = rule(change) || goesOn;
    }
  }
  for (const row of rows) if (row.name.startsWith('heads:')) narrow(row, isOut);
}

/** Arcs that alone change more head posts of a unit than may change. */
function ruleOutArcs({ model, rows, arcs, y }, rule) {
  const limitOf = new Map(); // by variable of a post
  for (const row of rows) {
    const isHard = row.name.startsWith('heads:') && row.terms.every(([number]) => number > 0);
    if (isHard) for (const [, change] of row.terms) limitOf.set(change, row);
  }
  model.arcs.forEach(({ cadre, to }, i) => {
    const into = limitOf.get(y.get(to));
    if (into === undefined) return;
    const left = model.held.get(cadre).filter((post) => limitOf.get(y.get(post)) === into).length;
    if (1 + left > into.most) rule(arcs[i]);
  });
}

/** No more room than whole solutions need, so that halves are not cheaper. */
function narrow(row, isOut) {
  const reach = row.terms.filter(([number, place]) => number > 0 && !isOut(place)).length;
  row.terms = row.terms.map(([number, place]) => [number < 0 ? -Math.max(0, reach - row.most) : number, place]);
}
