import { name, sql, type Sql } from "../../data/sql";

/** Customers of this view who have an earlier segment, matched by their key. */
export const earlierQuery = (table: string): Sql =>
  sql`SELECT CAST(c.customer_no AS DOUBLE) AS customer_no, e.segment AS segment
FROM customers AS c JOIN ${name(table)} AS e ON e.customer = c.customer ORDER BY 1`;

/** How many of each earlier segment are not among the customers of this view. */
export const leftQuery = (table: string): Sql =>
  sql`SELECT e.segment AS segment, CAST(count(*) AS DOUBLE) AS customers
FROM ${name(table)} AS e WHERE NOT EXISTS (SELECT 1 FROM customers AS c WHERE c.customer = e.customer)
GROUP BY 1 ORDER BY 2 DESC, 1`;
