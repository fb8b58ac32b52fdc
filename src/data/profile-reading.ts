import { momentFormat, momentValue } from "./clean/moment-value";
import { numberStyles } from "./clean/number-styles";
import { numberValue } from "./clean/number-value";
import { isText, type RawColumn } from "./clean/raw-table";
import { single, type Engine } from "./engine";
import { hasValue } from "./profile-missing";
import { name, sql, type Sql } from "./sql";

/** How the cells of a column read as doubles: numbers, or times as ms since 1970 UTC. */
export interface Reading {
  readonly as: "number" | "time" | "boolean";
  /** A DOUBLE over the table as `r`; NULL where the cell does not read so, but perhaps NaN or infinite. */
  readonly value: Sql;
}

const SOME_ROWS = 2000;

/** Types that are neither numbers nor moments; a cast of their values would fail or say nothing. */
const NO_NUMBER = /^(?:TIME|INTERVAL|BLOB|UUID|BIT|STRUCT|MAP|UNION|ENUM)|\]$/u;

/**
 * What the column's type says, or, for text, what at least half of some 2,000 cells spread over the table say; null for
 * plain text. Whether all cells agree is for the caller to count.
 */
export async function readingOf(
  engine: Engine,
  table: string,
  rows: number,
  column: RawColumn,
): Promise<Reading | null> {
  if (column.type === "BOOLEAN") return { as: "boolean", value: sql`CAST(r.${name(column.name)} AS DOUBLE)` };
  if (/^(?:TIMESTAMP|DATE)/u.test(column.type)) return { as: "time", value: await moment(engine, table, rows, column) };
  if (NO_NUMBER.test(column.type)) return null;
  if (!isText(column)) return { as: "number", value: numberValue(column, "plain", false) };
  const styles = await numberStyles(engine, table, rows, [column]);
  const number = numberValue(column, styles.get(column.name)?.style ?? "plain", false);
  if (await someRead(engine, table, rows, column, number)) return { as: "number", value: number };
  const time = await moment(engine, table, rows, column);
  return (await someRead(engine, table, rows, column, time)) ? { as: "time", value: time } : null;
}

async function moment(engine: Engine, table: string, rows: number, column: RawColumn): Promise<Sql> {
  const value = momentValue(column, await momentFormat(engine, table, rows, column));
  return sql`CASE WHEN isfinite(${value}) THEN CAST(epoch_us(${value}) AS DOUBLE) / 1000 END`;
}

async function someRead(engine: Engine, table: string, rows: number, column: RawColumn, value: Sql): Promise<boolean> {
  const stride = Math.max(1, Math.floor(rows / SOME_ROWS));
  const some = await engine.query(sql`
    SELECT CAST(count(*) AS DOUBLE) AS given, CAST(count(${value}) AS DOUBLE) AS parsed
    FROM ${name(table)} r WHERE rowid % ${stride} = 0 AND ${hasValue(column)}`);
  return single(some, "parsed") * 2 >= single(some, "given") && single(some, "parsed") > 0;
}
