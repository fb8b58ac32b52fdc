import { ascendingOrder } from "../ascending-order";
import { components, findComponent } from "./components";
import type { SpanningTree } from "./spanning-tree";

/** Merges between two looks at the clock. */
const MERGES_PER_STEP = 1 << 15;

/**
 * The order in which rows merge: merge m makes node n + m out of nodes `left[m]` and `right[m]`; nodes below n are the
 * places of the spanning tree.
 */
export interface Merges {
  readonly n: number;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Ascending. */
  readonly distance: Float64Array;
  /** Rows in the node that the merge makes. */
  readonly size: Int32Array;
}

/** The single-linkage hierarchy of a minimum spanning tree (Gower & Ross 1969); equal edges by distance. */
export function* singleLinkage({ from, to, reach, squares }: SpanningTree): Generator<number, Merges, void> {
  const edges = reach.length;
  const n = edges + 1;
  const sets = components(2 * n - 1);
  const merges = {
    n,
    left: new Int32Array(edges),
    right: new Int32Array(edges),
    distance: new Float64Array(edges),
    size: new Int32Array(edges),
  };
  const sizeOf = (node: number): number => (node < n ? 1 : (merges.size[node - n] as number));
  const order = nearestFirst(reach, squares);
  for (let m = 0; m < edges; m++) {
    const edge = order[m] as number;
    const left = findComponent(sets, from[edge] as number);
    const right = findComponent(sets, to[edge] as number);
    // The node made last stands for the set.
    sets[left] = n + m;
    sets[right] = n + m;
    merges.left[m] = left;
    merges.right[m] = right;
    merges.distance[m] = Math.sqrt(reach[edge] as number);
    merges.size[m] = sizeOf(left) + sizeOf(right);
    if (m % MERGES_PER_STEP === 0) yield m / edges;
  }
  return merges;
}

function nearestFirst(reach: Float64Array, squares: Float64Array): Int32Array {
  const bySquare = ascendingOrder(squares);
  const byReach = ascendingOrder(Float64Array.from(bySquare, (edge) => reach[edge] as number));
  return byReach.map((place) => bySquare[place] as number);
}
