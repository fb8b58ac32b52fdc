import type { Matrix } from "../../workers/lab/matrix";
import { squareToBox, squareToPlace } from "../neighbours/box-distance";
import { kdTree, type KdTree } from "../neighbours/kd-tree";
import { within } from "../progress";
import { chosenRows } from "./chosen-rows";

/** Places looked at between two looks at the clock. */
const LOOKS_PER_STEP = 1 << 16;

/** Of every row of a matrix, which of the `rows` given is the nearest to it, as a place in `rows`. */
export function* nearestLeaves(matrix: Matrix, rows: Int32Array): Generator<number, Int32Array, void> {
  const { values, n, d } = matrix;
  const tree = yield* within(kdTree(chosenRows(matrix, rows)), 0, 0.1);
  const nearest = new Int32Array(n);
  let looks = 0;
  for (let row = 0; row < n; row++) {
    looks += search(tree, values, row * d, row, nearest);
    if (looks > LOOKS_PER_STEP) {
      looks = 0;
      yield 0.1 + (0.9 * row) / n;
    }
  }
  return nearest;
}

/** Writes the leaf nearest to the place at `at` into `nearest[row]`; how many boxes and leaves were looked at. */
function search(tree: KdTree, values: Float64Array, at: number, row: number, nearest: Int32Array): number {
  const nodes = [0];
  const squares = [0];
  let least = Infinity;
  let looks = 0;
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ((squares.pop() as number) >= least) continue;
    const right = tree.right[node] as number;
    if (right > 0) {
      const toLeft = squareToBox(tree, node + 1, values, at);
      const toRight = squareToBox(tree, right, values, at);
      looks += 2;
      // What is pushed last is looked into first.
      nodes.push(...(toLeft <= toRight ? [right, node + 1] : [node + 1, right]));
      squares.push(Math.max(toLeft, toRight), Math.min(toLeft, toRight));
      continue;
    }
    const end = tree.to[node] as number;
    for (let p = tree.from[node] as number; p < end; p++, looks++) {
      const square = squareToPlace(tree, p, values, at);
      if (square >= least) continue;
      least = square;
      nearest[row] = tree.rows[p] as number;
    }
  }
  return looks;
}
