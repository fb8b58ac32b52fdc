import { constant, name, sql, type Sql } from "../data/sql";
import { extraColumns } from "./queries-source";
import type { PathRecipe, PathTables } from "./recipe";

/** Rows, moments with a time of day and money under each combination of rules. */
export function flagsQuery(source: string, recipe: PathRecipe): Sql {
  const amount = extraColumns(recipe).includes("amount") ? sql`coalesce(sum(amount), 0)` : sql`0`;
  return sql`SELECT CAST(flags AS DOUBLE) AS flags, CAST(count(*) AS DOUBLE) AS n,
  CAST(count(*) FILTER (WHERE epoch_us("at") % 86400000000 <> 0) AS DOUBLE) AS timed, CAST(${amount} AS DOUBLE) AS amount
FROM ${name(source)} GROUP BY 1 ORDER BY 1`;
}

/** How many rows a SELECT of row_no has. */
export const countedQuery = (rows: Sql): Sql => sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM (${rows})`;

/** Rows of a SELECT of row_no taken out of a table. */
export const withoutRowsQuery = (table: string, rows: Sql): Sql =>
  sql`DELETE FROM ${name(table)} WHERE row_no IN (${rows})`;

/** Rows of these customers. */
export function customerRowsQuery(sorted: string, customers: readonly number[]): Sql {
  return sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(sorted)} WHERE list_contains(${constant(`[${customers.join(",")}]`)}::INTEGER[], customer_no)`;
}

/** How many rows a table has. */
export const rowCountQuery = (table: string): Sql => sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(table)}`;

/** Totals of the path table. */
export function totalsQuery(visits: string): Sql {
  return sql`SELECT CAST(count(*) AS DOUBLE) AS visits, CAST(count(DISTINCT customer_no) AS DOUBLE) AS customers,
  CAST(sum(events) AS DOUBLE) AS events, CAST(sum(amount) AS DOUBLE) AS amount,
  epoch_ms(min(started)) AS first, epoch_ms(max(ended)) AS last FROM ${name(visits)}`;
}

/** Takes a table away. */
export const dropQuery = (table: string): Sql => sql`DROP TABLE IF EXISTS ${name(table)}`;

/** Tables of paths that are there. */
export const pathTablesQuery = (): Sql =>
  sql`SELECT table_name AS label FROM duckdb_tables() WHERE table_name LIKE 'path\_%' ESCAPE '\' ORDER BY 1`;

/** Keeps the account of the tables beside them. */
export const keepAccountQuery = ({ account }: PathTables, text: string): Sql =>
  sql`CREATE OR REPLACE TABLE ${name(account)} AS SELECT ${constant(text)} AS account`;

export const accountQuery = ({ account }: PathTables): Sql => sql`SELECT account FROM ${name(account)}`;
