import type { Metric } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";
import { binOf } from "../../data/sql/equal-bins";
import { quantiles } from "../../data/sql/quantiles";

/** Per metric over customers: count, moments, quartiles (linear interpolation between order statistics), extremes. */
export function spreadQuery(metrics: readonly Metric[]): Sql {
  return sql`${joined(metrics.map(spreadOf), " UNION ALL ")} ORDER BY metric`;
}

function spreadOf(metric: Metric, index: number): Sql {
  const column = name(metric.column);
  const shares = { q25: 0.25, median: 0.5, q75: 0.75, p90: 0.9, p99: 0.99 };
  return sql`SELECT ${index}::DOUBLE AS metric, CAST(COUNT(${column}) AS DOUBLE) AS n, CAST(COUNT(*) - COUNT(${column}) AS DOUBLE) AS missing,
  CAST(AVG(${column}) AS DOUBLE) AS mean, CAST(stddev_samp(${column}) AS DOUBLE) AS sd, CAST(MIN(${column}) AS DOUBLE) AS min,
  ${quantiles(column, shares)},
  CAST(MAX(${column}) AS DOUBLE) AS max, CAST(skewness(${column}) AS DOUBLE) AS skewness FROM customers`;
}

/** Equal bins of one metric: from `low`, each `width` wide, `count` of them. */
export interface Bins {
  readonly metric: Metric;
  readonly low: number;
  readonly width: number;
  readonly count: number;
}

/** Customers per metric (by number) and bin; values beyond the last bin are counted in it. */
export function binsQuery(list: readonly Bins[]): Sql {
  return joined(list.map(binsOf), " UNION ALL ");
}

function binsOf({ metric, low, width, count }: Bins, index: number): Sql {
  const column = name(metric.column);
  return sql`SELECT ${index}::DOUBLE AS metric, ${binOf(sql`((${column} - ${low}) / ${width})`, count)} AS bin,
  CAST(COUNT(*) AS DOUBLE) AS customers FROM customers WHERE ${column} IS NOT NULL GROUP BY 1, 2`;
}
