import type { SampledMatrixInput, SampledMatrixOutput } from "../../workers/lab/sampling";
import { sampleIndices, seededRandom } from "../random";

const AT_ONCE = 100_000;

/** A seeded sample of the rows without putting back, in their order; all of them when there are no more than `size`. */
export function* sampledMatrix(input: SampledMatrixInput): Generator<number, SampledMatrixOutput, void> {
  const { values, n, d } = input.matrix;
  const rows = sampleIndices(n, input.size, seededRandom(input.seed));
  const taken = new Float64Array(rows.length * d);
  for (const [place, row] of rows.entries()) {
    taken.set(values.subarray(row * d, (row + 1) * d), place * d);
    if (place % AT_ONCE === AT_ONCE - 1) yield place / rows.length;
  }
  return { matrix: { values: taken, n: rows.length, d }, rows };
}
