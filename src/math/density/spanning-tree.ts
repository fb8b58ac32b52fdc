import { InputError } from "../input-error";
import { squareToBox } from "../neighbours/box-distance";
import type { KdTree } from "../neighbours/kd-tree";
import { components, findComponent, joinComponents, type Components } from "./components";

/** Boxes and rows looked at between two looks at the clock. */
const LOOKED_PER_STEP = 1 << 17;

/** The n - 1 edges of a tree over all positions, in the order they were found. */
export interface SpanningTree {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly squares: Float64Array;
}

interface Growing {
  readonly tree: KdTree;
  /** Squared core distance of each position, and the least of each node. */
  readonly core: Float64Array;
  readonly nodeCore: Float64Array;
  readonly sets: Components;
  /** The component of each position in this round, and of each node whose rows are all in one (else -1). */
  readonly own: Int32Array;
  readonly nodeOwn: Int32Array;
  /** The nearest position outside the own component, -1 if not known; and how far it is, or at least how far. */
  readonly nearest: Int32Array;
  readonly square: Float64Array;
  /** For each component the position whose nearest is the nearest of all, and how far it is. */
  readonly best: Int32Array;
  readonly bestSquare: Float64Array;
  looked: number;
}

/**
 * A minimum spanning tree of the rows under mutual reachability, max(core distance of either, distance) (Campello et al.
 * 2013), with squared distances: Borůvka's algorithm, the nearest row outside each component searched in the k-d tree
 * (March et al. 2010). What a row knows stays true as components grow: its nearest, until that joins its component, and
 * then still that nothing is nearer. Memory grows with n alone.
 */
export function* spanningTree(tree: KdTree, core: Float64Array): Generator<number, SpanningTree, void> {
  const { n } = tree;
  const growing = seedling(tree, core);
  const edges = { from: new Int32Array(n - 1), to: new Int32Array(n - 1), squares: new Float64Array(n - 1) };
  let count = 0;
  while (count < n - 1) {
    beginRound(growing);
    for (let p = 0; p < n; p++) {
      const best = growing.bestSquare[growing.own[p] as number] as number;
      if ((growing.nearest[p] as number) < 0 && (growing.square[p] as number) < best) lookOutside(growing, p, best);
      if (growing.looked > LOOKED_PER_STEP) {
        growing.looked = 0;
        yield (count + ((n - count) * p) / (2 * n)) / n;
      }
    }
    const before = count;
    count = joinNearest(growing, edges, count);
    if (count === before) {
      throw new InputError("The values are too large to measure distances between. Choose a scaling.");
    }
    yield count / n;
  }
  return edges;
}

function seedling(tree: KdTree, core: Float64Array): Growing {
  const { n } = tree;
  const nodes = tree.from.length;
  return {
    tree,
    core,
    nodeCore: leastOfNodes(tree, core),
    sets: components(n),
    own: new Int32Array(n),
    nodeOwn: new Int32Array(nodes),
    nearest: new Int32Array(n).fill(-1),
    square: core.slice(),
    best: new Int32Array(n),
    bestSquare: new Float64Array(n),
    looked: 0,
  };
}

function leastOfNodes({ from, to, right }: KdTree, core: Float64Array): Float64Array {
  const least = new Float64Array(from.length).fill(Infinity);
  for (let node = from.length - 1; node >= 0; node--) {
    const other = right[node] as number;
    if (other > 0) least[node] = Math.min(least[node + 1] as number, least[other] as number);
    else
      for (let p = from[node] as number; p < (to[node] as number); p++)
        least[node] = Math.min(least[node] as number, core[p] as number);
  }
  return least;
}

/** Notes who is in which component now, and which known neighbours are still outside. */
function beginRound({ tree, sets, own, nodeOwn, nearest, square, best, bestSquare }: Growing): void {
  const { n, from, to, right } = tree;
  best.fill(-1);
  bestSquare.fill(Infinity);
  for (let p = 0; p < n; p++) own[p] = findComponent(sets, p);
  for (let p = 0; p < n; p++) {
    const known = nearest[p] as number;
    const component = own[p] as number;
    if (known >= 0 && own[known] === component) nearest[p] = -1;
    else if (known >= 0 && (square[p] as number) < (bestSquare[component] as number)) {
      bestSquare[component] = square[p] as number;
      best[component] = p;
    }
  }
  for (let node = from.length - 1; node >= 0; node--) {
    const other = right[node] as number;
    const left = other > 0 ? (nodeOwn[node + 1] as number) : commonOf(own, from[node] as number, to[node] as number);
    nodeOwn[node] = other > 0 && nodeOwn[other] !== left ? -1 : left;
  }
}

function commonOf(own: Int32Array, from: number, to: number): number {
  for (let p = from + 1; p < to; p++) if (own[p] !== own[from]) return -1;
  return own[from] as number;
}

/** Searches the nearest position outside the component of `p`, as long as it is nearer than `limit`. */
function lookOutside(growing: Growing, p: number, limit: number): void {
  const { own, best, bestSquare, nearest, square } = growing;
  square[p] = limit;
  descend(growing, 0, p);
  if ((nearest[p] as number) < 0) return;
  best[own[p] as number] = p;
  bestSquare[own[p] as number] = square[p] as number;
}

function descend(growing: Growing, node: number, p: number): void {
  const { tree, own, nodeOwn, square } = growing;
  const right = tree.right[node] as number;
  if (nodeOwn[node] === own[p]) return;
  if (right === 0) {
    lookIntoLeaf(growing, node, p);
    return;
  }
  const left = reach(growing, node + 1, p);
  const other = reach(growing, right, p);
  growing.looked += 2;
  const leftFirst = left <= other;
  if (Math.min(left, other) < (square[p] as number)) descend(growing, leftFirst ? node + 1 : right, p);
  if (Math.max(left, other) < (square[p] as number)) descend(growing, leftFirst ? right : node + 1, p);
}

/** No row of the node is nearer to `p`. */
function reach({ tree, core, nodeCore }: Growing, node: number, p: number): number {
  const square = squareToBox(tree, node, tree.places, p * tree.d);
  const least = Math.max(core[p] as number, nodeCore[node] as number);
  return square > least ? square : least;
}

function lookIntoLeaf(growing: Growing, leaf: number, p: number): void {
  const { tree, core, own, nearest, square } = growing;
  const { places, d } = tree;
  const to = tree.to[leaf] as number;
  const component = own[p] as number;
  const least = core[p] as number;
  growing.looked += to - (tree.from[leaf] as number);
  for (let q = tree.from[leaf] as number; q < to; q++) {
    if (own[q] === component) continue;
    let way = 0;
    for (let f = 0, a = p * d, b = q * d; f < d; f++) {
      const difference = (places[a + f] as number) - (places[b + f] as number);
      way += difference * difference;
    }
    way = Math.max(way, least, core[q] as number);
    if (way < (square[p] as number)) {
      square[p] = way;
      nearest[p] = q;
    }
  }
}

/** Adds the nearest edge of every component, unless an edge of this round joined the two already. */
function joinNearest({ sets, best, nearest, square }: Growing, edges: SpanningTree, count: number): number {
  let next = count;
  for (const p of best) {
    if (p < 0 || !joinComponents(sets, p, nearest[p] as number)) continue;
    edges.from[next] = p;
    edges.to[next] = nearest[p] as number;
    edges.squares[next++] = square[p] as number;
  }
  return next;
}
