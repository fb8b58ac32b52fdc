import { MARKERS, trimmed } from "./clean/markers";
import { isText, type RawColumn } from "./clean/raw-table";
import { numbers, texts, type Engine } from "./engine";
import type { MissingMarker } from "./profile";
import { name, sql, type Sql } from "./sql";

const FLOATING = /^(?:FLOAT|DOUBLE)$/u;

/**
 * The markers as one pattern, written into the statement because DuckDB compiles a bound pattern anew for every row; a
 * list of bound markers costs ten times as much.
 */
const MISSING: Sql = {
  text: `'(?i)[ \\t\\r\\n\\x{a0}]*(?:${MARKERS.map(escaped).join("|")})[ \\t\\r\\n\\x{a0}]*'`,
  values: [],
};

function escaped(marker: string): string {
  return marker.replaceAll(/[.*+?^${}()|[\]\\/]/gu, "\\$&").replaceAll("'", "''");
}

/** True where the cell of `r` holds a value: no null, no NaN, no text that only says that there is none. */
export function hasValue(column: RawColumn): Sql {
  const cell = sql`r.${name(column.name)}`;
  if (isText(column)) return sql`(${cell} IS NOT NULL AND NOT regexp_full_match(${cell}, ${MISSING}))`;
  return FLOATING.test(column.type) ? sql`(${cell} IS NOT NULL AND NOT isnan(${cell}))` : sql`(${cell} IS NOT NULL)`;
}

/** Missing cells of a column's `Cells` by how they are written, most frequent first. */
export async function missingMarkers(engine: Engine, cells: Sql, text: boolean): Promise<readonly MissingMarker[]> {
  const written = text
    ? sql`CASE WHEN c IS NULL THEN '(null)' WHEN c = '' THEN '(empty)' WHEN ${trimmed(sql`c`)} = '' THEN '(blank)'
        ELSE ${trimmed(sql`c`)} END`
    : sql`CASE WHEN c IS NULL THEN '(null)' ELSE 'NaN' END`;
  const answer = await engine.query(sql`
    SELECT ${written} AS marker, CAST(count(*) AS DOUBLE) AS n FROM ${cells}
    WHERE NOT given GROUP BY ALL ORDER BY n DESC, marker`);
  const counts = numbers(answer, "n");
  return texts(answer, "marker").map((marker, index) => ({ marker: marker ?? "(null)", count: counts[index] ?? 0 }));
}
