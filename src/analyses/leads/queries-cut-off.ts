import type { TableColumn } from "../../data/table/table-column";
import { name, sql, type Sql } from "../../data/sql";
import { levelOf } from "./queries-leads";

/** A moment (ms since 1970) in a column of times. */
export interface Cut {
  readonly column: TableColumn;
  readonly at: number;
}

const isBefore = ({ column, at }: Cut): Sql => sql`epoch_ms(${name(column.id)}) < ${at}`;
const isAfter = ({ column, at }: Cut): Sql => sql`epoch_ms(${name(column.id)}) >= ${at}`;

/** The same statement over the rows before the cut-off, and over the customers that have any. */
export const beforeCut = (cut: Cut, statement: Sql): Sql => sql`
  WITH "rows" AS (SELECT * FROM main."rows" WHERE ${isBefore(cut)}),
    customers AS (SELECT * FROM main.customers WHERE customer_no IN (SELECT customer_no FROM "rows"))
  ${statement}`;

/** The same statement over all rows, but of the customers only that have any before the cut-off. */
export const ofThoseBefore = (cut: Cut, statement: Sql): Sql => sql`
  WITH customers AS (
    SELECT * FROM main.customers WHERE customer_no IN (SELECT customer_no FROM "rows" WHERE ${isBefore(cut)})
  ) ${statement}`;

/**
 * In the order of customer_no, of customers with a row before the cut-off: 1 where any row from it on has the value (any row at
 * all where there is no column), else 0.
 */
export const outcomeAfterQuery = (cut: Cut, column: TableColumn | null, wanted: string): Sql => sql`
  SELECT c.customer_no AS customer_no, CAST(coalesce(o.outcome, 0) AS DOUBLE) AS outcome
  FROM (SELECT customer_no FROM customers WHERE customer_no IN (SELECT customer_no FROM "rows" WHERE ${isBefore(cut)})) AS c
  LEFT JOIN (
    SELECT customer_no, max(CASE WHEN ${column === null ? sql`true` : sql`${levelOf(column)} = ${wanted}`} THEN 1 ELSE 0 END) AS outcome
    FROM "rows" WHERE ${isAfter(cut)} GROUP BY customer_no
  ) AS o USING (customer_no) ORDER BY c.customer_no`;

/** Customers whose rows hold more than one value of the column: n. */
export const variesQuery = (column: TableColumn): Sql => sql`
  SELECT CAST(count(*) AS DOUBLE) AS n
  FROM (SELECT customer_no FROM "rows" GROUP BY customer_no HAVING count(DISTINCT ${levelOf(column)}) > 1)`;

/** First and last moment, and the one before which three quarters of the rows lie. */
export const spanQuery = ({ id }: TableColumn): Sql => sql`
  SELECT CAST(min(moment) AS DOUBLE) AS first, CAST(max(moment) AS DOUBLE) AS last, CAST(quantile_disc(moment, 0.75) AS DOUBLE) AS late
  FROM (SELECT epoch_ms(${name(id)}) AS moment FROM "rows")`;

/** Rows and customers on each side of the cut-off. */
export const sidesQuery = (cut: Cut): Sql => sql`
  SELECT CAST(coalesce(sum(b), 0) AS DOUBLE) AS rows_before, CAST(coalesce(sum(a), 0) AS DOUBLE) AS rows_after,
    CAST(coalesce(sum(n - a - b), 0) AS DOUBLE) AS rows_undated,
    CAST(count(*) FILTER (b > 0) AS DOUBLE) AS customers_before,
    CAST(count(*) FILTER (b > 0 AND a > 0) AS DOUBLE) AS came_again,
    CAST(count(*) FILTER (b = 0) AS DOUBLE) AS only_after
  FROM (
    SELECT customer_no, count(*) AS n, count(*) FILTER (${isBefore(cut)}) AS b, count(*) FILTER (${isAfter(cut)}) AS a
    FROM "rows" GROUP BY customer_no
  )`;
