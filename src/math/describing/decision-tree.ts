import type { DecisionTree, DecisionTreeInput } from "../../workers/lab/deciding";
import { InputError } from "../input-error";
import { within } from "../progress";
import { checkLabelled } from "./checked-labels";
import { growTree } from "./grow-tree";
import { mostFrequent } from "./most-frequent";
import { treeLeaves } from "./tree-leaves";
import type { TreeNodes } from "./tree-nodes";
import { treeRows } from "./tree-rows";

/** A deeper tree describes nothing to a person, and its levels could grow beyond memory. */
const DEEPEST = 12;

/**
 * A small classification tree that tells the segments apart (CART with Gini impurity; Breiman et al. 1984), grown as
 * scikit-learn's DecisionTreeClassifier grows it, except that of equal splits the first feature's is taken. More than
 * 200,000 rows are sampled to grow it; counts and accuracy are over all rows. InputError when no row has a segment or a
 * setting makes no sense.
 */
export function* decisionTree(input: DecisionTreeInput): Generator<number, DecisionTree, void> {
  const { columns, labels, k, depth = 4, minLeaf = 1, seed } = input;
  checkLabelled(columns, labels, k);
  if (!Number.isInteger(depth) || depth < 1 || depth > DEEPEST) {
    throw new InputError(`The tree's depth must be a whole number from 1 to ${DEEPEST}.`);
  }
  if (!Number.isInteger(minLeaf) || minLeaf < 1) throw new InputError("A leaf must have at least 1 row.");
  const data = yield* within(treeRows(input, seed), 0, 0.4);
  if (data.rows.length === 0) throw new InputError("There are no customers in a segment to describe.");
  const nodes = yield* within(growTree(data, depth, minLeaf), 0.4, 0.9);
  const leaves = yield* within(treeLeaves(nodes, columns, labels.length), 0.9, 1);
  const counts = countsOf(nodes, leaves, labels, k);
  return {
    k,
    feature: Int32Array.from(nodes.feature),
    threshold: Float64Array.from(nodes.threshold),
    left: Int32Array.from(nodes.left),
    right: Int32Array.from(nodes.right),
    missingLeft: Uint8Array.from(nodes.missingLeft),
    counts,
    someMissing: data.missing.map((rows) => rows.length > 0),
    ...accuracyOf(nodes, counts, k),
    grownOn: data.rows.length,
  };
}

/** Rows of each segment at every node: those of the leaves, added up from the last node to the root. */
function countsOf(
  { feature, left, right }: TreeNodes,
  leaves: Int32Array,
  labels: Int32Array,
  k: number,
): Float64Array {
  const counts = new Float64Array(feature.length * k);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] as number;
    if (label < 0) continue;
    const at = (leaves[row] as number) * k + label;
    counts[at] = (counts[at] as number) + 1;
  }
  for (let node = feature.length - 1; node >= 0; node--) {
    if (feature[node] === -1) continue;
    for (let s = 0; s < k; s++) {
      const below = [left[node] as number, right[node] as number];
      counts[node * k + s] = below.reduce((sum, child) => sum + (counts[child * k + s] as number), 0);
    }
  }
  return counts;
}

function accuracyOf({ feature }: TreeNodes, counts: Float64Array, k: number): Pick<DecisionTree, "rows" | "accuracy"> {
  const rows = counts.subarray(0, k).reduce((sum, count) => sum + count, 0);
  const hits = feature.reduce((sum, asked, node) => {
    return asked >= 0 ? sum : sum + (counts[node * k + mostFrequent(counts, node, k)] as number);
  }, 0);
  return { rows, accuracy: hits / rows };
}
