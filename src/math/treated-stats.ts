import type { TreatedStats } from "../workers/contract";

/** Minimum, maximum, mean and total of each feature in each cluster: [cluster][feature]. Every cluster has a row. */
export function treatedStats(
  treated: readonly Float64Array[],
  labels: Int32Array,
  sizes: readonly number[],
): TreatedStats[][] {
  const columns = treated.map((values) => statsOf(values, labels, sizes));
  return sizes.map((_, cluster) => columns.map((column) => column[cluster] as TreatedStats));
}

function statsOf(values: Float64Array, labels: Int32Array, sizes: readonly number[]): TreatedStats[] {
  const min = sizes.map(() => Infinity);
  const max = sizes.map(() => -Infinity);
  const total = sizes.map(() => 0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const cluster = labels[i] as number;
    if (value < (min[cluster] as number)) min[cluster] = value;
    if (value > (max[cluster] as number)) max[cluster] = value;
    total[cluster] = (total[cluster] as number) + value;
  }
  return sizes.map((size, c) => ({
    min: min[c] as number,
    max: max[c] as number,
    mean: (total[c] as number) / size,
    total: total[c] as number,
  }));
}
