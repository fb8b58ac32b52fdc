import type { Engine } from "../engine";
import type { LoadReport, RejectedRow, Source } from "../source";
import { joined, name, sql } from "../sql";
import { UserError } from "../user-error";
import type { LoadOptions } from "./load-parquet";
import { readCsvFile } from "./read-csv-file";

const SAMPLES = 20;

/**
 * Reads the wanted columns of delimited files, in their order, into a new table of VARCHAR columns: every value is the
 * exact text of the file, an empty field the empty string, NULL only where a record is short of fields. Records that do
 * not have the header's number of fields are refused and counted, whichever columns are wanted, so two tables of one
 * source have the same rows. DuckDB does not say how far it is inside a file; progress moves from file to file.
 */
export async function loadCsv(
  source: Source,
  wanted: readonly string[],
  table: string,
  engine: Engine,
  options: LoadOptions,
): Promise<LoadReport> {
  const columns = source.columns.filter((column) => wanted.includes(column.name));
  if (columns.length === 0)
    throw new UserError("None of the chosen columns is in the file.", "Choose columns that it has.");
  const [all, chosen] = [source.columns, columns].map((some) => some.map((column) => column.name));
  const samples: RejectedRow[] = [];
  const notes = new Set<string>();
  let [rows, rejected, bytes] = [0, 0, 0];
  const tell = (rowsTotal: number | null): void =>
    options.onProgress?.({ rows, rowsTotal, bytes, bytesTotal: source.bytes });
  for (const [index, file] of source.files.entries()) {
    options.signal?.throwIfAborted();
    tell(null);
    const target = index === 0 ? table : `${table} part`;
    const part = await readCsvFile(file, all ?? [], chosen ?? [], target, engine, options.signal);
    if (index > 0) await append(engine, target, table);
    [rows, rejected, bytes] = [rows + part.rows, rejected + part.rejects.count, bytes + file.blob.size];
    samples.push(...part.rejects.samples);
    for (const note of part.notes) notes.add(note);
  }
  tell(rows);
  return { table, rows, columns, rejected, rejectSamples: samples.slice(0, SAMPLES), notes: [...notes] };
}

async function append(engine: Engine, part: string, table: string): Promise<void> {
  await engine.query(sql`INSERT INTO ${name(table)} SELECT * FROM ${name(part)}`);
  await engine.query(joined([sql`DROP TABLE`, name(part)], " "));
}
