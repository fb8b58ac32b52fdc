import { single, type Engine } from "../../engine";
import type { SourceColumn } from "../../source";
import { joined, name, sql, type Sql } from "../../sql";

/** The first and the last moment of each type that the engine can show and compute with. */
const CALENDAR: ReadonlyMap<string, readonly [first: string, last: string]> = new Map([
  ["DATE", ["290309-12-22 (BC)", "294247-01-10"]],
  ["TIMESTAMP_S", ["290309-12-22 (BC) 00:00:00", "294247-01-10 04:00:54"]],
  ["TIMESTAMP_MS", ["290309-12-22 (BC) 00:00:00", "294247-01-10 04:00:54.775"]],
  ["TIMESTAMP", ["290309-12-22 (BC) 00:00:00", "294247-01-10 04:00:54.775806"]],
  ["TIMESTAMP_NS", ["1677-09-22 00:00:00", "2262-04-11 23:47:16.854775806"]],
]);

/**
 * Empties the moments of a table that lie outside the engine's calendar: often a missing value that its writer wrote as
 * the smallest integer. One of them would make every query on its column fail. Infinities stay. Says of each column how
 * many there were.
 */
export async function emptyImpossibleMoments(
  engine: Engine,
  table: string,
  columns: readonly SourceColumn[],
): Promise<readonly string[]> {
  const moments = columns.filter(({ type }) => CALENDAR.has(type));
  if (moments.length === 0) return [];
  const counted = await engine.query(sql`
    SELECT ${joined(moments.map((column, index) => sql`CAST(count(*) FILTER (${outside(column)}) AS DOUBLE) AS ${name(`n${index}`)}`))}
    FROM ${name(table)}`);
  const notes: string[] = [];
  for (const [index, column] of moments.entries()) {
    const count = single(counted, `n${index}`);
    if (count === 0) continue;
    await engine.query(sql`UPDATE ${name(table)} SET ${name(column.name)} = NULL WHERE ${outside(column)}`);
    notes.push(
      `${count === 1 ? "One value" : `${count} values`} of the column “${column.name}” ${count === 1 ? "lies" : "lie"} outside the calendar and ${count === 1 ? "counts" : "count"} as missing.`,
    );
  }
  return notes;
}

function outside(column: SourceColumn): Sql {
  const [first, last] = CALENDAR.get(column.type) ?? ["", ""];
  const moment = (text: string): Sql => ({ text: `CAST('${text}' AS ${column.type})`, values: [] });
  const value = name(column.name);
  // isfinite() would convert to another unit first, and fail.
  const infinite = sql`${value} IN (${moment("infinity")}, ${moment("-infinity")})`;
  return sql`(NOT ${infinite} AND (${value} < ${moment(first)} OR ${value} > ${moment(last)}))`;
}
