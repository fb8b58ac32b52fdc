import { constant, sql, type Sql } from "../sql";

/**
 * In which of `count` equal bins, counted from 0, a value lies whose place is given in widths of a bin: 0.5 is the middle of
 * the first. What lies before the first counts in it, what lies beyond the last, infinity and NaN too, in the last; NULL
 * stays NULL. A third of the time that GREATEST and LEAST take.
 */
export function binOf(place: Sql, count: number): Sql {
  return sql`CAST(CASE WHEN ${place} < 0 THEN 0 WHEN ${place} >= ${constant(count)} THEN ${constant(count - 1)} ELSE floor(${place}) END AS DOUBLE)`;
}
