import type { Application, Dataset, Metric, MetricColumn } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";

/** Whether the dataset's tables have that column. */
export function has(dataset: Dataset, column: MetricColumn): boolean {
  return dataset.metrics.some((metric) => metric.column === column);
}

/** One row: sessions, traffic, duration over all customers; NULL for what the data does not have. */
export function totalsQuery(dataset: Dataset): Sql {
  const sum = (column: MetricColumn): Sql =>
    has(dataset, column) ? sql`CAST(SUM(${name(column)}) AS DOUBLE)` : sql`CAST(NULL AS DOUBLE)`;
  return sql`SELECT ${sum("sessions")} AS sessions, ${sum("traffic_bytes")} AS traffic, ${sum("duration_s")} AS duration FROM customers`;
}

/** The volume by which customers are ranked: traffic, or the nearest thing the data has. */
export function volumeOf(dataset: Dataset): Metric | null {
  const order: readonly MetricColumn[] = ["traffic_bytes", "download_bytes", "upload_bytes", "duration_s", "sessions"];
  for (const column of order) {
    const found = dataset.metrics.find((metric) => metric.column === column);
    if (found !== undefined) return found;
  }
  return null;
}

/** The first `count` customers by volume, with every metric and application. */
export function customersQuery(dataset: Dataset, volume: Metric | null, count: number): Sql {
  const columns = [...dataset.metrics, ...dataset.apps].map(
    ({ column }) => sql`CAST(${name(column)} AS DOUBLE) AS ${name(column)}`,
  );
  return sql`SELECT customer, ${joined(columns)} FROM customers ORDER BY ${volumeOrder(volume)} LIMIT ${count}`;
}

/** The most first; where there is no volume, as the customers are numbered. */
export const volumeOrder = (volume: Metric | null): Sql =>
  volume === null ? sql`customer_no` : sql`${name(volume.column)} DESC NULLS LAST, customer_no`;

/**
 * Ten groups by duration. Ties: customers are put in order of duration, equal durations in the order of the customers'
 * numbers, which is that of their keys, and cut into ten parts whose sizes differ by at most one (the first parts take the
 * remainder). Only a duration with which one part ends and another begins can lie in several.
 */
export function decilesQuery(): Sql {
  return sql`WITH grouped AS (
  SELECT duration_s, traffic_bytes, NTILE(10) OVER (ORDER BY duration_s, customer_no) AS decile
  FROM customers WHERE duration_s IS NOT NULL
), ends AS (
  SELECT decile, MIN(duration_s) AS shortest, MAX(duration_s) AS longest FROM grouped GROUP BY decile
), shared AS (
  SELECT b.shortest AS duration_s FROM ends AS a JOIN ends AS b ON a.longest = b.shortest AND a.decile < b.decile
)
SELECT CAST(decile AS DOUBLE) AS decile, CAST(COUNT(*) AS DOUBLE) AS customers,
  CAST(MIN(duration_s) AS DOUBLE) AS shortest, CAST(MAX(duration_s) AS DOUBLE) AS longest,
  CAST(SUM(traffic_bytes) AS DOUBLE) AS traffic,
  CAST(COUNT(*) FILTER (WHERE duration_s IN (SELECT duration_s FROM shared)) AS DOUBLE) AS tied
FROM grouped GROUP BY decile ORDER BY decile`;
}

/**
 * Points of the Lorenz curve (at most about 101) with the Gini coefficient and the top tenth's share on each row. The values
 * are sorted once and then only counted along, as the engine keeps the order of rows.
 */
export function lorenzQuery(column: MetricColumn): Sql {
  return sql`WITH ordered AS MATERIALIZED (
  SELECT ${name(column)} AS value FROM customers WHERE ${name(column)} >= 0 ORDER BY ${name(column)}
), ranked AS MATERIALIZED (
  SELECT value, ROW_NUMBER() OVER () AS place, SUM(value) OVER (ROWS UNBOUNDED PRECEDING) AS reached FROM ordered
), summed AS (
  SELECT COUNT(*) AS n, SUM(value) AS total, SUM(place * value) AS weighted FROM ranked
)
SELECT CAST(place AS DOUBLE) / n AS customer_share, CAST(reached AS DOUBLE) / total AS value_share,
  2 * CAST(weighted AS DOUBLE) / (n * total) - (n + 1.0::DOUBLE) / n AS gini,
  (SELECT CAST(SUM(value) AS DOUBLE) FROM ranked WHERE place > summed.n - ceil(summed.n / 10)) / total AS top_decile,
  CAST(n AS DOUBLE) AS n
FROM ranked, summed
WHERE total > 0 AND (place = n OR place % greatest(1, CAST(ceil(n / 100) AS BIGINT)) = 0) ORDER BY place`;
}

/** Bytes and users (customers with any) of each application: one row per application, by number. */
export function appTotalsQuery(apps: readonly Application[]): Sql {
  const rows = apps.map(
    (app, index) => sql`SELECT ${index}::DOUBLE AS app, CAST(COALESCE(SUM(${name(app.column)}), 0) AS DOUBLE) AS bytes,
  CAST(COUNT(*) FILTER (WHERE ${name(app.column)} > 0) AS DOUBLE) AS users FROM customers`,
  );
  return sql`${joined(rows, " UNION ALL ")} ORDER BY app`;
}
