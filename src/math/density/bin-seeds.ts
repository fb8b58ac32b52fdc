import type { Matrix } from "../../workers/lab/matrix";

/** Rows between two looks at the clock. */
const ROWS_PER_STEP = 8192;

/**
 * The points of a grid of mesh `size` that some row is nearest to, each once, one behind the other, in the order of their
 * first rows (scikit-learn's `get_bin_seeds`); the rows themselves when every row has a point of its own.
 */
export function* binSeeds({ values, n, d }: Matrix, size: number): Generator<number, Float64Array, void> {
  const seen = new Set<string>();
  const seeds: number[] = [];
  for (let i = 0; i < n; i++) {
    if (i % ROWS_PER_STEP === 0) yield i / n;
    const bin = Array.from(values.subarray(i * d, i * d + d), (value) => roundHalfToEven(value / size));
    const key = bin.join();
    if (seen.has(key)) continue;
    seen.add(key);
    for (const coordinate of bin) seeds.push(coordinate * size);
  }
  return seen.size === n ? values : Float64Array.from(seeds);
}

/** As numpy rounds; 0, never -0. */
function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return (Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded) + 0;
}
