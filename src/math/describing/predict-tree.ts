import type { DecisionTree } from "../../workers/lab/deciding";
import { InputError } from "../input-error";
import { mostFrequent } from "./most-frequent";
import { treeLeaves } from "./tree-leaves";

/**
 * The segment a tree gives each row: the most frequent one of its leaf. Columns are the features it was grown on, in that
 * order and unit. InputError when they are not as many, or differ in length.
 */
export function* predictTree(
  tree: DecisionTree,
  columns: readonly Float64Array[],
): Generator<number, Int32Array, void> {
  const rows = columns[0]?.length ?? 0;
  if (columns.length !== tree.someMissing.length || columns.some(({ length }) => length !== rows)) {
    throw new InputError("These are not the features the tree was made from. Choose the same ones.");
  }
  const segments = Int32Array.from(tree.feature, (_, node) => mostFrequent(tree.counts, node, tree.k));
  const leaves = yield* treeLeaves(tree, columns, rows);
  return leaves.map((leaf) => segments[leaf] as number);
}
