import type { Metric } from "../data/dataset";
import type { PreparedFeature, Treatment } from "../workers/contract";
import type { SegmentSummary } from "./segment-summary";

/** One metric after treatment and scaling, over all clustered customers. */
export interface NormalisedMetric {
  readonly metric: Metric;
  readonly prepared: PreparedFeature;
  /** In scaled units. */
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/** Range and mean of each scaled metric; each column is scaled by itself, never across one customer's columns. */
export function normalisedMetrics(
  summary: SegmentSummary,
  metrics: readonly Metric[],
  scaling: Treatment["scaling"],
): readonly NormalisedMetric[] {
  return metrics.flatMap((metric, index) => {
    const prepared = summary.features[index];
    if (prepared === undefined) return [];
    const filled = summary.treated
      .filter((_, cluster) => (summary.sizes[cluster] ?? 0) > 0)
      .flatMap((stats) => stats[index] ?? []);
    const scaled = (value: number): number =>
      ((scaling === "log-zscore" ? Math.log1p(value) : value) - prepared.centre) / prepared.scale;
    const sum = summary.sizes.reduce(
      (total, size, cluster) => total + size * (summary.centroids[cluster]?.[index] ?? 0),
      0,
    );
    return [
      {
        metric,
        prepared,
        min: scaled(Math.min(...filled.map((stats) => stats.min))),
        mean: settled(sum / summary.rowsUsed),
        max: scaled(Math.max(...filled.map((stats) => stats.max))),
      },
    ];
  });
}

/** Scaled values are about one: what is left of a mean of zero after rounding in double precision is zero. */
function settled(mean: number): number {
  return Math.abs(mean) < 1e-9 ? 0 : mean;
}
