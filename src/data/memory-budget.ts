import { single, type Engine } from "./engine";
import { likelyRows } from "./likely-rows";
import type { Source, SourceColumn } from "./source";
import { sql } from "./sql";
import { UserError } from "./user-error";

/** What the engine's tables hold, and what they may hold, in bytes. */
export interface MemoryUse {
  readonly used: number;
  readonly budget: number;
}

const MOST = 1_500_000_000;

/**
 * The engine keeps numbers in about 0.55 of their plain size (2,000,001 rows of 25 columns, measured), and a file stands in
 * it twice: as it is, and cleaned.
 */
const KEPT = 2 * 0.55;

/** Bytes of one value by the engine's type; text is a guess at short words. */
const BYTES: Readonly<Record<string, number>> = {
  ...{ BOOLEAN: 1, TINYINT: 1, UTINYINT: 1, SMALLINT: 2, USMALLINT: 2 },
  ...{ INTEGER: 4, UINTEGER: 4, FLOAT: 4, DATE: 4, VARCHAR: 20 },
};

/** What the engine may use: a quarter of the device's memory where the browser tells (in GB), and never over 1.5 GB. */
export function memoryBudget(deviceMemory: number | undefined): number {
  return deviceMemory === undefined ? MOST : Math.min(MOST, (deviceMemory * 1e9) / 4);
}

/** The browser's word on the device's memory in GB, rounded by it; undefined where it says nothing. */
export function deviceMemory(): number | undefined {
  return (navigator as { deviceMemory?: number }).deviceMemory;
}

/** What the columns will need in the engine, in bytes: rows times the bytes of their types. */
export function memoryNeeded(columns: readonly SourceColumn[], rows: number): number {
  return KEPT * rows * columns.reduce((sum, { type }) => sum + bytesOf(type), 0);
}

function bytesOf(type: string): number {
  const digits = /^DECIMAL\((\d+)/u.exec(type)?.[1];
  return digits === undefined ? (BYTES[type] ?? 8) : Number(digits) > 18 ? 16 : 8;
}

/**
 * Refuses with a UserError, before anything is read, a choice of columns that will not fit; says what would. Text, whose
 * rows can only be guessed from its beginning, is refused where it is beyond all doubt.
 */
export async function refuseTooLarge(source: Source, wanted: readonly string[], budget: number): Promise<void> {
  if (source.rows === null && mostOfText(source) <= budget) return;
  const rows = await likelyRows(source);
  if (rows === null) return;
  const columns = source.columns.filter(({ name }) => wanted.includes(name));
  const needed = memoryNeeded(columns, rows);
  if (needed <= budget * (source.rows === null ? BEYOND_DOUBT : 1)) return;
  const count = `${source.rows === null ? "about " : ""}${grouped(source.rows === null ? rounded(rows) : rows)}`;
  throw new UserError(
    `“${source.label}” is too large: ${columns.length} columns of ${count} rows need about ${inWords(needed)}, and this tab may use ${inWords(budget)}.`,
    `About ${grouped(rounded((rows * budget) / needed))} rows of them would fit${HOW}`,
  );
}

const BEYOND_DOUBT = 3;

const HOW = ", or fewer columns: leave columns out, open fewer files at once, or add the rows up per customer first.";

/** Every cell of a text takes at least the byte of its delimiter. */
const mostOfText = ({ files }: Source): number =>
  KEPT * (BYTES["VARCHAR"] ?? 8) * files.reduce((sum, { blob }) => sum + blob.size, 0);

/**
 * What to say of a source that outgrew the tab while its tables were made: how much of it would fit, by how much there was
 * room for (`share`, 0 to 1, cleaned and as it is in the file) and by what its columns will need.
 */
export async function tooLarge(
  source: Source,
  wanted: readonly string[],
  budget: number,
  share: number,
): Promise<UserError> {
  const columns = source.columns.filter(({ name }) => wanted.includes(name));
  const rows = await likelyRows(source);
  const fits = rows === null ? share : Math.min(share, budget / memoryNeeded(columns, rows));
  const part =
    rows === null
      ? `About ${Math.max(1, Math.round(100 * fits))}% of its rows`
      : `About ${grouped(rounded(rows * fits))} of its ${source.rows === null ? "about " : ""}${grouped(rounded(rows))} rows`;
  return new UserError(
    `“${source.label}” is too large: its ${columns.length} columns took all the memory this tab may use, ${inWords(budget)}.`,
    `${part} would fit${HOW}`,
  );
}

/** Two digits are all that an estimate knows. */
const rounded = (rows: number): number => Number(Math.floor(rows).toPrecision(2));

/** What the tables hold now. */
export async function memoryUse(engine: Engine, budget: number): Promise<MemoryUse> {
  const answer = await engine.query(
    sql`SELECT CAST(coalesce(sum(memory_usage_bytes), 0) AS DOUBLE) AS used FROM duckdb_memory()`,
  );
  return { used: single(answer, "used"), budget };
}

function grouped(value: number): string {
  return value.toLocaleString("en");
}

function inWords(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.ceil(bytes / 1e6)} MB`;
}
