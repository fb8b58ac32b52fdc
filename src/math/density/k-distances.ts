import type { KDistancesInput, KDistancesOutput } from "../../workers/lab/density";
import type { Matrix } from "../../workers/lab/matrix";
import { ascendingOrder } from "../ascending-order";
import { InputError } from "../input-error";
import { kneeOf } from "../knee";
import { kdTree } from "../neighbours/kd-tree";
import { kthSquares } from "../neighbours/tree-nearest";
import { measurable } from "../partition/admitted";
import { within } from "../progress";

/** Evenly spread points of the curve that the bend is looked for on. */
const CURVE = 2000;

/**
 * Distance of each row to its k-th nearest other row, largest first: the plot from which DBSCAN's eps is read (Ester et
 * al. 1996, sorted k-dist graph), and the distance where the curve bends. InputError for fewer than two rows or a k below
 * 1.
 */
export function* kDistances({ matrix, k: wanted }: KDistancesInput): Generator<number, KDistancesOutput, void> {
  measurable(matrix);
  if (matrix.n < 2) throw new InputError("Neighbours need at least two rows.");
  if (!Number.isInteger(wanted) || wanted < 1) throw new InputError("The number of neighbours must be 1 or more.");
  const k = Math.min(wanted, matrix.n - 1);
  const squares = yield* kthOf(matrix, k);
  const order = ascendingOrder(squares);
  const distances = new Float64Array(matrix.n);
  order.forEach((p, at) => (distances[matrix.n - 1 - at] = Math.sqrt(squares[p] as number)));
  return { distances, k, suggestedEps: bendOf(distances) };
}

function* kthOf(matrix: Matrix, k: number): Generator<number, Float64Array, void> {
  const tree = yield* within(kdTree(matrix), 0, 0.1);
  return yield* within(kthSquares(tree, k), 0.1, 1);
}

function bendOf(distances: Float64Array): number | null {
  const last = distances.length - 1;
  const size = Math.min(CURVE, distances.length);
  const ranks = Array.from({ length: size }, (_, at) => Math.round((at * last) / (size - 1)));
  const knee = kneeOf(
    ranks,
    ranks.map((rank) => distances[rank] as number),
  );
  const eps = knee === null ? 0 : (distances[knee] as number);
  return eps > 0 ? eps : null;
}
