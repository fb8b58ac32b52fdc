import { constant, name, sql, type Sql } from "../data/sql";

/** The number of the last row that counts. */
export const lastRowQuery = (): Sql => sql`SELECT CAST(coalesce(max(row_no), 0) AS DOUBLE) AS last FROM kept_rows`;

/**
 * Customers in ranges of neighbours that have about `size` rows together, so that what is done customer by customer can be
 * done range by range. A customer with more rows than that is the last of a range.
 */
export function customerRangesQuery(size: number): Sql {
  return sql`SELECT CAST(min(customer_no) AS DOUBLE) AS first, CAST(max(customer_no) AS DOUBLE) AS last FROM (
  SELECT customer_no, floor((sum(n) OVER (ORDER BY customer_no) - n) / ${constant(size)}) AS slice
  FROM (SELECT customer_no, CAST(count(*) AS DOUBLE) AS n FROM kept_rows GROUP BY 1))
GROUP BY slice ORDER BY 1`;
}

/** A table of what a SELECT gives. */
export const createQuery = (table: string, rows: Sql): Sql => sql`CREATE OR REPLACE TABLE ${name(table)} AS ${rows}`;

/** The same as a table on which nothing is spent to make it small: for one that is dropped before long, or is small anyway. */
export const plainQuery = (table: string, rows: Sql): Sql =>
  sql`CREATE OR REPLACE TEMP TABLE ${name(table)} AS ${rows}`;

/** All that a table holds. */
export const allOf = (table: string): Sql => sql`SELECT * FROM ${name(table)}`;

/** What a SELECT gives, at the end of a table with the same columns. */
export const appendQuery = (table: string, rows: Sql): Sql => sql`INSERT INTO ${name(table)} ${rows}`;
