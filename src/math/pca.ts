import type { PcaInput, PcaOutput } from "../workers/contract";
import { completeRows, valuesAt } from "./complete-rows";
import { InputError } from "./input-error";
import { scaled, scaleOf, type Scale } from "./scaling";
import { symmetricEigen } from "./symmetric-eigen";

/**
 * Principal components of the rows without a missing value: features centred, divided by their population standard
 * deviation for "zscore" (so components of the correlation matrix), eigenvectors of the covariance. `explained` are
 * shares of the total variance (NaN when there is none). InputError without features, or with fewer than two rows.
 */
export function* pca({ features, scaling, components }: PcaInput): Generator<number, PcaOutput, void> {
  const { columns } = features;
  if (columns.length === 0) throw new InputError("Choose at least one feature.");
  const rows = completeRows(columns);
  if (rows.length < 2) throw new InputError("Fewer than two customers have all the chosen features.");
  yield 0.2;
  const scales: Scale[] = [];
  const centred: Float64Array[] = [];
  for (const column of columns) {
    const values = valuesAt(column, rows);
    const { centre, scale, constant, flat } = scaleOf(values, "zscore");
    const used = { centre, scale: scaling === "zscore" ? scale : 1, constant, flat };
    scales.push(used);
    centred.push(scaled(values, used));
    yield 0.2 + (0.3 * scales.length) / columns.length;
  }
  const eigen = symmetricEigen(yield* covariance(centred));
  const wanted = Math.min(components, columns.length);
  const total = eigen.values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const loadings = eigen.vectors.slice(0, wanted).map(pointedUp);
  return {
    explained: eigen.values.slice(0, wanted).map((value) => Math.max(0, value) / total),
    loadings,
    scores: loadings.slice(0, 2).map((loading) => projected(centred, loading, rows, columns[0]?.length ?? 0)),
    rowsUsed: rows.length,
  };
}

function* covariance(centred: readonly Float64Array[]): Generator<number, number[][], void> {
  const matrix = centred.map(() => centred.map(() => 0));
  for (const [i, a] of centred.entries()) {
    for (const [j, b] of centred.entries()) {
      if (j > i) break;
      const value = dot(a, b) / a.length;
      (matrix[i] as number[])[j] = value;
      (matrix[j] as number[])[i] = value;
    }
    yield 0.5 + (0.4 * (i + 1)) / centred.length;
  }
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** An eigenvector's sign is arbitrary: the largest absolute loading becomes positive. */
export function pointedUp(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) + 1e-12 ? value : most), 0);
  return vector.map((value) => (largest < 0 ? -value : value));
}

function projected(
  centred: readonly Float64Array[],
  loading: readonly number[],
  rows: Int32Array,
  n: number,
): Float64Array {
  const scores = new Float64Array(n).fill(Number.NaN);
  for (let i = 0; i < rows.length; i++) {
    let score = 0;
    for (let f = 0; f < centred.length; f++)
      score += (loading[f] as number) * ((centred[f] as Float64Array)[i] as number);
    scores[rows[i] as number] = score;
  }
  return scores;
}
