import { isMarker, trimmed } from "./clean/markers";
import { isText, type RawColumn } from "./clean/raw-table";
import { numbers, texts, type Engine } from "./engine";
import type { MissingMarker } from "./profile";
import { name, sql, type Sql } from "./sql";

const FLOATING = /^(?:FLOAT|DOUBLE)$/u;

/** True where the cell of `r` holds a value: no null, no NaN, no text that only says that there is none. */
export function hasValue(column: RawColumn): Sql {
  const cell = sql`r.${name(column.name)}`;
  if (isText(column)) return sql`(${cell} IS NOT NULL AND NOT (${isMarker(cell)}))`;
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
