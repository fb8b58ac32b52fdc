import type { Dendrogram, Merges } from "../../workers/lab/hierarchy";
import { sizeOf } from "./ordered-merges";

/** How far above the highest merge the cut into one cluster is drawn. */
const ABOVE = 1.05;

/**
 * The top of a merge tree for a chart: at most `most` leaves, but one for every cluster at least, of the cut that gave the
 * leaves their `labels`. Branches below are leaves and end at height 0. Left to right as scipy's `dendrogram`: of two
 * nodes the earlier first.
 */
export function dendrogram(merges: Merges, labels: Int32Array, most = 60): Dendrogram {
  const { pairs, heights, sizes } = merges;
  const n = labels.length;
  const k = labels.reduce((top, label) => Math.max(top, label), 0) + 1;
  const shown = Math.min(n, Math.max(most, k));
  const first = n - shown;
  const leaves = leavesOf(pairs, n, first);
  const places = new Map(Array.from(leaves, (node, place) => [node, place]));
  const x = new Float64Array(4 * (shown - 1));
  const y = new Float64Array(4 * (shown - 1));
  const links = new Int32Array(shown - 1).fill(-1);
  const labelOf = (node: number): number => labels[firstLeaf(pairs, n, node)] as number;
  for (let merge = first; merge < n - 1; merge++) {
    const corner = 4 * (merge - first);
    const left = pairs[2 * merge] as number;
    const right = pairs[2 * merge + 1] as number;
    const height = heights[merge] as number;
    const bottom = (node: number): number => (node < n + first ? 0 : (heights[node - n] as number));
    const from = places.get(left) as number;
    const to = places.get(right) as number;
    x.set([from, from, to, to], corner);
    y.set([bottom(left), height, height, bottom(right)], corner);
    places.set(n + merge, (from + to) / 2);
    if (merge < n - k) links[merge - first] = labelOf(n + merge);
  }
  const leafSizes = Int32Array.from(leaves, (node) => sizeOf(sizes, n, node));
  return { x, y, links, leafSizes, leafClusters: Int32Array.from(leaves, labelOf), cut: cutHeight(heights, k) };
}

/** Nodes made before merge `first`, from left to right. */
function leavesOf(pairs: Int32Array, n: number, first: number): number[] {
  const leaves: number[] = [];
  const open = [2 * n - 2];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const merge = node - n;
    if (merge < first) leaves.push(node);
    else open.push(pairs[2 * merge + 1] as number, pairs[2 * merge] as number);
  }
  return leaves;
}

function firstLeaf(pairs: Int32Array, n: number, node: number): number {
  let leaf = node;
  while (leaf >= n) leaf = pairs[2 * (leaf - n)] as number;
  return leaf;
}

function cutHeight(heights: Float64Array, k: number): number {
  const undone = heights.length + 1 - k;
  if (k === 1) return (heights.at(-1) ?? 0) * ABOVE;
  return ((heights[undone - 1] ?? 0) + (heights[undone] as number)) / 2;
}
