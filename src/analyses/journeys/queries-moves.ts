import { constant, joined, name, sql, type Sql } from "../../data/sql";
import type { PathTables } from "../../behaviour/recipe";
import { cameQuery } from "../../behaviour/queries-mask";
import { type GroupBy, visitCodes } from "./queries-values";

/** A column of event numbers with those outside `shown` made one: -1. */
export function shownOnly(column: Sql, shown: readonly number[]): Sql {
  if (shown.length === 0) return sql`-1`;
  return sql`CASE WHEN ${column} IS NULL THEN NULL WHEN ${column} IN (${joined(shown.map((one) => constant(one)))}) THEN ${column} ELSE -1 END`;
}

/** How often each event follows another within visits: from_no, to_no (NULL: the visit ends), n; by group where asked for. */
export function movesQuery(tables: PathTables, shown: readonly number[], by: GroupBy | null): Sql {
  const grouped = by === null ? sql`` : sql`JOIN (${visitCodes(tables, by)}) AS g USING (path_no)`;
  const code = by === null ? sql`0` : sql`g.code`;
  return sql`SELECT CAST(${code} AS DOUBLE) AS code, CAST(${shownOnly(sql`event_no`, shown)} AS DOUBLE) AS from_no,
  CAST(${shownOnly(sql`next_no`, shown)} AS DOUBLE) AS to_no, CAST(count(*) AS DOUBLE) AS n
FROM ${name(tables.events)} ${grouped} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** How many visits begin with each event, by group where asked for. */
export function entriesQuery(tables: PathTables, shown: readonly number[], by: GroupBy | null): Sql {
  const grouped = by === null ? sql`` : sql`JOIN (${visitCodes(tables, by)}) AS g USING (path_no)`;
  return sql`SELECT CAST(${by === null ? sql`0` : sql`g.code`} AS DOUBLE) AS code,
  CAST(${shownOnly(sql`entry_no`, shown)} AS DOUBLE) AS to_no, CAST(count(*) AS DOUBLE) AS n
FROM ${name(tables.visits)} ${grouped} GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Where steps are counted from: the visit's start, or the first or last of an event in it. */
export type Anchor = { readonly at: "start" } | { readonly at: "from" | "to"; readonly event: number };

/** Events around the anchor with their place from it: 0 at the anchor, before it below 0. */
function anchored(tables: PathTables, anchor: Anchor): Sql {
  if (anchor.at === "start")
    return sql`SELECT path_no, step - 1 AS place, event_no, next_no FROM ${name(tables.events)}`;
  return sql`SELECT e.path_no, e.step - a.step AS place, e.event_no, e.next_no FROM ${name(tables.events)} AS e
  JOIN (SELECT path_no, min(step) AS step FROM ${name(tables.events)} WHERE event_no = ${constant(anchor.event)} GROUP BY 1) AS a USING (path_no)`;
}

/** How often each event stands at each of `steps` places from the anchor on (before it, for “to”). */
export function stepsQuery(tables: PathTables, anchor: Anchor, steps: number, shown: readonly number[]): Sql {
  const within =
    anchor.at === "to"
      ? sql`place > ${constant(-steps)} AND place <= 0`
      : sql`place >= 0 AND place < ${constant(steps)}`;
  return sql`SELECT CAST(place AS DOUBLE) AS place, CAST(${shownOnly(sql`event_no`, shown)} AS DOUBLE) AS event_no, CAST(count(*) AS DOUBLE) AS n
FROM (${anchored(tables, anchor)}) WHERE ${within} GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** How often one event is followed by another at each place from the anchor on; to_no NULL: the visit ends. */
export function flowsQuery(tables: PathTables, anchor: Anchor, steps: number, shown: readonly number[]): Sql {
  const within =
    anchor.at === "to"
      ? sql`place > ${constant(-steps)} AND place < 0`
      : sql`place >= 0 AND place < ${constant(steps - 1)}`;
  return sql`SELECT CAST(place AS DOUBLE) AS place, CAST(${shownOnly(sql`event_no`, shown)} AS DOUBLE) AS from_no,
  CAST(${shownOnly(sql`next_no`, shown)} AS DOUBLE) AS to_no, CAST(count(*) AS DOUBLE) AS n
FROM (${anchored(tables, anchor)}) WHERE ${within} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}

/** The five ways in which “from one to another” can be counted, in one row. */
export function waysToCountQuery(tables: PathTables, from: readonly number[], to: readonly number[]): Sql {
  const is = (column: Sql, codes: readonly number[]): Sql =>
    codes.length === 0 ? sql`false` : sql`${column} IN (${joined(codes.map((one) => constant(one)))})`;
  // Only rows of one of both events matter to any of the counts.
  const wanted = is(sql`event_no`, [...from, ...to]);
  const counts = (unit: Sql, place: Sql, more: Sql): Sql => sql`SELECT ${more}
  CAST(count(*) FILTER (WHERE last > first) AS DOUBLE) AS later, CAST(count(first) AS DOUBLE) AS units
  FROM (SELECT min(CASE WHEN f THEN ${place} END) AS first, max(CASE WHEN t THEN ${place} END) AS last,
    count(*) FILTER (WHERE f) AS occurrences, count(*) FILTER (WHERE f AND coalesce(${is(sql`next_no`, to)}, false)) AS moves
    FROM (SELECT *, ${is(sql`event_no`, from)} AS f, ${is(sql`event_no`, to)} AS t FROM ${name(tables.events)} WHERE ${wanted})
    GROUP BY ${unit})`;
  const visits = counts(
    sql`path_no`,
    sql`step`,
    sql`CAST(coalesce(sum(moves), 0) AS DOUBLE) AS moves, CAST(coalesce(sum(occurrences), 0) AS DOUBLE) AS occurrences,
  CAST(count(*) FILTER (WHERE moves > 0) AS DOUBLE) AS direct,`,
  );
  const customers = counts(sql`customer_no`, sql`place`, sql``);
  return sql`SELECT v.moves, v.occurrences, v.direct AS direct_visits, v.later AS later_visits, v.units AS visits,
  c.later AS later_customers, c.units AS customers FROM (${visits}) AS v, (${customers}) AS c`;
}

/** In how many visits each event comes before the first of another, and in how many it comes at all; of events with numbers below `size`. */
export function beforeQuery(tables: PathTables, end: number, size: number): Sql {
  const events = name(tables.events);
  return sql`WITH ends AS (SELECT path_no, min(step) AS step FROM ${events} WHERE event_no = ${constant(end)} GROUP BY 1),
earlier AS (SELECT event_no, count(DISTINCT path_no) AS before FROM ${events} AS e JOIN ends USING (path_no) WHERE e.step < ends.step GROUP BY 1)
SELECT CAST(event_no AS DOUBLE) AS event_no, CAST(visits AS DOUBLE) AS visits, CAST(coalesce(before, 0) AS DOUBLE) AS before,
  (SELECT CAST(count(*) AS DOUBLE) FROM ends) AS ending
FROM (${cameQuery(tables, size)}) AS came LEFT JOIN earlier USING (event_no) WHERE event_no <> ${constant(end)} ORDER BY before DESC, event_no`;
}
