import { format } from "../charts/format";
import type { ValueFormat } from "../charts/figure";
import type { Metric } from "../data/dataset";
import type { ClusterStats, ClusterTable } from "./cluster-table";

/** How a mean of such values is shown: the mean of a count is not a count. */
export function meanFormat(as: ValueFormat): ValueFormat {
  return as === "count" ? "number" : as;
}

/**
 * One plain sentence per cluster, made from the table itself so that it cannot contradict it: how many customers,
 * and the mean of each metric against the mean of all clustered customers.
 */
export function clusterReadings(table: ClusterTable, names: readonly string[]): readonly string[] {
  const all = table.sizes.reduce((sum, size) => sum + size, 0);
  return table.sizes.map((size, cluster) => {
    const label = names[cluster] ?? `Segment ${cluster + 1}`;
    if (size === 0) return `${label}: no customers.`;
    const many = `${format(size, "count")} ${size === 1 ? "customer" : "customers"} (${format(size / all, "share")})`;
    const parts = table.metrics.map((metric, index) =>
      part(metric, table.stats[cluster]?.[index], table.overall[index]),
    );
    return `${label}: ${many}. Mean ${parts.join("; ")}.`;
  });
}

/** A metric's name inside a sentence: "round-trip time", "TCP retransmission". */
export function spoken(metric: Metric): string {
  return metric.label.startsWith("TCP") ? metric.label : metric.label.toLowerCase();
}

function part(metric: Metric, stats: ClusterStats | undefined, overall: ClusterStats | undefined): string {
  const label = spoken(metric);
  if (stats === undefined || stats.n === 0) return `${label} unknown`;
  const against = comparison(stats.mean, overall?.mean ?? NaN);
  return `${label} ${format(stats.mean, meanFormat(metric.unit))}${against === "" ? "" : `, ${against}`}`;
}

/** A mean beside the overall mean, in words: "3.2 times the overall mean", "26 % below it", "about the overall mean". */
export function comparison(mean: number, overall: number): string {
  const ratio = mean / overall;
  if (!Number.isFinite(ratio) || overall <= 0 || ratio < 0) return "";
  if (ratio >= 2) return `${format(ratio, "number")} times the overall mean`;
  if (Math.abs(ratio - 1) < 0.02) return "about the overall mean";
  return `${format(Math.abs(ratio - 1), "share")} ${ratio > 1 ? "above" : "below"} the overall mean`;
}
