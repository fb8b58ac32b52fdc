import { constant, name, sql, type Sql } from "../../data/sql";
import { periodOf, type Period } from "./queries-retention";
import type { PathTables } from "../../behaviour/recipe";

/** The customers whose first visit was in a period, of them those with a visit so many periods later. */
export function cohortCustomersQuery(tables: PathTables, period: Period, cohort: number, after: number | null): Sql {
  const later = after === null ? sql`` : sql`AND bool_or(p = ${constant(cohort + after)})`;
  return sql`SELECT customer_no FROM (SELECT customer_no, ${periodOf(sql`started`, period)} AS p FROM ${name(tables.visits)} WHERE started IS NOT NULL)
GROUP BY 1 HAVING min(p) = ${constant(cohort)} ${later} ORDER BY 1`;
}

/** A table of these customers. */
export const followedQuery = (table: string, customers: readonly number[]): Sql =>
  sql`CREATE OR REPLACE TABLE ${name(table)} AS SELECT unnest(${constant(`[${customers.join(",")}]`)}::INTEGER[]) AS customer_no`;

/** Their visits, numbered anew without gaps; old_no is the number before. */
export const followedVisits = ({ visits }: PathTables, table: string): Sql =>
  sql`SELECT * REPLACE (CAST(row_number() OVER (ORDER BY path_no) - 1 AS INTEGER) AS path_no), path_no AS old_no
FROM ${name(visits)} WHERE customer_no IN (SELECT customer_no FROM ${name(table)}) ORDER BY path_no`;

/** The events of visits that were numbered anew. */
export const followedEvents = ({ events }: PathTables, visits: string): Sql =>
  sql`SELECT e.* REPLACE (v.path_no AS path_no) FROM ${name(events)} AS e
JOIN (SELECT path_no, old_no FROM ${name(visits)}) AS v ON v.old_no = e.path_no ORDER BY path_no, step`;

/** The names of the events that are left, with how often each is. */
export const followedNames = ({ names }: PathTables, events: string): Sql =>
  sql`SELECT n.* REPLACE (e.n AS n) FROM ${name(names)} AS n
JOIN (SELECT event_no, CAST(count(*) AS DOUBLE) AS n FROM ${name(events)} GROUP BY 1) AS e USING (event_no) ORDER BY event_no`;
