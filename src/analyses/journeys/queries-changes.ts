import { constant, name, sql, type Sql } from "../../data/sql";
import type { PathTables } from "./recipe";
import { groupCode, groupValues, type GroupBy } from "./queries-funnel";
import { shownOnly } from "./queries-moves";
import { periodOf, type Period } from "./queries-retention";

/**
 * Moves from one event to the next (NULL: the visit ends) in each period against all other periods, within each group of
 * visits: n of `own` moves in the period, `all_n` of `total` in every period. Only cells in which enough could be expected
 * for a chi-squared test (five, by the margins alone) are there; a move that stopped has n = 0.
 */
export function changesQuery(tables: PathTables, shown: readonly number[], period: Period, by: GroupBy | null): Sql {
  const group =
    by === null
      ? sql`SELECT path_no, 0 AS code FROM ${name(tables.visits)}`
      : sql`SELECT unit AS path_no, ${groupCode(sql`value`, by)} AS code FROM (${groupValues(tables, "visit", by.column)})`;
  return sql`WITH moves AS (
  SELECT code, p, ${shownOnly(sql`event_no`, shown)} AS f, coalesce(${shownOnly(sql`next_no`, shown)}, -2) AS t, count(*) AS n
  FROM ${name(tables.events)} JOIN (${group}) AS g USING (path_no)
  JOIN (SELECT path_no, ${periodOf(sql`started`, period)} AS p FROM ${name(tables.visits)} WHERE started IS NOT NULL) AS v USING (path_no)
  GROUP BY ALL),
own AS (SELECT code, p, f, sum(n) AS own FROM moves GROUP BY ALL),
every AS (SELECT code, f, t, sum(n) AS all_n FROM moves GROUP BY ALL),
total AS (SELECT code, f, sum(n) AS total FROM moves GROUP BY ALL)
SELECT CAST(code AS DOUBLE) AS code, CAST(p AS DOUBLE) AS period, CAST(f AS DOUBLE) AS from_no, CAST(t AS DOUBLE) AS to_no,
  CAST(coalesce(n, 0) AS DOUBLE) AS n, CAST(own AS DOUBLE) AS own, CAST(all_n AS DOUBLE) AS all_n, CAST(total AS DOUBLE) AS total
FROM own JOIN total USING (code, f) JOIN every USING (code, f) LEFT JOIN moves USING (code, p, f, t)
WHERE least(own, total - own) * CAST(least(all_n, total - all_n) AS DOUBLE) >= ${constant(5)} * total ORDER BY 1, 2, 3, 4`;
}
