import { isText, type RawColumn } from "./clean/raw-table";
import { single, type Engine } from "./engine";
import type { ColumnProfile, NumberProfile } from "./profile";
import { hasValue, missingMarkers } from "./profile-missing";
import { profileNumbers } from "./profile-numbers";
import { readingOf, type Reading } from "./profile-reading";
import { countValues, type Values } from "./profile-values";
import { name, sql, type Sql } from "./sql";

/** A column of text is one of numbers or times when at least this share of its values reads as such. */
const READS_AS = 0.95;

/**
 * What a column of a table holds, counted over every row. `fileType` is its type in the table. Never throws for what a
 * column holds: the profile then says the problem, so that one column never takes the others along.
 */
export async function profileColumn(
  engine: Engine,
  table: string,
  column: string,
  fileType: string,
): Promise<ColumnProfile> {
  const cells = name(`cells ${crypto.randomUUID()}`);
  try {
    return await profiled(engine, table, { name: column, type: fileType, role: "none" }, cells);
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split("\n")[0] ?? error.name) : String(error);
    return { ...empty(column, fileType, 0), problem };
  } finally {
    await engine.query(sql`DROP TABLE IF EXISTS ${cells}`);
  }
}

/** Every cell is read once, into a table of c (as it is), given (it is a value) and d (as a double), where all is counted. */
async function profiled(engine: Engine, table: string, column: RawColumn, cells: Sql): Promise<ColumnProfile> {
  const rows = single(await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ${name(table)}`), "n");
  const reading = await readingOf(engine, table, rows, column);
  await engine.query(sql`
    CREATE TEMP TABLE ${cells} AS SELECT c, given, CASE WHEN given AND isfinite(d) THEN d END AS d FROM (
      SELECT r.${name(column.name)} AS c, ${hasValue(column)} AS given, ${reading?.value ?? sql`CAST(NULL AS DOUBLE)`} AS d
      FROM ${name(table)} r)`);
  const counted = await countCells(engine, cells, isText(column));
  const missingTotal = rows - counted.given;
  const missing = missingTotal === 0 ? [] : await missingMarkers(engine, cells, isText(column));
  const known = { ...empty(column.name, column.type, rows), missing, missingTotal };
  if (counted.given === 0) return known;
  const values = await countValues(engine, cells, counted.given);
  const agreed = isText(column) && counted.parsed < READS_AS * counted.given ? null : reading;
  const found = agreed === null ? null : await profileNumbers(engine, cells, column.type);
  return { ...known, ...values, numbers: found, kind: kindOf(agreed, counted, found, values) };
}

interface Counted {
  readonly given: number;
  readonly parsed: number;
  /** Numbers with a fraction. */
  readonly broken: number;
  /** Texts that begin with a zero that a number would lose. */
  readonly zeros: number;
}

async function countCells(engine: Engine, cells: Sql, text: boolean): Promise<Counted> {
  const zero = text ? sql`d IS NOT NULL AND regexp_matches(c, '^\\s*0[0-9]')` : sql`FALSE`;
  const answer = await engine.query(sql`
    SELECT CAST(count(*) FILTER (given) AS DOUBLE) AS given, CAST(count(d) AS DOUBLE) AS parsed,
      CAST(count(*) FILTER (d <> trunc(d)) AS DOUBLE) AS broken, CAST(count(*) FILTER (${zero}) AS DOUBLE) AS zeros
    FROM ${cells}`);
  const read = (column: string): number => single(answer, column);
  return { given: read("given"), parsed: read("parsed"), broken: read("broken"), zeros: read("zeros") };
}

function empty(column: string, fileType: string, rows: number): ColumnProfile {
  const nothing = { missing: [], missingTotal: 0, distinct: 0, distinctApproximate: false, numbers: null, top: [] };
  return { column, fileType, kind: "empty", rows, ...nothing, problem: null };
}

function kindOf(
  reading: Reading | null,
  counted: Counted,
  found: NumberProfile | null,
  values: Values,
): ColumnProfile["kind"] {
  if (reading === null) return isYesNo(values) ? "boolean" : "text";
  if (reading.as !== "number") return reading.as;
  if (found === null || counted.broken > 0) return "number";
  return counted.zeros > 0 || looksLikeIds(found, values) ? "id" : "integer";
}

function isYesNo({ distinct, top }: Values): boolean {
  const words = new Set(["true", "false", "yes", "no", "t", "f", "y", "n"]);
  return distinct <= 5 && top.every(({ value }) => words.has(value.trim().toLowerCase()));
}

/** Beyond 2^53, or long, all of about one length, many different, and no count of seconds or milliseconds since 1970. */
function looksLikeIds(found: NumberProfile, { distinct }: Values): boolean {
  if (found.max > Number.MAX_SAFE_INTEGER) return found.q25 > 1e9;
  const moments = (found.min >= 1e9 && found.max < 2.2e9) || (found.min >= 1e12 && found.max < 2.2e12);
  return !moments && found.min >= 0 && found.q25 >= 1e9 && found.q75 < 10 * found.q25 && distinct > found.parsed / 5;
}
