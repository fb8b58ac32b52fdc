import { name, sql, type Sql } from "../data/sql";
import type { PathTables } from "./recipe";

/** The path table with how long each event took until the next of its visit: dwell_s, NULL where `known` is false or none came. */
export function staysOf({ events }: PathTables, known: boolean): Sql {
  // The table stands in the order of visits, so that the next row of a visit is the next event.
  const dwell = sql`CASE WHEN next_no IS NOT NULL AND next_at >= "at" THEN (epoch_us(next_at) - epoch_us("at")) / 1e6 END`;
  return sql`SELECT *, ${known ? dwell : sql`CAST(NULL AS DOUBLE)`} AS dwell_s FROM (SELECT *, lead("at") OVER () AS next_at FROM ${name(events)})`;
}
