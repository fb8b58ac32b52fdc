import type { ParquetReader } from "../../workers/reader-contract";
import { texts, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";

/** Types that Arrow's Parquet has no place for in all their values: kept exact, as text. */
const NO_PLACE = /^(?:U?HUGEINT|TIME_NS|INTERVAL|BIT|TIME WITH TIME ZONE)$/u;

/**
 * The rows of a statement as a Parquet file (zstd), every column with the type that the statement gives it; whole numbers
 * of 128 bits, times of day in nanoseconds, intervals and bits as text.
 */
export async function toParquet(engine: Engine, statement: Sql, writer: Pick<ParquetReader, "write">): Promise<Blob> {
  if (statement.values.length > 0) return throughTable(engine, statement, writer);
  const bytes = await writer.write(await engine.queryArrow(await placed(engine, statement)));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/vnd.apache.parquet" });
}

/** The types of a statement with bound values cannot be asked for before it has run: it runs into a table first. */
async function throughTable(engine: Engine, statement: Sql, writer: Pick<ParquetReader, "write">): Promise<Blob> {
  const table = name(`export ${crypto.randomUUID()}`);
  await engine.query(sql`CREATE TEMP TABLE ${table} AS ${statement}`);
  try {
    return await toParquet(engine, sql`SELECT * FROM ${table} ORDER BY rowid`, writer);
  } finally {
    await engine.query(sql`DROP TABLE IF EXISTS ${table}`);
  }
}

async function placed(engine: Engine, statement: Sql): Promise<Sql> {
  const described = await engine.query(sql`SELECT column_name, column_type FROM (DESCRIBE ${statement})`);
  const types = texts(described, "column_type");
  const misfits = texts(described, "column_name").filter((_, index) => NO_PLACE.test(types[index] ?? ""));
  if (misfits.length === 0) return statement;
  const replaced = misfits.map((column) => sql`CAST(${name(column ?? "")} AS VARCHAR) AS ${name(column ?? "")}`);
  return sql`SELECT * REPLACE (${joined(replaced)}) FROM (${statement})`;
}
