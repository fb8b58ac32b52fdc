import type { Points } from "./points";

/** Three readings of how good each row is; see SegmentOutput for what each means. */
export interface RowScores {
  readonly score: Float64Array;
  /** In units of scaled distance: 0 at centroid 0, their distance at the last centroid. */
  readonly signed: Float64Array;
  readonly goodness: Float64Array;
}

/** Scores every point against centroids that are already in order of meaning. `signed` is NaN with a single centroid. */
export function scoreRows(
  { values, n, d }: Points,
  centroids: readonly (readonly number[])[],
  polarity: readonly (1 | -1)[],
): RowScores {
  const worst = Float64Array.from(centroids[0] ?? []);
  const way = Float64Array.from(centroids.at(-1) ?? [], (value, f) => value - (worst[f] as number));
  const length = Math.hypot(...way);
  const score = new Float64Array(n);
  const signed = new Float64Array(n);
  const goodness = new Float64Array(n);
  for (let i = 0, at = 0; i < n; i++) {
    let square = 0;
    let along = 0;
    let good = 0;
    for (let f = 0; f < d; f++, at++) {
      const value = values[at] as number;
      const away = value - (worst[f] as number);
      square += away * away;
      along += away * (way[f] as number);
      good += value * (polarity[f] as number);
    }
    score[i] = Math.sqrt(square);
    signed[i] = length > 0 ? along / length : Number.NaN;
    goodness[i] = good;
  }
  return { score, signed, goodness };
}
