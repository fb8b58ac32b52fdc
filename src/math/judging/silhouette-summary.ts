/** The silhouette of one cluster's measured rows; NaN where none was measured. */
export interface ClusterSilhouette {
  readonly measured: number;
  readonly silhouette: number;
  readonly least: number;
  readonly shareNegative: number;
}

/** What the silhouettes of rows, some of them perhaps not measured, say about all. */
export interface SilhouetteSummary {
  readonly mean: number;
  /** Half-width of the 95 % interval. */
  readonly margin: number;
  readonly measured: number;
  readonly clusters: readonly ClusterSilhouette[];
}

/**
 * Sums up silhouettes by cluster; NaN is a row that was not measured. The mean is that of the clusters weighted by their
 * sizes: exact when all rows were measured, otherwise the estimate of stratified sampling (Cochran 1977, chapter 5), with
 * its margin of 1.96 standard errors, each cluster's with the finite population correction.
 */
export function silhouetteSummary(
  labels: Int32Array,
  silhouettes: Float64Array,
  sizes: Float64Array,
): SilhouetteSummary {
  const tallies = Array.from(sizes, () => ({ measured: 0, sum: 0, least: Infinity, negative: 0, squares: 0 }));
  for (let i = 0; i < silhouettes.length; i++) {
    const value = silhouettes[i] as number;
    const tally = tallies[labels[i] as number];
    if (!tally || Number.isNaN(value)) continue;
    tally.measured++;
    tally.sum += value;
    tally.squares += value * value;
    tally.least = Math.min(tally.least, value);
    if (value < 0) tally.negative++;
  }
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let mean = 0;
  let variance = 0;
  for (const [cluster, { measured, sum, squares }] of tallies.entries()) {
    const size = sizes[cluster] as number;
    if (size === 0) continue;
    const share = size / all;
    mean += share * (sum / measured);
    if (measured < size) {
      const spread = Math.max(0, squares - (sum * sum) / measured) / (measured - 1);
      variance += share * share * (spread / measured) * (1 - measured / size);
    }
  }
  const measured = tallies.reduce((sum, tally) => sum + tally.measured, 0);
  const known = measured > 0;
  return {
    mean: known ? mean : Number.NaN,
    margin: known ? 1.96 * Math.sqrt(variance) : 0,
    measured,
    clusters: tallies.map((tally) => ({
      measured: tally.measured,
      silhouette: tally.sum / tally.measured,
      least: tally.measured > 0 ? tally.least : Number.NaN,
      shareNegative: tally.negative / tally.measured,
    })),
  };
}
