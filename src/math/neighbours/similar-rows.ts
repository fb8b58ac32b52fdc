import type { Nearest, SimilarRowsInput } from "../../workers/lab/similar";
import { allRows } from "../complete-rows";
import { InputError } from "../input-error";
import { nearestTo } from "./nearest-to";

/**
 * The `count` rows nearest to one row (Euclidean, ties by the earlier row; fewer where there are no more), nearest first, each
 * with what makes it near. InputError for a row that is not there.
 */
export function* similarRows({ matrix, featureOf, row, count }: SimilarRowsInput): Generator<number, Nearest, void> {
  const { values, n, d } = matrix;
  if (!(row >= 0 && row < n)) throw new InputError("This customer is not among those in the segments.");
  const point = values.slice(row * d, (row + 1) * d);
  const others = allRows(n).filter((other) => other !== row);
  return yield* nearestTo(matrix, { point, weights: new Float64Array(d).fill(1), featureOf }, others, count);
}
