import { constant, joined, name, sql, type Sql } from "../data/sql";
import type { TableColumn } from "../data/table/table-column";
import { within, type Range } from "./ranges";
import type { PathRecipe } from "./recipe";
import type { When } from "./roles";
import type { Rule } from "./rules";

/** Different events with a number of their own, the most frequent ones; the rest are “other events”. */
export const MOST_EVENTS = 10_000;
export const OTHER_EVENTS = "other events";
const NO_VALUE = "(no value)";

/** A cell of the view `rows` as words: whole numbers without a point, truths as yes and no. */
export function wordsOf({ id, kind }: TableColumn): Sql {
  const cell = sql`r.${name(id)}`;
  switch (kind) {
    case "integer":
      return sql`CASE WHEN abs(${cell}) < 9e15 THEN CAST(CAST(${cell} AS BIGINT) AS VARCHAR) ELSE CAST(${cell} AS VARCHAR) END`;
    case "truth":
      return sql`CASE ${cell} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END`;
    case "number":
    case "moment":
      return sql`CAST(${cell} AS VARCHAR)`;
    case "category":
    case "id":
    case "empty":
      return cell;
  }
}

/** The moment of a row, or NULL; a date of three numbers that is no day is NULL. */
export function momentOf(when: When | null): Sql {
  if (when === null) return sql`CAST(NULL AS TIMESTAMP)`;
  if (when.by === "moment") return sql`r.${name(when.column.id)}`;
  const [year, month, day] = [when.year, when.month, when.day].map(({ id }) => sql`CAST(r.${name(id)} AS INTEGER)`);
  return sql`TRY_CAST(printf('%04d-%02d-%02d', ${year ?? sql`NULL`}, ${month ?? sql`NULL`}, ${day ?? sql`NULL`}) AS TIMESTAMP)`;
}

const eventOf = ({ roles }: PathRecipe): Sql =>
  roles.what === null ? sql`'event'` : sql`coalesce(${wordsOf(roles.what)}, ${constant(NO_VALUE)})`;

/** How often each event is in a part of the rows, with a number from `before` on by which that part's rows name it. */
export const eventCounts = (part: string, before: number): Sql =>
  sql`SELECT CAST(row_number() OVER () - 1 + ${constant(before)} AS INTEGER) AS seen_no, event, n
FROM (SELECT event, count(*) AS n FROM ${name(part)} GROUP BY 1)`;

/** The events numbered from 0 by falling count, summed over a table of counts; ties alphabetically. */
export const codesOf = (counts: string): Sql =>
  sql`SELECT CAST(row_number() OVER (ORDER BY n DESC, event) - 1 AS INTEGER) AS event_no, event
FROM (SELECT event, sum(n) AS n FROM ${name(counts)} GROUP BY 1)
ORDER BY 1 LIMIT ${constant(MOST_EVENTS)}`;

/** The number of an event for each number by which some part of the rows names it. */
export const numbersOf = (counts: string, codes: string): Sql =>
  sql`SELECT seen_no, CAST(coalesce(c.event_no, ${constant(MOST_EVENTS)}) AS SMALLINT) AS event_no
FROM ${name(counts)} LEFT JOIN ${name(codes)} AS c USING (event)`;

/** Bits of `flags`, one per rule that a row alone decides. */
export const RULE_BITS: Readonly<Partial<Record<Rule, number>>> = { cancelled: 1, free: 2, untimed: 4, clock: 8 };

/** Bit of a row that names no visit though visits are given. */
export const WITHOUT_VISIT = 16;

/** Columns of a row beside customer_no, row_no, "at" and event_no: only those that the recipe needs, to spare memory. */
export function extraColumns({ roles, visits }: PathRecipe): readonly ("ord" | "path_key" | "amount")[] {
  const { order, session, quantity, price, amount } = roles;
  return [
    ...(order === null ? [] : ["ord" as const]),
    ...(visits.by === "given" && session !== null ? ["path_key" as const] : []),
    ...(amount === null && (quantity === null || price === null) ? [] : ["amount" as const]),
  ];
}

/** The rules that leave rows out before anything else is known, as bits. */
export const bitsOf = (rules: readonly Rule[]): number =>
  rules.reduce((bits, rule) => bits | (RULE_BITS[rule] ?? 0), 0);

/** The rows of a range, each with its customer, moment, event, extra columns and the rules it falls under. */
export function sourceRows(recipe: PathRecipe, rows: Range): Sql {
  const { roles } = recipe;
  const extra = extraColumns(recipe);
  const values = { ord: orderOf(recipe), path_key: keyOf(recipe), amount: amountOf(recipe) };
  const columns = extra.map((column) => sql`, ${values[column]} AS ${name(column)}`);
  return sql`SELECT * REPLACE (CAST(flags + CASE WHEN "at" < TIMESTAMP '1971-01-01' OR "at" >= TIMESTAMP '2100-01-01' THEN 8 ELSE 0 END AS UTINYINT) AS flags)
FROM (SELECT r.customer_no, r.row_no, ${momentOf(roles.when)} AS "at", ${eventOf(recipe)} AS event, ${flagsOf(recipe)} + ${keylessOf(recipe)} AS flags ${joined(columns, " ")}
  FROM "rows" AS r WHERE ${within(sql`r.row_no`, rows)})`;
}

/**
 * Rows of a part that are of customers in a range and under no rule in `bits`; the event by its number in `counts`, from
 * `before` on.
 */
export const countedOf = (part: string, counts: string, customers: Range, bits: number, before: number): Sql =>
  sql`SELECT p.* EXCLUDE (event, flags), c.seen_no
FROM ${name(part)} AS p JOIN (SELECT seen_no, event FROM ${name(counts)} WHERE seen_no >= ${constant(before)}) AS c USING (event)
WHERE ${within(sql`p.customer_no`, customers)} AND p.flags & ${constant(bits)} = 0`;

const orderOf = ({ roles: { order } }: PathRecipe): Sql => (order === null ? sql`NULL` : sql`r.${name(order.id)}`);

/** A row without an id is with those of its customer that happened at the same moment. */
function keyOf({ roles: { session, when } }: PathRecipe): Sql {
  if (session === null) return sql`NULL`;
  return sql`CASE WHEN r.${name(session.id)} IS NULL THEN hash(${momentOf(when)}) ELSE hash(${wordsOf(session)}) END`;
}

function keylessOf(recipe: PathRecipe): Sql {
  const { session } = recipe.roles;
  if (session === null || !extraColumns(recipe).includes("path_key")) return sql`0`;
  return sql`CASE WHEN r.${name(session.id)} IS NULL THEN ${constant(WITHOUT_VISIT)} ELSE 0 END`;
}

function amountOf({ roles: { quantity, price, amount } }: PathRecipe): Sql {
  if (amount !== null) return sql`r.${name(amount.id)}`;
  if (quantity === null || price === null) return sql`CAST(NULL AS DOUBLE)`;
  return sql`r.${name(quantity.id)} * r.${name(price.id)}`;
}

function flagsOf({ roles: { quantity, price, session, when, baskets } }: PathRecipe): Sql {
  const below = quantity === null ? sql`false` : sql`coalesce(r.${name(quantity.id)} < 0, false)`;
  const marked =
    baskets && session !== null && (session.kind === "category" || session.kind === "id")
      ? sql`coalesce(regexp_matches(r.${name(session.id)}, '^[Cc]-?[0-9]'), false)`
      : sql`false`;
  const cancelled = sql`(${below} OR ${marked})`;
  const paid = [quantity, quantity === null ? null : price].flatMap((column) =>
    column === null ? [] : [sql`coalesce(r.${name(column.id)} > 0, true)`],
  );
  const free = paid.length === 0 ? sql`false` : sql`NOT (${joined(paid, " AND ")}) AND NOT ${cancelled}`;
  const untimed = when === null ? sql`false` : sql`${momentOf(when)} IS NULL`;
  return sql`CASE WHEN ${cancelled} THEN 1 ELSE 0 END + CASE WHEN ${free} THEN 2 ELSE 0 END + CASE WHEN ${untimed} THEN 4 ELSE 0 END`;
}
