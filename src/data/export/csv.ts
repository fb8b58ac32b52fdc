import { single, texts, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";

const CHUNK_ROWS = 50_000;

/** Patterns stand in the statement itself: DuckDB compiles a bound one anew for every row. */
const pattern = (text: string): Sql => ({ text: `'${text}'`, values: [] });

/**
 * Cells that a spreadsheet would run: behind any white or invisible characters an = + - or @, also of full width, or a
 * tab, a line break or NUL in front. A text that is only a number is none, so negative numbers stay numbers.
 */
const FORMULA = pattern("^[\\s\\pZ\\p{Cc}\\p{Cf}]*[=+\\-@\\x{FF1D}\\x{FF0B}\\x{FF0D}\\x{FF20}]|^[\\t\\r\\n\\x00]");
const FORMULA_HEADER = /^[\s\p{Z}\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u;
const NUMBER = pattern("^[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?$");
/** Types whose text needs no quotes and is no formula. */
const BARE = /^(?:U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN|DATE|TIME.*|UUID)$/u;
const NEEDS_QUOTES = pattern('[",\\r\\n]|^\\s|\\s$');

/**
 * The rows of a statement as CSV by RFC 4180: UTF-8 without a byte-order mark, CRLF, comma, a header line. Null is
 * nothing, empty text is "". Numbers keep every digit. Text that a spreadsheet could take for a formula (see FORMULA) gets
 * a leading apostrophe; headers too; Parquet leaves it exact. `headers` replace the statement's
 * own names, by position. The statement runs once, into a temporary table that is read in chunks.
 */
export async function toCsv(engine: Engine, statement: Sql, headers?: readonly string[]): Promise<Blob> {
  const table = name(`export ${crypto.randomUUID()}`);
  await engine.query(sql`CREATE TEMP TABLE ${table} AS ${statement}`);
  try {
    const described = await engine.query(sql`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
    const types = texts(described, "column_type");
    const columns = texts(described, "column_name").map((column, index) => ({
      column: column ?? "",
      type: types[index],
    }));
    const titles = columns.map(({ column }, index) => title(headers?.[index] ?? column));
    const line = joined(columns.map(({ column, type }) => cell(column, !BARE.test(type ?? ""))));
    const rows = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${table}`), "n");
    const parts: BlobPart[] = [`${titles.join(",")}\r\n`];
    for (let from = 0; from < rows; from += CHUNK_ROWS) parts.push(await chunk(engine, table, line, from));
    return new Blob(parts, { type: "text/csv;charset=utf-8" });
  } finally {
    await engine.query(sql`DROP TABLE IF EXISTS ${table}`);
  }
}

/** A Blob, so that the text leaves the script's memory at once. */
async function chunk(engine: Engine, table: Sql, line: Sql, from: number): Promise<Blob> {
  // A mark before each line, taken away again: a text that begins with U+FEFF would lose it on the way out of the engine.
  const answer = await engine.query(sql`SELECT concat('>', concat_ws(',', ${line})) AS line FROM ${table}
    WHERE rowid >= ${from} AND rowid < ${from + CHUNK_ROWS} ORDER BY rowid`);
  return new Blob(texts(answer, "line").map((text) => `${text?.slice(1) ?? ""}\r\n`));
}

function cell(column: string, isText: boolean): Sql {
  const value = sql`CAST(${name(column)} AS VARCHAR)`;
  if (!isText) return sql`coalesce(${value}, '')`;
  const safe = sql`CASE WHEN regexp_matches(${value}, ${FORMULA}) AND NOT regexp_matches(${value}, ${NUMBER})
    THEN chr(39) || ${value} ELSE ${value} END`;
  return sql`CASE WHEN ${value} IS NULL THEN ''
    WHEN ${value} = '' OR regexp_matches(${value}, ${NEEDS_QUOTES})
    THEN chr(34) || replace(${safe}, chr(34), chr(34) || chr(34)) || chr(34) ELSE ${safe} END`;
}

function title(header: string): string {
  const safe = FORMULA_HEADER.test(header) ? `'${header}` : header;
  return /[",\r\n]|^\s|\s$|^$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
