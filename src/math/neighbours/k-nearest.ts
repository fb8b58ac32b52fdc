import type { Matrix } from "../../workers/lab/matrix";
import { InputError } from "../input-error";
import { within } from "../progress";
import { blockedNearest } from "./blocked-nearest";
import { kdTree } from "./kd-tree";
import type { NearestLists } from "./nearest-list";
import { treeNearest } from "./tree-nearest";

/** With more features, boxes overlap so much that measuring every pair is faster. */
const MOST_TREE_FEATURES = 15;

/**
 * The `k` nearest other rows of every row by Euclidean distance, exact: nearest first, equal distances by row number, the
 * row itself left out (an equal row is not). Those of row i are at `i * k` … of `indices` and `distances`. With fewer than
 * k other rows, the `k` of the answer is their number. InputError unless k is a whole number of 1 or more.
 */
export function* kNearest(matrix: Matrix, k: number): Generator<number, NearestLists, void> {
  if (!Number.isInteger(k) || k < 1) throw new InputError("The number of neighbours must be 1 or more.");
  const most = Math.max(0, Math.min(k, matrix.n - 1));
  if (most === 0) return { k: 0, indices: new Int32Array(0), distances: new Float64Array(0) };
  if (matrix.d > MOST_TREE_FEATURES) return yield* blockedNearest(matrix, most);
  const tree = yield* within(kdTree(matrix), 0, 0.1);
  return yield* within(treeNearest(tree, most), 0.1, 1);
}
