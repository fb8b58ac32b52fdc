import { constant, name, sql, type Sql } from "../../data/sql";
import type { PathTables } from "../../behaviour/recipe";
import { havingQuery } from "../../behaviour/queries-mask";
import { shownOnly } from "./queries-moves";
import { periodOf, type Period } from "./queries-retention";
import { visitCodes, type GroupBy } from "./queries-values";

/** Expected by the margins alone, below which no difference could be told from chance. */
const LEAST_EXPECTED = 2;

/**
 * Moves from one event to the next (NULL: the visit ends) in each period against all other periods, within each group of
 * visits: n of `own` moves in the period, `all_n` of `total` in every period. Only cells in which enough could be expected by
 * the margins are there; a move that stopped has n = 0.
 */
export function changesQuery(tables: PathTables, shown: readonly number[], period: Period, by: GroupBy | null): Sql {
  return sql`WITH moves AS (
  SELECT code, p, ${shownOnly(sql`event_no`, shown)} AS f, coalesce(${shownOnly(sql`next_no`, shown)}, -2) AS t, count(*) AS n
  FROM ${name(tables.events)} JOIN (${placed(tables, period, by)}) AS v USING (path_no)
  GROUP BY ALL),
own AS (SELECT code, p, f, sum(n) AS own FROM moves GROUP BY ALL),
every AS (SELECT code, f, t, sum(n) AS all_n FROM moves GROUP BY ALL),
total AS (SELECT code, f, sum(n) AS total FROM moves GROUP BY ALL)
SELECT CAST(code AS DOUBLE) AS code, CAST(p AS DOUBLE) AS period, CAST(f AS DOUBLE) AS from_no, CAST(t AS DOUBLE) AS to_no,
  CAST(coalesce(n, 0) AS DOUBLE) AS n, CAST(own AS DOUBLE) AS own, CAST(all_n AS DOUBLE) AS all_n, CAST(total AS DOUBLE) AS total
FROM own JOIN total USING (code, f) JOIN every USING (code, f) LEFT JOIN moves USING (code, p, f, t)
WHERE least(own, total - own) * CAST(least(all_n, total - all_n) AS DOUBLE) >= ${constant(LEAST_EXPECTED)} * total ORDER BY 1, 2, 3, 4`;
}

/** Visits (path_no) with the code of their group and the period of their start, where they have one. */
function placed(tables: PathTables, period: Period, by: GroupBy | null): Sql {
  return sql`SELECT path_no, code, ${periodOf(sql`started`, period)} AS p
  FROM ${name(tables.visits)} JOIN (${visitCodes(tables, by)}) AS g USING (path_no) WHERE started IS NOT NULL`;
}

/** The same of visits that have an event (to_no), of all visits: n of `own` in the period, `all_n` of `total` in every period. */
export function presenceQuery(tables: PathTables, shown: readonly number[], period: Period, by: GroupBy | null): Sql {
  const visits = placed(tables, period, by);
  return sql`WITH has AS (${havingQuery(tables, visits, shown, (event) => shownOnly(event, shown))}),
own AS (SELECT code, p, count(*) AS own FROM (${visits}) GROUP BY ALL),
every AS (SELECT code, t, sum(n) AS all_n FROM has GROUP BY ALL),
total AS (SELECT code, sum(own) AS total FROM own GROUP BY ALL)
SELECT CAST(code AS DOUBLE) AS code, CAST(p AS DOUBLE) AS period, CAST(NULL AS DOUBLE) AS from_no, CAST(t AS DOUBLE) AS to_no,
  CAST(coalesce(n, 0) AS DOUBLE) AS n, CAST(own AS DOUBLE) AS own, CAST(all_n AS DOUBLE) AS all_n, CAST(total AS DOUBLE) AS total
FROM own JOIN total USING (code) JOIN every USING (code) LEFT JOIN has USING (code, p, t)
WHERE least(own, total - own) * CAST(least(all_n, total - all_n) AS DOUBLE) >= ${constant(LEAST_EXPECTED)} * total ORDER BY 1, 2, 4`;
}
