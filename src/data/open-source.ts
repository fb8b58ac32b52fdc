import type { ParquetReader } from "../workers/reader-contract";
import type { Engine } from "./engine";
import { csvHead } from "./readers/text/csv-head";
import { records } from "./readers/text/csv-records";
import { loadCsv } from "./readers/text/load-csv";
import { startText } from "./readers/text/text-reader";
import { loadParquet, type LoadOptions } from "./readers/parquet/load-parquet";
import { loadRejects } from "./load-rejects";
import { lookAt, refuseDifference, type Look } from "./look-at";
import { createMended } from "./mended-lines";
import { createRejects } from "./rejected-rows";
import type { Findings, LoadReport, Source, SourceFile } from "./source";
import { joined, name, sql } from "./sql";
import { byName, sourceFile, takeAgain, takeFiles, type Taken, type TakenFile, type TakeOptions } from "./take-files";
import { UserError } from "./user-error";

/** What opening needs: the engine that holds the tables and the reader of Parquet. */
export interface OpenDeps {
  readonly engine: Engine;
  readonly reader: ParquetReader;
}

/** A file as a person gives it, or a name and its bytes. */
export type ReadableFile = SourceFile | File;

/**
 * Looks at files without loading them: format by content, columns, types, rows where the format says so. Archives are
 * unpacked and other formats become Parquet, which may take a while. Several files are one source, in the order of their
 * names. Throws a UserError for an empty, unknown or unreadable file and for files whose columns differ, naming the first
 * difference.
 */
export async function inspect(
  files: readonly ReadableFile[],
  { reader, ...options }: Pick<OpenDeps, "reader"> & TakeOptions,
): Promise<Source> {
  if (files.length === 0) throw new UserError("No file was given.", "Choose a file with a table.");
  const all = await takeFiles(files.map(sourceFile).sort(byName), reader, options);
  const { given, files: taken, notes } = await alike(all, reader, options);
  const looks: Look[] = [];
  for (const file of taken) looks.push(await lookAt(file, reader));
  const [first] = looks;
  if (first === undefined) throw new UserError("No file was given.", "Choose a file with a table.");
  for (const look of looks) refuseDifference(first, look);
  const findings = taken.map((file) => file.findings);
  return {
    format: first.format,
    label: labelOf(given),
    files: looks.flatMap(({ parts }) => parts),
    given,
    findings: {
      rejected: findings.reduce((sum, { rejected }) => sum + rejected, 0),
      rejectSamples: findings.flatMap(({ rejectSamples }) => rejectSamples).slice(0, SAMPLES),
      rejects: findings.flatMap(({ rejects }) => rejects),
      notes: [...new Set([...notes, ...findings.flatMap((one) => one.notes)])],
    },
    columns: first.columns,
    rows: looks.reduce<number | null>((sum, look) => (sum === null || look.rows === null ? null : sum + look.rows), 0),
    bytes: given.reduce((sum, file) => sum + file.blob.size, 0),
  };
}

const SAMPLES = 20;

function labelOf(given: readonly SourceFile[]): string {
  const first = given[0]?.name ?? "";
  return given.length === 1 ? first : `${given.length} files: ${first} …`;
}

/** Records of JSON name what they have: files of it get the names of all, so that they make one table. */
async function alike(taken: Taken, reader: ParquetReader, { signal }: TakeOptions): Promise<Taken> {
  const again = taken.files.filter(({ from }) => from !== null);
  if (again.length < 2 || again.length < taken.files.length) return taken;
  const names = await Promise.all(
    taken.files.map(async (file) => (await lookAt(file, reader)).columns.map((column) => column.name)),
  );
  if (names.every((some) => JSON.stringify(some) === JSON.stringify(names[0]))) return taken;
  const all = [...new Set(names.flat())];
  const files: TakenFile[] = [];
  for (const file of taken.files) files.push(await takeAgain(file, all, reader, signal));
  return { ...taken, files };
}

/**
 * Reads the wanted columns into a new table (one of that name is replaced). Rows keep their order, file after file, so
 * the table's rowid is the row's place in the source, the same for every choice of columns. The table's columns come in
 * the source's order. On failure or abort no table is left.
 */
export async function load(
  source: Source,
  columns: readonly string[],
  table: string,
  { engine, reader, ...options }: OpenDeps & LoadOptions,
): Promise<LoadReport> {
  await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
  try {
    if (options.mended !== undefined) await createMended(engine, options.mended);
    const report =
      source.format === "csv"
        ? await loadCsv(source, columns, table, engine, reader.text ?? startText(), options)
        : await loadParquet(source, columns, table, engine, reader, options);
    // Makes small what arrived in pieces.
    await engine.query(sql`CHECKPOINT`);
    if (options.rejects !== undefined) {
      if (source.format !== "csv") await createRejects(engine, options.rejects);
      await loadRejects(source, options.rejects, { engine, reader, signal: options.signal });
    }
    return withFindings(report, source.findings);
  } catch (error) {
    await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
    throw error;
  }
}

function withFindings(report: LoadReport, { rejected, rejectSamples, notes }: Findings): LoadReport {
  return {
    ...report,
    rejected: report.rejected + rejected,
    rejectSamples: [...rejectSamples, ...report.rejectSamples].slice(0, SAMPLES),
    notes: [...notes, ...report.notes],
  };
}

/**
 * At most `rows` first values of each column as text, null for a null, in the order of the source's columns, without
 * loading it: enough to guess what a column means.
 */
export async function head(
  source: Source,
  rows: number,
  deps: OpenDeps,
): Promise<readonly (readonly (string | null)[])[]> {
  const first = source.files[0];
  if (first === undefined) throw new RangeError("A source has at least one file.");
  return source.format === "csv" ? csvRows(source, first, rows) : parquetRows(source, first, rows, deps);
}

async function csvRows(
  source: Source,
  file: SourceFile,
  rows: number,
): Promise<readonly (readonly (string | null)[])[]> {
  const { text, complete, dialect } = await csvHead(file);
  const body = records(text.slice(dialect.start), dialect.format, complete, dialect.columns.length).slice(0, rows);
  return source.columns.map((_, index) => body.map((record) => record.fields[index] ?? null));
}

async function parquetRows(
  source: Source,
  file: SourceFile,
  rows: number,
  { engine, reader }: OpenDeps,
): Promise<readonly (readonly (string | null)[])[]> {
  const table = `head ${crypto.randomUUID()}`;
  const columns = source.columns.map((column) => column.name);
  await loadParquet({ ...source, files: [file] }, columns, table, engine, reader, { limit: rows });
  try {
    return await tableHead(engine, table, columns, rows);
  } finally {
    await engine.query(sql`DROP TABLE ${name(table)}`);
  }
}

/** The first rows of these columns of a table, as text, by column; null for a null. */
export async function tableHead(
  engine: Engine,
  table: string,
  columns: readonly string[],
  rows: number,
): Promise<readonly (readonly (string | null)[])[]> {
  const shown = joined(columns.map((column) => sql`CAST(${name(column)} AS VARCHAR)`));
  const answer = await engine.query(sql`SELECT ${shown} FROM ${name(table)} WHERE rowid < ${rows} ORDER BY rowid`);
  return answer.columns.map((values) => (values instanceof Float64Array ? [...values].map(() => null) : values));
}
