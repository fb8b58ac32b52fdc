import type { ParquetReader } from "../workers/reader-contract";
import type { Engine } from "./engine";
import { csvHead } from "./readers/csv-head";
import { records } from "./readers/csv-records";
import { formatOf } from "./readers/file-format";
import { loadCsv } from "./readers/load-csv";
import { loadParquet, type LoadOptions } from "./readers/load-parquet";
import type { LoadReport, Source, SourceColumn, SourceFile } from "./source";
import { joined, name, sql } from "./sql";
import { UserError } from "./user-error";

/** What opening needs: the engine that holds the tables and the reader of Parquet. */
export interface OpenDeps {
  readonly engine: Engine;
  readonly reader: ParquetReader;
}

/** A file as a person gives it, or a name and its bytes. */
export type ReadableFile = SourceFile | File;

/**
 * Looks at files without loading them: format by content, columns, types, rows where the format says so. Several files
 * are one source, in the order of their names. Throws a UserError for an empty, unknown or unreadable file and for files
 * whose columns differ, naming the first difference.
 */
export async function inspect(files: readonly ReadableFile[], { reader }: Pick<OpenDeps, "reader">): Promise<Source> {
  const sorted = files
    .map((file) => ("blob" in file ? file : { name: file.name, blob: file }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const looks: Look[] = [];
  for (const file of sorted) looks.push(await lookAt(file, reader));
  const first = looks[0];
  if (first === undefined) throw new UserError("No file was given.", "Choose a Parquet, CSV or TSV file.");
  for (const look of looks) refuseDifference(first, look);
  return {
    format: first.format,
    label: sorted.length === 1 ? first.file.name : `${sorted.length} files: ${first.file.name} …`,
    files: sorted,
    columns: first.columns,
    rows: looks.reduce<number | null>((sum, look) => (sum === null || look.rows === null ? null : sum + look.rows), 0),
    bytes: sorted.reduce((sum, file) => sum + file.blob.size, 0),
  };
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
    if (source.format === "csv") return await loadCsv(source, columns, table, engine, options);
    return await loadParquet(source, columns, table, engine, reader, options);
  } catch (error) {
    await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
    throw error;
  }
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
  const body = records(text.slice(dialect.start), dialect.delimiter, complete).slice(0, rows);
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

interface Look {
  readonly file: SourceFile;
  readonly format: Source["format"];
  readonly columns: readonly SourceColumn[];
  readonly rows: number | null;
}

async function lookAt(file: SourceFile, reader: ParquetReader): Promise<Look> {
  const format = await formatOf(file);
  if (format === "csv") {
    const { dialect } = await csvHead(file);
    return { file, format, columns: dialect.columns.map((column) => ({ name: column, type: "VARCHAR" })), rows: null };
  }
  const { columns, rows } = await reader.describe(file.blob).catch((error: unknown) => {
    throw named(error, file.name);
  });
  const readable = columns.flatMap(({ name: column, type }) => (type === null ? [] : [{ name: column, type }]));
  if (readable.length === 0)
    throw new UserError(
      `“${file.name}” has no column that can be read.`,
      "Write it with plain columns: numbers, text, times.",
    );
  return { file, format, columns: readable, rows };
}

/** The reader knows bytes and no names; of several files, a person must know which one it means. */
function named(error: unknown, fileName: string): unknown {
  return error instanceof UserError ? new UserError(`“${fileName}”: ${error.message}`, error.next) : error;
}

function refuseDifference(first: Look, look: Look): void {
  const difference = firstDifference(first, look);
  if (difference === null) return;
  throw new UserError(
    `“${look.file.name}” does not fit “${first.file.name}”: ${difference}.`,
    "Open files of one kind together, and others on their own.",
  );
}

function firstDifference(first: Look, look: Look): string | null {
  if (first.format !== look.format) return `one is ${look.format === "csv" ? "text" : "Parquet"}, the other is not`;
  for (let index = 0; index < Math.max(first.columns.length, look.columns.length); index++) {
    const [one, other] = [first.columns[index], look.columns[index]];
    if (one === undefined || other === undefined)
      return `it has ${look.columns.length} columns, not ${first.columns.length}`;
    if (one.name !== other.name) return `its column ${index + 1} is “${other.name}”, not “${one.name}”`;
    if (one.type !== other.type) return `its column “${one.name}” holds ${other.type}, not ${one.type}`;
  }
  return null;
}
