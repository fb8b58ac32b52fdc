import type { Metric } from "../data/dataset";
import { joined, name, sql, type Sql } from "../data/sql";
import { binOf } from "../data/sql/equal-bins";
import { quantiles } from "../data/sql/quantiles";

/** Where a study's clusters are kept. */
export interface DerivedClusters {
  readonly table: string;
  readonly cluster: string;
}

/** A score column of a derived table, and the clusters it is split by. */
export interface ScoreColumn {
  readonly table: string;
  readonly score: string;
  readonly cluster: string;
}

/** Bins of a score's histogram. */
export const BINS = 40;

/** Rows shown beyond the places when a tie crosses the last one. */
export const TIE_ALLOWANCE = 15;

/** One DOUBLE column per metric, customers in the order of their number; missing values stay missing. */
export function featureQuery(metrics: readonly Metric[]): Sql {
  const columns = metrics.map((metric) => sql`CAST(${name(metric.column)} AS DOUBLE) AS ${name(metric.column)}`);
  return {
    ...sql`SELECT customer_no, ${joined(columns)} FROM customers ORDER BY customer_no`,
    slicedBy: "customer_no",
  };
}

/** Sizes and min, max, mean, total per cluster and metric, of the untreated values; joined by customer_no. */
export function clusterQuery(metrics: readonly Metric[], derived: DerivedClusters): Sql {
  const cells = metrics.flatMap(({ column }) => {
    const value = sql`c.${name(column)}`;
    return [
      sql`CAST(COUNT(${value}) AS DOUBLE) AS ${name(`${column} n`)}`,
      sql`CAST(MIN(${value}) AS DOUBLE) AS ${name(`${column} min`)}`,
      sql`CAST(MAX(${value}) AS DOUBLE) AS ${name(`${column} max`)}`,
      sql`CAST(AVG(${value}) AS DOUBLE) AS ${name(`${column} mean`)}`,
      sql`CAST(SUM(${value}) AS DOUBLE) AS ${name(`${column} total`)}`,
    ];
  });
  const cluster = sql`d.${name(derived.cluster)}`;
  return sql`SELECT CAST(${cluster} AS DOUBLE) AS cluster, CAST(COUNT(*) AS DOUBLE) AS customers, ${joined(cells)}
FROM customers AS c JOIN ${name(derived.table)} AS d ON d.customer_no = c.customer_no
WHERE ${cluster} >= 0 GROUP BY 1 ORDER BY 1`;
}

/**
 * The customers of the highest values of `value`, from the given rows, with everybody tied at the last place.
 * `value` and `from` are pieces of SQL; `from` has the column `by`, in whose order equal values are listed. NaN and missing
 * values never rank.
 */
export function rankingQuery(value: Sql, from: Sql, places: number, by: "customer" | "customer_no" = "customer"): Sql {
  const key = name(by);
  return sql`WITH valued AS (
  SELECT ${key}, CAST(${value} AS DOUBLE) AS value FROM ${from}
), known AS (
  SELECT ${key}, value FROM valued WHERE value IS NOT NULL AND NOT isnan(value)
), qualified AS (
  SELECT ${key}, value FROM known
  WHERE value >= (SELECT MIN(value) FROM (SELECT value FROM known ORDER BY value DESC LIMIT ${places}))
)
SELECT ${key}, value, CAST(RANK() OVER (ORDER BY value DESC) AS DOUBLE) AS rank, CAST(COUNT(*) OVER () AS DOUBLE) AS qualified
FROM qualified ORDER BY value DESC, ${key} LIMIT ${places + TIE_ALLOWANCE}`;
}

/** What the segment that is lent to all pages is called of each of these customers, by their keys. */
export function segmentsOfQuery(customers: readonly string[]): Sql {
  const keys = joined(customers.map((customer) => sql`${customer}`));
  return sql`SELECT c.customer, d.segment_name
FROM customers AS c JOIN derived_segments AS d ON d.customer_no = c.customer_no WHERE c.customer IN (${keys})`;
}

/** One row: n, mean, sd, min, quartiles, 90th and 99th percentile, max of the scored customers. */
export function scoreSummaryQuery(column: ScoreColumn): Sql {
  const score = name(column.score);
  return sql`SELECT CAST(COUNT(*) AS DOUBLE) AS n, AVG(${score}) AS mean, COALESCE(stddev_samp(${score}), 0) AS sd,
  MIN(${score}) AS min, ${quantiles(score, { q25: 0.25, median: 0.5, q75: 0.75, q90: 0.9, q99: 0.99 })},
  MAX(${score}) AS max
FROM ${name(column.table)} WHERE ${name(column.cluster)} >= 0 AND isfinite(${score})`;
}

/** Customers per cluster and equal bin from `low` to `high`. */
export function scoreBinsQuery(column: ScoreColumn, low: number, high: number): Sql {
  const score = name(column.score);
  const width = (high - low) / BINS;
  return sql`SELECT CAST(${name(column.cluster)} AS DOUBLE) AS cluster,
  ${binOf(sql`((${score} - ${low}) / ${width})`, BINS)} AS bin,
  CAST(COUNT(*) AS DOUBLE) AS customers, CAST(COUNT(*) FILTER (WHERE ${score} > ${high}) AS DOUBLE) AS above
FROM ${name(column.table)} WHERE ${name(column.cluster)} >= 0 AND isfinite(${score}) GROUP BY 1, 2 ORDER BY 1, 2`;
}
