import type { TableColumn } from "../../data/table/table-column";
import { constant, joined, name, sql, type Sql } from "../../data/sql";
import type { Condition, Operator } from "../../view/funnel-step";
import type { PathTables } from "../../behaviour/recipe";
import { wordsOf } from "../../behaviour/queries-source";

/** Counted by customer or by visit. */
export type UnitKind = "customer" | "visit";

/** A comparison with a column, ready for SQL. */
interface BoundCondition {
  readonly is: "condition";
  readonly column: TableColumn;
  readonly test: Condition;
}

/** A test ready for SQL: events by number, a comparison with a column, or both. */
export type BoundTest =
  | { readonly is: "events"; readonly numbers: readonly number[] }
  | BoundCondition
  | { readonly is: "both"; readonly numbers: readonly number[]; readonly condition: BoundCondition };

/** What a query about funnels needs. */
export interface FunnelQuestion {
  readonly tables: PathTables;
  readonly unit: UnitKind;
  /** Steps, then exclusions: the tests of each. */
  readonly parts: readonly (readonly BoundTest[])[];
  readonly by: GroupBy | null;
}

/** Units by the value of a column at their first event; values that are not listed are the last group. */
export interface GroupBy {
  readonly column: TableColumn;
  readonly values: readonly string[];
}

/** The events that are in some part, unit by unit in their order, for the job “funnel”. */
export function funnelQuery({ tables, unit, parts, by }: FunnelQuestion): Sql {
  const bits = parts.map((tests, bit) => sql`+ CASE WHEN ${anyOf(tests)} THEN ${constant(2 ** bit)} ELSE 0 END`);
  const asks = parts.flat().some(({ is }) => is !== "events");
  const key = unit === "visit" ? sql`e.path_no` : sql`e.customer_no`;
  const place = unit === "visit" ? sql`e.step` : sql`e.place`;
  const group = by === null ? sql`CAST(NULL AS DOUBLE)` : sql`CAST(${groupCode(sql`g.value`, by)} AS DOUBLE)`;
  return sql`SELECT CAST(unit AS DOUBLE) AS unit, CAST(place AS DOUBLE) AS place, CAST(epoch_ms("at") AS DOUBLE) AS moment,
  CAST(mask AS DOUBLE) AS mask, CAST(next_no AS DOUBLE) AS next_no, CAST(exit_no AS DOUBLE) AS exit_no, ${group} AS code
FROM (SELECT ${key} AS unit, ${place} AS place, e."at", e.next_no, e.path_no, (0 ${joined(bits, " ")}) AS mask
  FROM ${name(tables.events)} AS e ${asks ? sql`JOIN "rows" AS r USING (row_no)` : sql``}) AS m
JOIN (SELECT path_no, exit_no FROM ${name(tables.visits)}) AS v USING (path_no)
${by === null ? sql`` : sql`JOIN (${groupValues(tables, unit, by.column)}) AS g USING (unit)`}
WHERE mask > 0 ORDER BY unit, place`;
}

function anyOf(tests: readonly BoundTest[]): Sql {
  return joined(tests.map(testOf), " OR ");
}

function testOf(bound: BoundTest): Sql {
  if (bound.is === "events")
    return bound.numbers.length === 0
      ? sql`false`
      : sql`e.event_no IN (${joined(bound.numbers.map((one) => constant(one)))})`;
  if (bound.is === "both")
    return sql`(${testOf({ is: "events", numbers: bound.numbers })} AND ${testOf(bound.condition)})`;
  const { column, test } = bound;
  const numeric = column.kind === "number" || column.kind === "integer";
  if (numeric && test.operator !== "~" && Number.isFinite(Number(test.value)) && test.value.trim() !== "")
    return sql`coalesce(r.${name(column.id)} ${compared(test.operator)} ${Number(test.value)}::DOUBLE, false)`;
  const words = wordsOf(column);
  if (test.operator === "~") return sql`coalesce(contains(lower(${words}), lower(${test.value})), false)`;
  return sql`coalesce(${words} ${compared(test.operator)} ${test.value}, false)`;
}

function compared(operator: Exclude<Operator, "~">): Sql {
  switch (operator) {
    case "=":
      return sql`=`;
    case "!=":
      return sql`<>`;
    case "<":
      return sql`<`;
    case "<=":
      return sql`<=`;
    case ">":
      return sql`>`;
    case ">=":
      return sql`>=`;
  }
}

/** The value of a column at the first event of each unit. */
export function groupValues(tables: PathTables, unit: UnitKind, column: TableColumn): Sql {
  const first = unit === "visit" ? sql`` : sql`WHERE v.visit = 1`;
  return sql`SELECT ${unit === "visit" ? sql`v.path_no` : sql`v.customer_no`} AS unit, ${wordsOf(column)} AS value
FROM ${name(tables.visits)} AS v JOIN "rows" AS r USING (row_no) ${first}`;
}

/** The place of a value among those of the grouping; after the last for any other. */
export function groupCode(value: Sql, { values }: GroupBy): Sql {
  const cases = values.map((one, place) => sql`WHEN ${one} THEN ${constant(place)}`);
  return values.length === 0 ? sql`0` : sql`CASE ${value} ${joined(cases, " ")} ELSE ${constant(values.length)} END`;
}

/** Units by the value of a column, most first. */
export function groupSizesQuery(tables: PathTables, unit: UnitKind, column: TableColumn): Sql {
  return sql`SELECT value, CAST(count(*) AS DOUBLE) AS n FROM (${groupValues(tables, unit, column)}) GROUP BY 1 ORDER BY n DESC, value`;
}
