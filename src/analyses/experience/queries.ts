import type { Metric } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";
import { quantiles } from "../../data/sql/quantiles";

/**
 * The highest, lowest and most frequent distinct values of a metric in one statement, each with how many customers have
 * it; the customer is named where there is only one. Lines come in any order within a list.
 */
export function valuesQuery(metric: Metric, count: number): Sql {
  const value = name(metric.column);
  return sql`WITH counted AS MATERIALIZED (
  SELECT CAST(${value} AS DOUBLE) AS value, CAST(COUNT(*) AS DOUBLE) AS customers,
    CASE WHEN COUNT(*) = 1 THEN any_value(customer) END AS customer
  FROM customers WHERE ${value} IS NOT NULL AND NOT isnan(CAST(${value} AS DOUBLE)) GROUP BY 1
)
SELECT * FROM (SELECT 'highest' AS list, * FROM counted ORDER BY value DESC LIMIT ${count})
UNION ALL SELECT * FROM (SELECT 'lowest' AS list, * FROM counted ORDER BY value LIMIT ${count})
UNION ALL SELECT * FROM (SELECT 'frequent' AS list, * FROM counted ORDER BY customers DESC, value LIMIT ${count})`;
}

/** How many customers have a value of the metric, and how many customers there are. */
export function coverageQuery(metrics: readonly Metric[]): Sql {
  const cells = metrics.map(({ column }) => sql`CAST(COUNT(${name(column)}) AS DOUBLE) AS ${name(column)}`);
  return sql`SELECT CAST(COUNT(*) AS DOUBLE) AS customers, ${joined(cells)} FROM customers`;
}

/** Spread of a metric over the customers of the handset types with most customers; 5 % and 95 % are the whiskers. */
export function handsetQuery(metric: Metric, types: number): Sql {
  const value = sql`CAST(c.${name(metric.column)} AS DOUBLE)`;
  return sql`WITH types AS (
  SELECT handset FROM customers WHERE handset IS NOT NULL GROUP BY handset ORDER BY COUNT(*) DESC, handset LIMIT ${types}
)
SELECT c.handset AS handset, CAST(COUNT(*) AS DOUBLE) AS n, AVG(${value}) AS mean, stddev_samp(${value}) AS sd,
  ${quantiles(value, { low: 0.05, q1: 0.25, median: 0.5, q3: 0.75, high: 0.95 })}
FROM customers AS c JOIN types USING (handset) WHERE c.${name(metric.column)} IS NOT NULL AND NOT isnan(${value})
GROUP BY c.handset ORDER BY mean DESC, handset`;
}

/** Handset types in the data, and customers whose handset is not known. */
export function handsetCountQuery(): Sql {
  return sql`SELECT CAST(COUNT(DISTINCT handset) AS DOUBLE) AS types, CAST(COUNT(*) FILTER (WHERE handset IS NULL) AS DOUBLE) AS unknown FROM customers`;
}

/** The customers with the worst experience by their own metrics, with the means of their sessions and their handset. */
export function worstQuery(metrics: readonly Metric[], withHandset: boolean, count: number): Sql {
  const cells = metrics.map(({ column }) => sql`CAST(c.${name(column)} AS DOUBLE) AS ${name(column)}`);
  const handset = withHandset ? sql`c.handset` : sql`CAST(NULL AS VARCHAR)`;
  return sql`SELECT c.customer, ${handset} AS handset, ${joined(cells)}, CAST(d.experience_cluster AS DOUBLE) AS cluster, d.experience_score AS score
FROM customers AS c JOIN derived_experience AS d ON d.customer_no = c.customer_no
WHERE d.experience_cluster >= 0 ORDER BY d.experience_goodness, c.customer LIMIT ${count}`;
}
