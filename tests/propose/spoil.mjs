// Spoils certificates so that they prove less than they claim, each in a way that has to be refused
// whatever the plan is: a claim that a known choice contradicts, something that is left out, or something
// that there is not. Whether a bound still holds is never asked of what is being tested.

const INEQUALITIES = /^(cell|heads|cap|pair):/;
const LEVELS = ['shortfall', 'vacant', 'dropped', 'moves', 'cost'];

const copy = (value) => structuredClone(value);
const isLeaf = ({ split }) => split === undefined;
const points = (certificate) => certificate.parts.flatMap((part) => part.points);
const treesOf = (certificate) => points(certificate).map(({ nodes }) => nodes);

/** Something of the list for which the test holds. */
function some(random, list, test = () => true) {
  const fitting = list.filter(test);
  return fitting.length === 0 ? undefined : random.of(fitting);
}
const someNode = (random, certificate, test) => some(random, treesOf(certificate).flat(), test);

/** A point that holds for any number of posts, and that a known choice reaches: its bound is the best there is. */
function freePoint(random, { certificate, proposal }) {
  if (proposal.status !== 'optimal') return undefined;
  return some(random, points(certificate), ({ most, bound }) => most === undefined && bound !== null);
}
/** Whether the proposal gets just what the points of all parts say. */
const isFree = ({ certificate, proposal }) => proposal.status === 'optimal' &&
  certificate.parts.every((part) => part.points.length === 1 && part.points[0].most === undefined);

/** Changes that need not make a proof worse: together with a claim that is not true they may not pass. */
const DISTURB = [
  function multiplier(random, { certificate }) {
    const node = someNode(random, certificate, ({ rows }) => rows && Object.keys(rows).length > 0);
    if (node === undefined) return;
    const name = random.of(Object.keys(node.rows));
    const by = random.of([1n, -1n, BigInt(node.rows[name]), -BigInt(node.rows[name]), 1000003n]);
    node.rows[name] = String(BigInt(node.rows[name]) + by);
  },
  function swapped(random, { certificate }) {
    const node = someNode(random, certificate, ({ rows }) => rows && Object.keys(rows).length > 1);
    if (node === undefined) return;
    const names = Object.keys(node.rows);
    const [a, b] = [random.of(names), random.of(names)];
    [node.rows[a], node.rows[b]] = [node.rows[b], node.rows[a]];
  },
  function scale(random, { certificate }) {
    const node = someNode(random, certificate, (one) => one.scale !== undefined);
    if (node !== undefined) node.scale = random.of(['0', '1', '2', '7', String(2n * BigInt(node.scale))]);
  },
  function split(random, { certificate }) {
    const node = someNode(random, certificate, (one) => !isLeaf(one));
    if (node !== undefined) node.at += random.of([-1, 1, 2, 1000, -1000]);
  },
  function fixing(random, { certificate }) {
    const nodes = some(random, treesOf(certificate), (all) => all.length > 2);
    const inner = nodes && some(random, nodes, (one) => !isLeaf(one));
    const leaf = nodes && some(random, nodes, isLeaf);
    if (inner !== undefined) Object.assign(inner, { scale: leaf.scale, rows: { ...leaf.rows } });
  },
  function leaf(random, { certificate }) {
    const nodes = some(random, treesOf(certificate), (all) => all.length > 2);
    const one = nodes && some(random, nodes, isLeaf);
    const other = nodes && some(random, nodes, isLeaf);
    if (one !== undefined) Object.assign(one, { scale: other.scale, rows: { ...other.rows } });
  },
  function branch(random, { certificate, plan }) {
    const nodes = some(random, treesOf(certificate));
    const split = random.of([`changes:${random.of(plan.posts).id}`, 'total', `short:${plan.quotas[0].id}/d1`]);
    const leaf = nodes.findIndex(isLeaf);
    if (leaf >= 0) nodes.splice(leaf, 1, { split, at: random.below(3) }, copy(nodes[leaf]), copy(nodes[leaf]));
  },
  function weights(random, { certificate }) {
    const point = some(random, points(certificate), ({ bound }) => bound !== null);
    if (point === undefined) return;
    const name = random.of(Object.keys(point.weights).filter((one) => one !== 'cost'));
    point.weights[name] = String(BigInt(point.weights[name]) * random.of([1n, 2n, 3n, 1000n]) / random.of([1n, 2n, 10n]));
  },
  function most(random, { certificate }) {
    const point = some(random, points(certificate), (one) => one.most !== undefined);
    if (point !== undefined) point.most += random.of([1, 2, -1]);
  },
];
function disturb(random, one) {
  for (let i = random.below(4); i > 0; i -= 1) random.of(DISTURB)(random, one);
}

/** By name: spoils the copies that it gets; false where it cannot. */
const SPOILERS = {
  'all claim what no choice reaches'(random, one) {
    const { certificate, proposal } = one;
    const point = freePoint(random, one);
    if (point === undefined || !isFree(one)) return false;
    disturb(random, one);
    const name = random.of(Object.keys(point.bound));
    const by = random.of([1, 1, 2, 5]);
    for (const bound of [point.bound, certificate.bound, proposal.bound]) bound[name] += by;
    proposal.status = 'feasible';
    return true;
  },
  'a part claims to have no choice'(random, one) {
    const point = freePoint(random, one);
    if (point === undefined) return false;
    disturb(random, one);
    point.bound = null;
    for (const node of point.nodes) if (node.scale !== undefined) node.scale = '0';
    return true;
  },
  'a leaf says that nothing is possible'(random, one) {
    const point = freePoint(random, one);
    if (point === undefined || point.nodes.length !== 1) return false;
    point.nodes[0].scale = '0';
    return true;
  },
  'the bound claimed is better than what is proven'(random, { certificate, proposal }) {
    if (proposal.status !== 'optimal') return false;
    const name = random.of(Object.keys(certificate.bound));
    for (const bound of [certificate.bound, proposal.bound]) bound[name] += 1 + random.below(3);
    proposal.status = 'feasible';
    return true;
  },
  'the objective claimed is better'(random, { certificate, proposal }) {
    const name = random.of(Object.keys(certificate.objective));
    for (const { objective, bound } of [certificate, proposal]) {
      objective[name] -= 1;
      bound[name] = Math.min(bound[name], objective[name]);
    }
    return true;
  },
  'a move is gone'(random, { certificate, proposal }) {
    const i = proposal.moves.findIndex(({ to }) => to !== null);
    if (i < 0) return false;
    const { cadre } = proposal.moves[i];
    const from = random.of([certificate, proposal]);
    from.moves = from.moves.filter((move) => move.cadre !== cadre);
    return true;
  },
  'a move is made twice'(random, { certificate, proposal }) {
    const { moves } = random.of([certificate, proposal]);
    if (moves.length === 0) return false;
    const move = random.of(moves);
    if (move.to === null) return false; // of one who is gone it says nothing
    moves.push(copy(move));
    return true;
  },
  'somebody goes where there is no way'(random, { certificate, plan }) {
    // To where one sits; after an earlier round that may be elsewhere.
    if (certificate.moves.length === 0 || plan.scenarios[0].rounds.length > 1) return false;
    const move = random.of(certificate.moves);
    const own = plan.posts.find(({ incumbent }) => incumbent === move.cadre);
    if (own === undefined || move.to === own.id) return false;
    move.to = own.id;
    return true;
  },
  'a leaf says nothing'(random, one) {
    const point = freePoint(random, one);
    // With no multipliers at all, nothing is known of any shortfall.
    if (point === undefined || point.bound.shortfall <= 0) return false;
    for (const node of point.nodes) if (isLeaf(node)) node.rows = {};
    for (const node of point.nodes) if (!isLeaf(node)) delete node.rows;
    if (point.nodes.length > 1) {
      // In a branch more may follow from the branching itself; the tree is cut down to its root.
      point.nodes = [{ scale: '1', rows: {} }];
    }
    return true;
  },
  'a node is gone'(random, { certificate }) {
    const nodes = random.of(treesOf(certificate));
    nodes.splice(random.below(nodes.length), 1);
    return true;
  },
  'a child is gone'(random, { certificate }) {
    const nodes = some(random, treesOf(certificate), (all) => all.length > 1);
    if (nodes === undefined) return false;
    nodes.splice(nodes.findLastIndex(isLeaf), 1);
    return true;
  },
  'a leaf hangs nowhere'(random, { certificate }) {
    const nodes = random.of(treesOf(certificate));
    nodes.push(copy(nodes.at(-1)));
    return true;
  },
  'a leaf has no multipliers'(random, { certificate }) {
    const node = someNode(random, certificate, isLeaf);
    delete node.rows;
    return true;
  },
  'a branching has no value'(random, { certificate }) {
    const node = someNode(random, certificate, (one) => !isLeaf(one));
    if (node === undefined) return false;
    node.at = random.of([undefined, null, 0.5, '1']);
    return true;
  },
  'a branching is on nothing'(random, { certificate }) {
    const node = someNode(random, certificate, (one) => !isLeaf(one));
    if (node === undefined) return false;
    node.split = random.of(['', 'changes:', 'nothing', 7, null, node.split.toUpperCase()]);
    return true;
  },
  'a sign is wrong'(random, { certificate }) {
    const node = someNode(random, certificate, (one) => isLeaf(one) && Object.keys(one.rows).some((name) => INEQUALITIES.test(name)));
    if (node === undefined) return false;
    const name = random.of(Object.keys(node.rows).filter((one) => INEQUALITIES.test(one)));
    node.rows[name] = String(-BigInt(node.rows[name]));
    return true;
  },
  'a scale is negative'(random, { certificate }) {
    const node = someNode(random, certificate, isLeaf);
    node.scale = random.of(['-1', `-${node.scale}0`, '-99']);
    return true;
  },
  'a number is none'(random, { certificate }) {
    const node = someNode(random, certificate, (one) => isLeaf(one) && Object.keys(one.rows).length > 0);
    if (node === undefined) return false;
    const name = random.of(Object.keys(node.rows));
    node.rows[name] = random.of(['1e9', '', '0x10', ' 1', '1.5', 12, null, '+3', '--1', '٣']);
    return true;
  },
  'a row there is not'(random, { certificate }) {
    const node = someNode(random, certificate, (one) => isLeaf(one) && Object.keys(one.rows).length > 0);
    if (node === undefined) return false;
    const name = random.of(Object.keys(node.rows));
    const { [name]: value, ...rest } = node.rows;
    node.rows = { ...rest, [random.of(['post:', 'post:nowhere', `${name} `, name.toUpperCase(), 'constructor'])]: value };
    return true;
  },
  'a row of another part'(random, { certificate }) {
    if (certificate.parts.length < 2) return false;
    const [a, b] = [random.below(certificate.parts.length), random.below(certificate.parts.length)];
    if (a === b) return false;
    const leaves = (part) => certificate.parts[part].points.flatMap(({ nodes }) => nodes).filter(isLeaf);
    const to = some(random, leaves(a));
    const from = some(random, leaves(b), ({ rows }) => Object.keys(rows).some((name) => name !== 'total'));
    if (from === undefined) return false;
    const name = Object.keys(from.rows).find((one) => one !== 'total');
    to.rows[name] = from.rows[name];
    return true;
  },
  'a part is gone'(random, { certificate }) {
    if (certificate.parts.length === 0) return false;
    certificate.parts.splice(random.below(certificate.parts.length), 1);
    return true;
  },
  'a post is in two parts'(random, { certificate }) {
    if (certificate.parts.length < 2) return false;
    certificate.parts[0].posts.push(certificate.parts[1].posts[0]);
    return true;
  },
  'a part has no points'(random, { certificate }) {
    if (certificate.parts.length === 0) return false;
    random.of(certificate.parts).points = [];
    return true;
  },
  'nothing is said of more posts'(random, one) {
    const { certificate, proposal } = one;
    const moves = certificate.parts.map(({ posts }) => proposal.moves.filter(({ to }) => posts.includes(to)).length);
    const part = some(random, certificate.parts, ({ points: all }) => moves[certificate.parts.findIndex((each) =>
      each.points === all)] > 0 && all.length === 1 && all[0].most === undefined);
    if (part === undefined) return false;
    part.points[0].most = moves[certificate.parts.indexOf(part)] - 1;
    return true;
  },
  'a bound of few posts is claimed for any number'(random, one) {
    const { certificate } = one;
    const part = some(random, certificate.parts, ({ points: all }) => all.length > 1 &&
      all.some(({ most }) => most === undefined) && all.some(({ most }) => most !== undefined));
    if (part === undefined) return false;
    const free = part.points.find(({ most }) => most === undefined);
    const few = some(random, part.points, ({ most, bound }) => most !== undefined && isWorse(bound, free.bound));
    if (few === undefined) return false;
    disturb(random, one);
    delete few.most;
    return true;
  },
  'a weight is nothing'(random, { certificate }) {
    const point = some(random, points(certificate), ({ bound }) => bound !== null);
    if (point === undefined) return false;
    point.weights[random.of(Object.keys(point.weights))] = random.of(['0', '-1', '', undefined, 5]);
    return true;
  },
  'it is about another round'(random, { certificate }) {
    certificate[random.of(['scenario', 'round'])] = 'nowhere';
    return true;
  },
  'it is no certificate'(random, { certificate }) {
    certificate[random.of(['format', 'version'])] = random.of(['x', 2, null]);
    return true;
  },
};

/** Whether a comes after b: null, which is impossible, after all. */
function isWorse(a, b) {
  if (a === null || b === null) return a === null && b !== null;
  const name = LEVELS.find((one) => a[one] !== b[one]);
  return name !== undefined && a[name] > b[name];
}

export const SPOILER_NAMES = Object.keys(SPOILERS);

/** `{ name, proposal, certificate }` of a spoilt copy; undefined when what was drawn does not apply. */
export function spoil(plan, proposal, certificate, random) {
  for (let tries = 0; tries < 12; tries += 1) {
    const name = random.of(SPOILER_NAMES);
    const one = { plan, proposal: copy(proposal), certificate: copy(certificate) };
    if (certificate.parts.length === 0 && !/claimed|round|certificate|move/.test(name)) continue;
    if (SPOILERS[name](random, one)) return { name, proposal: one.proposal, certificate: one.certificate };
  }
  return undefined;
}
