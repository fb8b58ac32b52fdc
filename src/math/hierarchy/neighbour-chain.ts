import { within } from "../progress";
import { noLinks, type Links } from "./ordered-merges";

/** Work between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/** Places are closed up when fewer than this share of them still hold a cluster. */
const SPARSE = 0.8;

/** Clusters at numbered places, under a distance that a merge never lets fall (reducible). */
export interface Clusters {
  /** Work of comparing two clusters. */
  readonly cost: number;
  /** Rows of the cluster at each place; 0 where it was given up. */
  readonly sizes: Float64Array;
  /** The same to the last bit from either side. */
  distance(a: number, b: number): number;
  /** The first nearest cluster to `x`, or `favourite` (-1 for none) when none is nearer than that. */
  nearest(x: number, favourite: number): number;
  /** Puts the clusters at `a` < `b` together at `b`; `a` is given up. */
  merge(a: number, b: number): void;
  /** Moves the clusters at the `kept` places, ascending, to the first places. */
  compact(kept: Int32Array): Generator<number, void, void>;
}

/**
 * The nearest-neighbour chain (Benzécri 1982, Murtagh 1983): from any cluster to its nearest, on to the nearest of that,
 * until two are each other's nearest, which merge. For reducible linkages this finds the same merges as always taking
 * the closest pair. Order and ties as in `scipy.cluster.hierarchy.linkage`.
 */
export function* followChain(clusters: Clusters): Generator<number, Links, void> {
  const n = clusters.sizes.length;
  const links = noLinks(n);
  let leaves: Int32Array = Int32Array.from({ length: n }, (_, leaf) => leaf);
  let chain: number[] = [];
  let work = 0;
  for (let link = 0; link < n - 1; link++) {
    if (n - link < SPARSE * leaves.length) {
      const kept = keptPlaces(clusters.sizes, leaves.length);
      const share = 1 - ((n - link) / n) ** 2;
      yield* within(clusters.compact(kept), share, share);
      const places = new Map(Array.from(kept, (from, to) => [from, to]));
      chain = chain.map((place) => places.get(place) as number);
      leaves = kept.map((place) => leaves[place] as number);
    }
    if (chain.length === 0) chain.push(clusters.sizes.findIndex((size) => size > 0));
    for (;;) {
      const last = chain.at(-1) as number;
      const before = chain.at(-2) ?? -1;
      const nearest = clusters.nearest(last, before);
      work += leaves.length * clusters.cost;
      if (work > WORK_PER_STEP) {
        work = 0;
        yield 1 - ((n - link) / n) ** 2;
      }
      if (nearest === before) break;
      chain.push(nearest);
    }
    const one = chain.pop() as number;
    const other = chain.pop() as number;
    const [a, b] = one < other ? [one, other] : [other, one];
    links.from[link] = leaves[a] as number;
    links.to[link] = leaves[b] as number;
    links.heights[link] = clusters.distance(a, b);
    clusters.merge(a, b);
  }
  return links;
}

function keptPlaces(sizes: Float64Array, places: number): Int32Array {
  const kept: number[] = [];
  for (let place = 0; place < places; place++) if ((sizes[place] as number) > 0) kept.push(place);
  return Int32Array.from(kept);
}
