import type { Metric } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";
import { volumeOrder } from "./queries";

/** Customers and means of the metrics per segment, the largest segment first; -1 is no segment. */
export function segmentsQuery(metrics: readonly Metric[]): Sql {
  const means = metrics.map(({ column }) => sql`CAST(AVG(c.${name(column)}) AS DOUBLE) AS ${name(column)}`);
  return sql`SELECT CAST(COALESCE(d.segment, -1) AS DOUBLE) AS segment, any_value(d.segment_name) AS name,
  ${joined([sql`CAST(COUNT(*) AS DOUBLE) AS customers`, ...means])}
FROM customers AS c LEFT JOIN derived_segments AS d ON d.customer_no = c.customer_no GROUP BY 1 ORDER BY 1`;
}

/** The segment of each of the first `count` customers by volume, by the customer's key. */
export function listedSegmentsQuery(volume: Metric | null, count: number): Sql {
  return sql`SELECT c.customer, d.segment_name FROM (
  SELECT customer_no, customer FROM customers ORDER BY ${volumeOrder(volume)} LIMIT ${count}
) AS c JOIN derived_segments AS d ON d.customer_no = c.customer_no`;
}
