import type { HdbscanInput, HdbscanOutput } from "../../workers/lab/density";
import { InputError } from "../input-error";
import { kdTree, type KdTree } from "../neighbours/kd-tree";
import { kthSquares } from "../neighbours/tree-nearest";
import { measurable } from "../partition/admitted";
import { orderBySize } from "../partition/order-by-size";
import { within } from "../progress";
import { chosenClusters } from "./choose-clusters";
import { condensedTree, type CondensedTree } from "./condensed-tree";
import { countNoise } from "./noise";
import { singleLinkage } from "./single-linkage";
import { spanningTree } from "./spanning-tree";

/**
 * HDBSCAN (Campello et al. 2013) with Euclidean distances, as scikit-learn's with `allow_single_cluster=False`: the
 * hierarchy of all DBSCAN answers, and from it the clusters that stand out at their own density. The distance of a row to
 * its `minSamples`-th row, itself counted first, is its core distance. Rows that two
 * clusters reach at the same distance join the one with the nearer row. InputError for fewer than two rows, a minClusterSize below 2, or a minSamples outside 1 … n.
 */
export function* hdbscan(input: HdbscanInput): Generator<number, HdbscanOutput, void> {
  refuse(input);
  const { matrix, minClusterSize, minSamples, method, epsilon = 0 } = input;
  const grown = yield* within(kdTree(matrix), 0, 0.05);
  const core = yield* within(coreSquares(grown, minSamples), 0.05, 0.35);
  const edges = yield* within(spanningTree(grown, core), 0.35, 0.9);
  const merges = yield* within(singleLinkage(edges), 0.9, 0.95);
  const condensed = yield* within(condensedTree(merges, minClusterSize), 0.95, 1);
  const chosen = chosenClusters(condensed, method, epsilon);
  return answer(grown, condensed, chosen, notesOn(matrix.n, minClusterSize, condensed, chosen));
}

function refuse({ matrix, minClusterSize, minSamples }: HdbscanInput): void {
  measurable(matrix);
  const { n } = matrix;
  if (n < 2) throw new InputError("HDBSCAN needs at least two rows.");
  if (!Number.isInteger(minClusterSize) || minClusterSize < 2) {
    throw new InputError("The smallest cluster must have 2 rows or more.");
  }
  if (!Number.isInteger(minSamples) || minSamples < 1 || minSamples > n) {
    throw new InputError(`The number of neighbours must be from 1 to the number of rows, ${n}.`);
  }
}

function* coreSquares(tree: KdTree, minSamples: number): Generator<number, Float64Array, void> {
  return minSamples === 1 ? new Float64Array(tree.n) : yield* kthSquares(tree, minSamples - 1);
}

/** Back from positions of the tree to rows. */
function answer(
  { n, rows }: KdTree,
  { last, left, ...condensed }: CondensedTree,
  chosen: Uint8Array,
  notes: string[],
): HdbscanOutput {
  const { parent, death } = condensed;
  const owner = new Int32Array(chosen.length).fill(-1);
  for (let c = 1; c < chosen.length; c++) owner[c] = chosen[c] === 1 ? c : (owner[parent[c] as number] as number);
  const owners = new Int32Array(n);
  const probabilities = new Float64Array(n);
  rows.forEach((row, p) => {
    const own = owner[last[p] as number] as number;
    owners[row] = own;
    if (own >= 0) probabilities[row] = firmness(left[p] as number, death[own] as number);
  });
  const { labels, k, order } = orderBySize(owners);
  const label = new Int32Array(chosen.length).fill(-1);
  order.forEach((own, now) => (label[own] = now));
  return { labels, k, notes, probabilities, noise: countNoise(labels), tree: { ...condensed, label } };
}

/** The share of the cluster's life that a row is in it; rows that outlive it in a child count fully. */
function firmness(left: number, death: number): number {
  return death === 0 || left === Infinity ? 1 : Math.min(left, death) / death;
}

function notesOn(n: number, minClusterSize: number, { parent, left }: CondensedTree, chosen: Uint8Array): string[] {
  if (chosen.includes(1)) return [];
  if (minClusterSize > n)
    return [`No cluster can have ${minClusterSize} rows, because there are only ${n}: all are noise.`];
  if (left.every((lambda) => lambda === Infinity))
    return ["All rows are equal, so nothing tells clusters apart: all are noise."];
  return parent.length === 1
    ? ["The rows part nowhere into two groups of the smallest size or more, so there are no clusters: all are noise."]
    : ["No cluster stands out, so all rows are noise."];
}
