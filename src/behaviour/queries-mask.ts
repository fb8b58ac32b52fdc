import { constant, joined, name, sql, type Sql } from "../data/sql";
import type { PathTables } from "./recipe";

/** Events of smaller numbers, the most frequent ones, have a bit of their own in a visit's mask; all others share the bit after theirs. */
export const MASKED = 62;

/** The mask of a visit, over its events. */
export const maskOf = (event: Sql): Sql => sql`bit_or(CAST(1 AS BIGINT) << least(${event}, ${constant(MASKED)}))`;

/** A mask has the bit of an event whose number is below `MASKED`. */
const hasBit = (event: number): Sql => sql`(mask >> ${constant(event)}) & 1 = 1`;

/** Numbers of events that have a bit of their own, where events have numbers below `size`. */
const masked = (size: number): readonly number[] => Array.from({ length: Math.min(size, MASKED) }, (_, event) => event);

/** In how many visits, and of how many customers, each event is: event_no, visits, customers; `size` is above every number. */
export function cameQuery(tables: PathTables, size: number): Sql {
  const events = masked(size);
  const counts = joined(events.map((event) => sql`count(*) FILTER (WHERE ${hasBit(event)})`));
  const counted = (rows: Sql): Sql =>
    sql`SELECT unnest([${joined(events.map((event) => constant(event)))}]) AS event_no, unnest([${counts}]) AS n FROM ${rows}`;
  const visits = counted(name(tables.visits));
  const customers = counted(
    sql`(SELECT bit_or(mask) AS mask FROM ${name(tables.visits)} GROUP BY customer_no) AS of_customers`,
  );
  return sql`SELECT v.event_no, v.n AS visits, c.n AS customers FROM (${visits}) AS v JOIN (${customers}) AS c USING (event_no) WHERE v.n > 0
UNION ALL SELECT event_no, count(DISTINCT path_no), count(DISTINCT customer_no) FROM ${name(tables.events)} WHERE event_no >= ${constant(MASKED)} GROUP BY 1`;
}

/**
 * How many of some visits have each shown event, and any that is not shown (-1), by group: code, p, t, n. `visits` gives
 * path_no, code and p. Masks tell, where each shown event has a bit of its own; else the events do.
 */
export function havingQuery(
  tables: PathTables,
  visits: Sql,
  shown: readonly number[],
  onlyShown: (event: Sql) => Sql,
): Sql {
  if (shown.some((event) => event >= MASKED))
    return sql`SELECT code, p, t, count(*) AS n FROM (${visits}) AS v JOIN (
  SELECT DISTINCT path_no, ${onlyShown(sql`event_no`)} AS t FROM ${name(tables.events)}) AS e USING (path_no) GROUP BY ALL`;
  const known = shown.reduce((bits, event) => bits | (1n << BigInt(event)), 0n);
  const others = sql`mask & ~CAST(${String(known)} AS BIGINT) <> 0`;
  const counts = joined([...shown.map(hasBit), others].map((has) => sql`count(*) FILTER (WHERE ${has})`));
  return sql`SELECT code, p, t, n FROM (
  SELECT code, p, unnest([${joined([...shown, -1].map((event) => constant(event)))}]) AS t, unnest([${counts}]) AS n
  FROM (${visits}) AS v JOIN ${name(tables.visits)} USING (path_no) GROUP BY code, p) WHERE n > 0`;
}
