import { constant, joined, name, sql, type Sql } from "../../data/sql";
import type { TableColumn } from "../../data/table/table-column";
import { wordsOf } from "../../behaviour/queries-source";
import { within, type Range } from "../../behaviour/ranges";
import type { PathTables } from "../../behaviour/recipe";

/** Counted by customer or by visit. */
export type UnitKind = "customer" | "visit";

/** Units by the value of a column at their first event; values that are not listed are the last group. */
export interface GroupBy {
  readonly column: TableColumn;
  readonly values: readonly string[];
}

/** The columns whose values at the first event of each visit are written down. */
export const writtenValuesQuery = ({ values }: PathTables): Sql =>
  sql`SELECT column_name AS id FROM duckdb_columns() WHERE table_name = ${values}`;

/** The values of columns, under their ids and as words, at the first event of the visits whose first event is among those rows. */
export function valuesOf({ visits }: PathTables, columns: readonly TableColumn[], rows: Range): Sql {
  const values = columns.map((column) => sql`, ${wordsOf(column)} AS ${name(column.id)}`);
  return sql`SELECT v.path_no, v.customer_no, v.visit = 1 AS first ${joined(values, " ")}
FROM ${name(visits)} AS v JOIN "rows" AS r USING (row_no) WHERE ${within(sql`r.row_no`, rows)}`;
}

/** The value of a column at the first event of each unit, of all or some customers; it must be written down (see `writeValues`). */
export function groupValues({ values }: PathTables, unit: UnitKind, column: TableColumn, customers?: Range): Sql {
  const tests = [
    ...(unit === "customer" ? [sql`first`] : []),
    ...(customers === undefined ? [] : [within(sql`customer_no`, customers)]),
  ];
  return sql`SELECT ${unit === "visit" ? sql`path_no` : sql`customer_no`} AS unit, ${name(column.id)} AS value
FROM ${name(values)} ${tests.length === 0 ? sql`` : sql`WHERE ${joined(tests, " AND ")}`}`;
}

/** The place of a value among those of the grouping; after the last for any other. */
export function groupCode(value: Sql, { values }: GroupBy): Sql {
  const cases = values.map((one, place) => sql`WHEN ${one} THEN ${constant(place)}`);
  return values.length === 0 ? sql`0` : sql`CASE ${value} ${joined(cases, " ")} ELSE ${constant(values.length)} END`;
}

/** Visits (path_no) with the code of their group; all 0 without one. */
export function visitCodes(tables: PathTables, by: GroupBy | null): Sql {
  if (by === null) return sql`SELECT path_no, 0 AS code FROM ${name(tables.visits)}`;
  return sql`SELECT unit AS path_no, ${groupCode(sql`value`, by)} AS code FROM (${groupValues(tables, "visit", by.column)})`;
}

/** Units by the value of a column, most first. */
export function groupSizesQuery(tables: PathTables, unit: UnitKind, column: TableColumn): Sql {
  return sql`SELECT value, CAST(count(*) AS DOUBLE) AS n FROM (${groupValues(tables, unit, column)}) GROUP BY 1 ORDER BY n DESC, value`;
}
