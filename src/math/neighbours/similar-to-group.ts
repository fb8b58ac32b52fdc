import type { Matrix } from "../../workers/lab/matrix";
import type { SimilarToGroup, SimilarToGroupInput } from "../../workers/lab/similar";
import { allRows } from "../complete-rows";
import { InputError } from "../input-error";
import { within } from "../progress";
import { quantilesInPlace } from "../quantile";
import { nearestTo, squaresOf } from "./nearest-to";
import type { Place } from "./place";
import { SAME } from "./place";

/** Rows summed up between two looks at the clock. */
const STEP = 1 << 15;

/**
 * The rows outside a group that are nearest to its mean, told in the group's own spread: along each axis a difference is divided
 * by √((Σ (x − mean)² of the group + the variance of all rows) / members), as if one more member stood one standard deviation of
 * all away, so that a small or uniform group has a spread too. It is Mahalanobis's distance without correlations. InputError for
 * an empty group.
 */
export function* similarToGroup({
  matrix,
  featureOf,
  group,
  count,
}: SimilarToGroupInput): Generator<number, SimilarToGroup, void> {
  const members = allRows(matrix.n).filter((row) => group[row] === 1);
  const others = allRows(matrix.n).filter((row) => group[row] !== 1);
  if (members.length === 0) throw new InputError("Nobody is in the group, so nobody can be like it.");
  yield 0;
  const all = yield* within(momentsOf(matrix, allRows(matrix.n)), 0, 0.1);
  const own = yield* within(momentsOf(matrix, members), 0.1, 0.2);
  const place: Place = { point: own.mean, weights: weightsOf(own, all, members.length, matrix.n), featureOf };
  const inside = yield* within(squaresOf(matrix, place, members), 0.2, 0.3);
  const [own90 = Number.NaN] = quantilesInPlace(inside.map(Math.sqrt), [0.9]);
  const outside = yield* within(squaresOf(matrix, place, others), 0.3, 0.4);
  const limit = own90 * own90 * (1 + SAME);
  const within90 = outside.reduce((sum, square) => sum + (square <= limit ? 1 : 0), 0);
  const nearest = yield* within(nearestTo(matrix, place, others, count), 0.4, 1);
  return { ...nearest, members: members.length, own90, within90 };
}

interface Moments {
  readonly mean: Float64Array;
  /** Squared differences from the mean, summed up. */
  readonly squares: Float64Array;
}

/** Mean and sum of squares along each axis, in two passes. */
function* momentsOf({ values, d }: Matrix, rows: Int32Array): Generator<number, Moments, void> {
  const [mean, squares] = [new Float64Array(d), new Float64Array(d)];
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP === 0) yield (0.5 * at) / rows.length;
    for (let axis = 0; axis < d; axis++)
      mean[axis] = (mean[axis] as number) + (values[(rows[at] as number) * d + axis] as number) / rows.length;
  }
  for (let at = 0; at < rows.length; at++) {
    if (at % STEP === 0) yield 0.5 + (0.5 * at) / rows.length;
    for (let axis = 0; axis < d; axis++) {
      const difference = (values[(rows[at] as number) * d + axis] as number) - (mean[axis] as number);
      squares[axis] = (squares[axis] as number) + difference * difference;
    }
  }
  return { mean, squares };
}

/** One over the squared spread; 0 along an axis on which all rows are equal. */
function weightsOf(own: Moments, all: Moments, members: number, n: number): Float64Array {
  return own.squares.map((square, axis) => {
    const spread = (square + (all.squares[axis] as number) / n) / members;
    return spread > 0 ? 1 / spread : 0;
  });
}
