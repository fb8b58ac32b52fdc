import { single, type Engine } from "./engine";
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

/** Refuses with a UserError, before anything is read, a choice of columns that will not fit; says what would. */
export function refuseTooLarge(source: Source, wanted: readonly string[], budget: number): void {
  if (source.rows === null) return;
  const columns = source.columns.filter(({ name }) => wanted.includes(name));
  const needed = memoryNeeded(columns, source.rows);
  if (needed <= budget) return;
  const rows = Math.floor((source.rows * budget) / needed);
  throw new UserError(
    `“${source.label}” is too large: ${columns.length} columns of ${grouped(source.rows)} rows need about ${inWords(needed)}, and this tab may use ${inWords(budget)}.`,
    `About ${grouped(Number(rows.toPrecision(2)))} rows of them would fit, or fewer columns: leave columns out, open fewer files at once, or add the rows up per customer first.`,
  );
}

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
