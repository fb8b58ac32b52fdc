import { single, type Engine } from "../engine";
import { constant, name, sql, type Sql } from "../sql";
import { trimmed } from "./markers";

/** What follows the time of day in "2024-05-01T10:00:00+02:00"; a day alone also ends in a sign and two digits. */
const OFFSET = String.raw`:\d{2}(?:[.]\d+)? ?([+-])(\d{2})(?::?(\d{2}))?$`;

/** How many texts of the column say that they stand apart from UTC. A bound pattern would be compiled anew for every row. */
export async function offsetCount(engine: Engine, table: string, column: string): Promise<number> {
  const cell = trimmed(name(column));
  const clock = sql`substr(${cell}, 12)`;
  const answer = await engine.query(sql`
    SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(table)} WHERE (contains(${clock}, '+') OR contains(${clock}, '-'))
      AND regexp_matches(${cell}, ${constant(OFFSET)}) AND NOT regexp_matches(${cell}, '[+-]00(?::?00)?$')`);
  return single(answer, "n");
}

/**
 * The cell, an ISO text, as a UTC TIMESTAMP: moved by the offset it carries, which the engine reads past without the
 * extension that knows time zones. NULL where it does not read as a moment; without an offset it is taken for UTC.
 */
export function momentInUtc(cell: Sql): Sql {
  const text = trimmed(cell);
  const part = (group: number): Sql => sql`regexp_extract(${text}, ${constant(OFFSET)}, ${constant(group)})`;
  const number = (group: number): Sql => sql`coalesce(TRY_CAST(${part(group)} AS BIGINT), 0)`;
  const minutes = sql`(CASE ${part(1)} WHEN '-' THEN -1 ELSE 1 END) * (${number(2)} * 60 + ${number(3)})`;
  const stands = sql`TRY_CAST(${cell} AS TIMESTAMP)`;
  return sql`CASE WHEN regexp_matches(${text}, ${constant(OFFSET)})
    THEN make_timestamp(epoch_us(${stands}) - ${minutes} * 60000000) ELSE ${stands} END`;
}
