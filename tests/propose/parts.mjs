// Splits and prepares plans for large trials.

/** The plan with one scenario "a", whose one round "r1" has no moves yet, and these caps. */
export function withRound({ caps: _, ...rest }, caps = {}) {
  const rounds = [{ id: 'r1', name: 'Đợt 1', date: '2023-10-01', moves: [] }];
  return { ...rest, caps, scenarios: [{ id: 'a', name: 'A', rounds }] };
}

/** The plan of several pieces of one, which share everything but posts and cadres. */
export function joined(pieces) {
  return { ...pieces[0], posts: pieces.flatMap(({ posts }) => posts), cadres: pieces.flatMap(({ cadres }) => cadres) };
}

/** One plan for each district with posts: its posts and holders, and candidates who come from there. */
export function districtPlans(plan) {
  const units = new Map(plan.units.map((unit) => [unit.id, unit]));
  const districtOf = (id) => {
    let unit = units.get(id);
    while (unit !== undefined && unit.level !== 'district') unit = units.get(unit.parent);
    return unit?.id;
  };
  const pieces = new Map();
  const seat = new Map();
  for (const post of plan.posts) {
    const district = districtOf(post.unit);
    if (!pieces.has(district)) pieces.set(district, { posts: [], cadres: [] });
    pieces.get(district).posts.push(post);
    if (post.incumbent) seat.set(post.incumbent, district);
  }
  for (const cadre of plan.cadres) {
    pieces.get(seat.get(cadre.id) ?? districtOf(cadre.native_place))?.cadres.push(cadre);
  }
  return [...pieces.values()].map(({ posts, cadres }) => {
    const here = new Set(cadres.map(({ id }) => id));
    const near = ({ relatives = [], ...rest }) => ({ ...rest, relatives: relatives.filter((id) => here.has(id)) });
    return { ...plan, posts, cadres: cadres.map(near) };
  });
}
