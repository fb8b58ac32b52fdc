import { numbers, texts, type Engine } from "../../engine";
import { createRejects } from "../../rejected-rows";
import type { LoadReport, RejectedRow, Source } from "../../source";
import type { TextAccount } from "../../text-account";
import { joined, name, sql } from "../../sql";
import { UserError } from "../../user-error";
import type { LoadOptions } from "../parquet/load-parquet";
import { readCsvFile } from "./read-csv-file";
import type { OnBytes, TextReader } from "./text-plan";

const SAMPLES = 20;

/**
 * Reads the wanted columns of delimited files, in their order, into a new table of VARCHAR columns: every value is the
 * exact text of the file, an empty field the empty string, NULL only where a record is short of fields. Records that do
 * not have the header's number of fields are refused, counted and kept, whichever columns are wanted, so two tables of
 * one source have the same rows. Progress tells bytes within a file and rows from file to file.
 */
export async function loadCsv(
  source: Source,
  wanted: readonly string[],
  table: string,
  engine: Engine,
  text: TextReader,
  options: LoadOptions,
): Promise<LoadReport> {
  const columns = source.columns.filter((column) => wanted.includes(column.name));
  if (columns.length === 0)
    throw new UserError("None of the chosen columns is in the file.", "Choose columns that it has.");
  const [all, chosen] = [source.columns, columns].map((some) => some.map((column) => column.name));
  const rejects = options.rejects ?? `${table} refused`;
  const mended = options.mended ?? null;
  const accounts: TextAccount[] = [];
  const notes = new Set<string>();
  let [rows, bytes] = [0, 0];
  const tell = (rowsTotal: number | null, within = 0): void =>
    options.onProgress?.({ rows, rowsTotal, bytes: bytes + within, bytesTotal: source.bytes });
  await createRejects(engine, rejects);
  for (const [index, file] of source.files.entries()) {
    options.signal?.throwIfAborted();
    tell(null);
    const target = index === 0 ? table : `${table} part`;
    await engine.query(sql`DROP TABLE IF EXISTS ${name(target)}`);
    const job = { file, columns: all ?? [], wanted: chosen ?? [], table: target, rejects, mended, engine, text };
    // Told from another thread, so some of it may come when the file has been read.
    const onBytes: OnBytes = (within) => {
      if (accounts.length === index) tell(null, within);
    };
    const part = await readCsvFile({ ...job, signal: options.signal, onBytes });
    if (index > 0) await append(engine, target, table);
    accounts.push(part.account);
    for (const note of part.notes) notes.add(note);
    [rows, bytes] = [rows + part.account.rows, bytes + file.blob.size];
  }
  tell(rows);
  const rejectSamples = await sampled(engine, rejects);
  if (options.rejects === undefined) await engine.query(sql`DROP TABLE ${name(rejects)}`);
  const rejected = accounts.reduce((sum, account) => sum + account.rejected, 0);
  return { table, rows, columns, rejected, rejectSamples, notes: [...notes], text: accounts };
}

async function append(engine: Engine, part: string, table: string): Promise<void> {
  await engine.query(sql`INSERT INTO ${name(table)} SELECT * FROM ${name(part)}`);
  await engine.query(joined([sql`DROP TABLE`, name(part)], " "));
}

async function sampled(engine: Engine, table: string): Promise<readonly RejectedRow[]> {
  const answer = await engine.query(sql`
    SELECT file, CAST(line AS DOUBLE) AS line, reason, left("text", 200) AS record FROM ${name(table)} ORDER BY rowid LIMIT ${SAMPLES}`);
  const [files, reasons, records] = [texts(answer, "file"), texts(answer, "reason"), texts(answer, "record")];
  return Array.from(numbers(answer, "line"), (line, index) => ({
    file: files[index] ?? "",
    line,
    reason: reasons[index] ?? "",
    text: records[index] ?? "",
  }));
}
