import type { ParquetReader } from "../workers/reader-contract";
import type { Engine } from "./engine";
import { loadParquet } from "./readers/parquet/load-parquet";
import type { Source } from "./source";
import { name, sql } from "./sql";

const COLUMNS = ["file", "line", "reason", "text"];

/** Adds what was refused before a table was made to the table of refused records, every record whole. */
export async function loadRejects(
  source: Source,
  table: string,
  deps: { readonly engine: Engine; readonly reader: ParquetReader; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { engine, reader, signal } = deps;
  const { rejects } = source.findings;
  if (rejects.length === 0) return;
  const part = name(`${table} part`);
  const refused = { ...source, files: rejects, rows: source.findings.rejected };
  await engine.query(sql`DROP TABLE IF EXISTS ${part}`);
  await loadParquet(refused, COLUMNS, `${table} part`, engine, reader, signal === undefined ? {} : { signal });
  await engine.query(sql`INSERT INTO ${name(table)}
    SELECT file, CAST(line AS BIGINT), reason, "text" FROM ${part} ORDER BY rowid`);
  await engine.query(sql`DROP TABLE ${part}`);
}
