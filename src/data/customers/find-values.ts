import type { Clean } from "../clean/build-clean";
import { texts, numbers, type Engine } from "../engine";
import { name, sql } from "../sql";
import type { RowFilterChoice } from "./filter-choices";
import { UNKNOWN } from "./row-filters";

/** A column of `clean` whose values a filter lists. */
export type ListedColumn = "maker" | "handset" | "location";

/** At most this many are found at once. */
export const MOST_FOUND = 60;

/**
 * Values of the kept rows of `clean` that hold this text in any case, filters left aside, most frequent first, a value that
 * is the text itself before all others; none where the data lacks the column.
 */
export async function findValues(
  engine: Engine,
  clean: Clean,
  column: ListedColumn,
  text: string,
): Promise<readonly RowFilterChoice[]> {
  const wanted = text.trim();
  if (wanted === "" || !clean.categories.some((category) => category.column === column)) return [];
  const word = sql`coalesce(CAST(${name(column)} AS VARCHAR), ${UNKNOWN})`;
  const answer = await engine.query(sql`
    SELECT ${word} AS word, CAST(count(*) AS DOUBLE) AS n FROM clean
    WHERE set_aside IS NULL AND contains(lower(${word}), lower(${wanted}))
    GROUP BY 1 ORDER BY lower(word) <> lower(${wanted}), n DESC, word LIMIT ${MOST_FOUND}`);
  const rows = numbers(answer, "n");
  return texts(answer, "word").map((value, index) => ({ value: value ?? UNKNOWN, rows: rows[index] ?? 0 }));
}
