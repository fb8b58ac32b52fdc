import type { TableColumn } from "../../data/table/table-column";
import { constant, joined, name, sql, type Sql } from "../../data/sql";
import type { Condition, Operator } from "../../view/funnel-step";
import type { PathTables } from "../../behaviour/recipe";
import { within, type Range } from "../../behaviour/ranges";
import { wordsOf } from "../../behaviour/queries-source";
import { groupCode, groupValues, type GroupBy, type UnitKind } from "./queries-values";

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
  /** Visits of one customer go on at the same time (see `PathAccount`). */
  readonly interleaved: boolean;
}

/** The events of some customers that are in some part, unit by unit in their order, for the job “funnel”. */
export function funnelQuery({ tables, unit, parts, interleaved }: FunnelQuestion, customers: Range): Sql {
  const bits = parts.map((tests, bit) => sql`+ CASE WHEN ${anyOf(tests)} THEN ${constant(2 ** bit)} ELSE 0 END`);
  const asks = parts.flat().some(({ is }) => is !== "events");
  const [key, place] = unit === "visit" ? [sql`e.path_no`, sql`e.step`] : [sql`e.customer_no`, sql`e.place`];
  // The path table stands in this order, unless visits overlap; a join may change it.
  const sorted = asks || (unit === "customer" && interleaved) ? sql`ORDER BY unit, place` : sql``;
  return sql`SELECT unit, place, CAST(epoch_ms("at") AS DOUBLE) AS moment, CAST(mask AS INTEGER) AS mask, next_no, path_no
FROM (SELECT ${key} AS unit, ${place} AS place, e."at", e.next_no, e.path_no, (0 ${joined(bits, " ")}) AS mask
  FROM ${name(tables.events)} AS e ${asks ? sql`JOIN "rows" AS r USING (row_no)` : sql``} WHERE ${within(sql`e.customer_no`, customers)})
WHERE mask > 0 ${sorted}`;
}

/** The last event of every visit of some customers, in the order of visits. */
export function exitsQuery(tables: PathTables, customers: Range): Sql {
  return sql`SELECT path_no, exit_no FROM ${name(tables.visits)} WHERE ${within(sql`customer_no`, customers)}`;
}

/** The group of every customer, or of every visit, of some customers. */
export function unitCodesQuery(tables: PathTables, unit: UnitKind, by: GroupBy, customers: Range): Sql {
  return sql`SELECT CAST(unit AS DOUBLE) AS unit, CAST(${groupCode(sql`value`, by)} AS DOUBLE) AS code
FROM (${groupValues(tables, unit, by.column, customers)})`;
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
