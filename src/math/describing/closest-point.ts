import { dot } from "./least-squares";
import { nonNegativeLeastSquares } from "./non-negative-least-squares";

/** Points x with normal · x >= offset. */
export interface HalfSpace {
  readonly normal: Float64Array;
  readonly offset: number;
}

/**
 * The point of the half-spaces' intersection that is closest to the origin: least distance programming (Lawson & Hanson
 * 1974, chapter 23: LDP). Half-spaces with normal 0 are passed over. Where they have no point in common, or almost none, the
 * answer lies outside some of them or is not finite: the caller has to look.
 */
export function closestPoint(halfSpaces: readonly HalfSpace[], d: number): Float64Array {
  const even = halfSpaces
    .map(({ normal, offset }) => ({ normal, offset, length: Math.sqrt(dot(normal, normal)) }))
    .filter(({ length }) => length > 0)
    .map(({ normal, offset, length }) => ({ normal: normal.map((part) => part / length), offset: offset / length }));
  const farthest = Math.max(0, ...even.map(({ offset }) => offset));
  if (farthest === 0) return new Float64Array(d);
  const columns = even.map(({ normal, offset }) => Float64Array.of(...normal, offset / farthest));
  const weights = nonNegativeLeastSquares(columns, new Float64Array(d + 1).fill(1, d));
  const sum = new Float64Array(d + 1).map((_, i) => {
    return columns.reduce((total, column, c) => total + (weights[c] as number) * (column[i] as number), 0);
  });
  return sum.subarray(0, d).map((part) => (part / (1 - (sum[d] as number))) * farthest);
}
