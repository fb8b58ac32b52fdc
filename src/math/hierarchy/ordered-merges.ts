import type { Merges } from "../../workers/lab/hierarchy";
import { ascendingOrder } from "../ascending-order";

/** Merges as an algorithm finds them, in any order: which two leaves' clusters meet, and how high. */
export interface Links {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly heights: Float64Array;
}

/** Room for the n - 1 links between `n` leaves. */
export function noLinks(n: number): Links {
  return { from: new Int32Array(n - 1), to: new Int32Array(n - 1), heights: new Float64Array(n - 1) };
}

/**
 * The links by rising height, equal ones in the order they were found, with leaves replaced by the nodes they belong to
 * at that time: the form of `scipy.cluster.hierarchy.linkage`.
 */
export function orderedMerges({ from, to, heights }: Links): Merges {
  const count = heights.length;
  const n = count + 1;
  const parents = Int32Array.from({ length: n + count }, (_, node) => node);
  const pairs = new Int32Array(2 * count);
  const sizes = new Int32Array(count);
  const order = ascendingOrder(heights);
  order.forEach((link, merge) => {
    const a = root(parents, from[link] as number);
    const b = root(parents, to[link] as number);
    pairs[2 * merge] = Math.min(a, b);
    pairs[2 * merge + 1] = Math.max(a, b);
    sizes[merge] = sizeOf(sizes, n, a) + sizeOf(sizes, n, b);
    parents[a] = n + merge;
    parents[b] = n + merge;
  });
  return { pairs, heights: Float64Array.from(order, (link) => heights[link] as number), sizes };
}

/** Leaves below a node: 1 below a leaf itself. */
export function sizeOf(sizes: Int32Array, n: number, node: number): number {
  return node < n ? 1 : (sizes[node - n] as number);
}

/** The node on top of a leaf; halves the way for the next who asks. */
function root(parents: Int32Array, leaf: number): number {
  let node = leaf;
  while (parents[node] !== node) {
    const parent = parents[node] as number;
    parents[node] = parents[parent] as number;
    node = parent;
  }
  return node;
}
