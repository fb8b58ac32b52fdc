import { InputError } from "../input-error";
import type { KdTree } from "../neighbours/kd-tree";
import { joinComponents } from "./components";
import { beginRound, growingTree, type GrowingTree } from "./growing-tree";
import { lookOutside } from "./look-outside";

/** Boxes and rows looked at between two looks at the clock. */
const LOOKED_PER_STEP = 1 << 17;

/** The n - 1 edges of a tree over all positions, in the order they were found. */
export interface SpanningTree {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Squared mutual reachability. */
  readonly reach: Float64Array;
  /** Squared distance. */
  readonly squares: Float64Array;
}

/**
 * A minimum spanning tree of the rows under mutual reachability, max(core distance of either, distance) (Campello et al.
 * 2013), equal ones by distance; `core` holds squared core distances by position. Borůvka's algorithm, the nearest row
 * outside each component searched in the k-d tree (March et al. 2010). What a row knows stays true as components grow:
 * its nearest, until that joins its component, and then still that nothing is nearer. Memory grows with n alone.
 */
export function* spanningTree(tree: KdTree, core: Float64Array): Generator<number, SpanningTree, void> {
  const { n } = tree;
  const growing = growingTree(tree, core);
  const edges = {
    from: new Int32Array(n - 1),
    to: new Int32Array(n - 1),
    reach: new Float64Array(n - 1),
    squares: new Float64Array(n - 1),
  };
  for (let count = 0; count < n - 1;) {
    beginRound(growing);
    for (let p = 0; p < n; p++) {
      if ((growing.nearest[p] as number) < 0) lookOutside(growing, p);
      if (growing.looked < LOOKED_PER_STEP) continue;
      growing.looked = 0;
      yield (count + ((n - count) * p) / (2 * n)) / n;
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

/** Adds the nearest edge of every component, unless an edge of this round joined the two already. */
function joinNearest({ sets, best, nearest, reach, square }: GrowingTree, edges: SpanningTree, count: number): number {
  let next = count;
  for (const p of best) {
    if (p < 0 || !joinComponents(sets, p, nearest[p] as number)) continue;
    edges.from[next] = p;
    edges.to[next] = nearest[p] as number;
    edges.reach[next] = reach[p] as number;
    edges.squares[next++] = square[p] as number;
  }
  return next;
}
