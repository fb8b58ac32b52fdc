import { numbers, single, texts, type Engine } from "../engine";
import type { LedgerSample } from "../ledger";
import { name, sql, type Sql } from "../sql";
import { isMarker, trimmed } from "./markers";
import type { RawColumn, RawTable } from "./raw-table";

/** A column of names (handset, maker, location) as an ENUM in alphabetical order, which is small and quick to group by. */
export interface Word {
  readonly column: RawColumn;
  /** The canonical column's name. */
  readonly canonical: "handset" | "maker" | "location";
  /** Over the alias `r`: the cleaned value, NULL where missing. */
  readonly value: Sql;
  readonly missing: readonly MissingCount[];
  readonly distinct: number;
  /** Cells whose name stands between blanks, which are taken away. */
  readonly untidy: number;
  readonly samples: readonly LedgerSample[];
}

export interface MissingCount {
  /** As written in the file, null for a null. */
  readonly marker: string | null;
  readonly count: number;
  /** 1-based. */
  readonly firstRow: number;
}

/** Beyond this many places an ENUM costs more than it saves. */
const MOST_NAMES = 200_000;

/** Counts the names of one column once, finds the markers among them, and makes the type `clean_<role>`. */
export async function wordColumn(
  engine: Engine,
  raw: RawTable,
  column: RawColumn,
  markersMissing: boolean,
): Promise<Word> {
  const canonical = column.role as Word["canonical"];
  const type = name(`clean_${canonical}`);
  const list = name(`clean_words_${canonical}`);
  const text = sql`CAST(${name(column.name)} AS VARCHAR)`;
  await engine.query(sql`DROP TABLE IF EXISTS ${list}`);
  await engine.query(sql`DROP TYPE IF EXISTS ${type}`);
  const missing = markersMissing ? isMarker(sql`v`) : sql`${trimmed(sql`v`)} = ''`;
  await engine.query(sql`
    CREATE TABLE ${list} AS
    SELECT v, CASE WHEN NOT (${missing}) THEN ${trimmed(sql`v`)} END AS word, n, first_row
    FROM (SELECT ${text} AS v, count(*) AS n, min(rowid) AS first_row FROM ${name(raw.table)} GROUP BY 1)`);
  const facts = await engine.query(sql`
    SELECT CAST(count(DISTINCT word) AS DOUBLE) AS distinct_words, CAST(coalesce(sum(n) FILTER (word <> v), 0) AS DOUBLE) AS untidy FROM ${list}`);
  const distinct = single(facts, "distinct_words");
  const counted = await missingIn(engine, list);
  const cell = sql`CAST(r.${name(column.name)} AS VARCHAR)`;
  const untidy = single(facts, "untidy");
  const samples = untidy === 0 ? [] : await untidyIn(engine, list, column);
  const tidy = untidy === 0 ? cell : trimmed(cell);
  const found = { column, canonical, missing: counted, distinct, untidy, samples };
  if (canonical === "location" && distinct > MOST_NAMES) {
    await engine.query(sql`DROP TABLE ${list}`);
    const gone = markersMissing ? isMarker(cell) : sql`${trimmed(cell)} = ''`;
    return { ...found, value: sql`CASE WHEN NOT (${gone}) THEN ${tidy} END` };
  }
  await engine.query(
    sql`CREATE TYPE ${type} AS ENUM (SELECT word FROM ${list} WHERE word IS NOT NULL GROUP BY 1 ORDER BY 1)`,
  );
  await engine.query(sql`DROP TABLE ${list}`);
  return { ...found, value: sql`TRY_CAST(${tidy} AS ${type})` };
}

async function missingIn(engine: Engine, list: Sql): Promise<readonly MissingCount[]> {
  const answer = await engine.query(sql`
    SELECT v, CAST(n AS DOUBLE) AS n, CAST(first_row + 1 AS DOUBLE) AS row_no FROM ${list} WHERE word IS NULL ORDER BY n DESC, v`);
  const counts = numbers(answer, "n");
  const rows = numbers(answer, "row_no");
  return texts(answer, "v").map((marker, index) => ({ marker, count: counts[index] ?? 0, firstRow: rows[index] ?? 0 }));
}

async function untidyIn(engine: Engine, list: Sql, { name: column }: RawColumn): Promise<readonly LedgerSample[]> {
  const answer = await engine.query(sql`
    SELECT v, word, CAST(first_row + 1 AS DOUBLE) AS row_no FROM ${list} WHERE word <> v ORDER BY first_row LIMIT 5`);
  const [before, after] = [texts(answer, "v"), texts(answer, "word")];
  return Array.from(numbers(answer, "row_no"), (row, index) => ({
    row,
    column,
    before: before[index] ?? "",
    after: after[index] ?? "",
  }));
}
