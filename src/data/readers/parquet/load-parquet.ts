import type { ParquetColumn, ParquetDescription, ParquetReader } from "../../../workers/reader-contract";
import type { Engine } from "../../engine";
import { fillTable } from "../../fill-table";
import type { LoadProgress, LoadReport, Source, SourceFile } from "../../source";
import { isPlain } from "../../plain-tables";
import { joined, name, sql, type Sql } from "../../sql";
import { UserError } from "../../user-error";
import { emptyImpossibleMoments } from "./calendar";

/** For both formats. */
export interface LoadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: LoadProgress) => void;
  /** Rows of each Parquet file to read; all when absent. Not for CSV. */
  readonly limit?: number;
  /** A table that keeps every record of text that is refused: file, line, reason, text. Without it they are only counted. */
  readonly rejects?: string;
  /** A table that keeps every record of text that was mended, see `mended-lines.ts`. */
  readonly mended?: string;
}

/** DuckDB types that this reader declares; a type is text in SQL, so it must be one of these. */
const DECLARED =
  /^(?:VARCHAR|BOOLEAN|FLOAT|DOUBLE|DATE|TIME(?:_NS)?|TIMESTAMP(?:_S|_MS|_NS)?|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT)|DECIMAL\(\d+,\d+\))$/u;

/**
 * Reads the wanted columns of Parquet files, in their order, into a new table whose types are declared first, so that a
 * file without rows makes a table too and repeated names never meet. Columns come in the file's order.
 */
export async function loadParquet(
  source: Source,
  wanted: readonly string[],
  table: string,
  engine: Engine,
  reader: ParquetReader,
  options: LoadOptions,
): Promise<LoadReport> {
  let columns: readonly Arriving[] | null = null;
  let rows = 0;
  const notes = new Set<string>();
  const tell = (): void => {
    const share = source.rows === null || source.rows === 0 ? 0 : rows / source.rows;
    const bytes = Math.round(share * source.bytes);
    options.onProgress?.({ rows, rowsTotal: source.rows, bytes, bytesTotal: source.bytes });
  };
  tell();
  for (const file of source.files) {
    const description = await reader.describe(file.blob);
    const here = arriving(description, new Set(wanted));
    if (columns === null) await engine.query(createTable(table, here, source.rows ?? Infinity));
    columns ??= here;
    for (const note of notesOn(description)) notes.add(note);
    await fillTable(engine, table, (insert) =>
      insertFile(file, description, here, reader, options, async (ipc, count) => {
        await insert(ipc);
        rows += count;
        tell();
      }),
    );
  }
  const arrived = (columns ?? []).map(({ name: label, type }) => ({ name: label, type }));
  for (const note of await emptyImpossibleMoments(engine, table, arrived)) notes.add(note);
  return {
    table,
    rows,
    columns: arrived,
    rejected: 0,
    rejectSamples: [],
    notes: [...notes],
  };
}

/** A file that yields fewer rows than its footer promises was cut or corrupted: never a shorter table. */
async function insertFile(
  file: SourceFile,
  description: ParquetDescription,
  columns: readonly Arriving[],
  reader: ParquetReader,
  { signal, limit }: LoadOptions,
  insert: (ipc: Uint8Array, rows: number) => Promise<void>,
): Promise<void> {
  const fileNames = [...new Set(columns.map((column) => column.fileName))];
  const onBatch = async (ipc: Uint8Array, rows: number): Promise<boolean> => {
    await insert(ipc, rows);
    return signal?.aborted !== true;
  };
  const read = await reader.read(file.blob, fileNames, onBatch, {
    ...(signal === undefined ? {} : { signal }),
    ...(limit === undefined ? {} : { limit }),
  });
  if (limit === undefined ? read === description.rows : read >= Math.min(description.rows, limit)) return;
  throw new UserError(
    `“${file.name}” promises ${description.rows} rows but holds ${read}.`,
    "The file was cut short; get it again.",
  );
}

interface Arriving extends ParquetColumn {
  readonly type: string;
}

/** The wanted columns and those that the reader cannot tell apart from them: the same name again, or “name.more”. */
function arriving(description: ParquetDescription, wanted: ReadonlySet<string>): readonly Arriving[] {
  const chosen = description.columns.filter((column) => wanted.has(column.name));
  const comes = (column: ParquetColumn): boolean =>
    chosen.some((one) => one.fileName === column.fileName || column.fileName.startsWith(`${one.fileName}.`));
  const columns = description.columns.filter(comes);
  const unreadable = columns.find((column) => column.type === null);
  if (unreadable !== undefined)
    throw new UserError(
      `The column “${unreadable.name}” cannot be read: ${unreadable.note ?? "its type is unknown"}.`,
      "Write the file without it and open that.",
    );
  if (columns.length === 0)
    throw new UserError("None of the chosen columns is in the file.", "Choose columns that it has.");
  return columns.flatMap((column) => (column.type === null ? [] : [{ ...column, type: column.type }]));
}

function createTable(table: string, columns: readonly Arriving[], rows: number): Sql {
  // Batches come through another connection, which does not see temporary tables.
  const kept = isPlain(rows, columns.length) ? sql`USING COMPRESSION uncompressed` : sql``;
  const declared = columns.map((column) => {
    if (!DECLARED.test(column.type)) throw new RangeError(`“${column.type}” is not a type of this reader.`);
    return joined([name(column.name), { text: column.type, values: [] }, kept], " ");
  });
  return sql`CREATE TABLE ${name(table)} (${joined(declared)})`;
}

/** What happened to columns on the way, as sentences. */
function notesOn(description: ParquetDescription): readonly string[] {
  return description.columns.flatMap((column) => {
    const renamed =
      column.name === column.fileName ? [] : [`A column named “${column.fileName}” is called “${column.name}” here.`];
    if (column.note === null) return renamed;
    return [
      ...renamed,
      column.type === null
        ? `The column “${column.name}” was left out: ${column.note}.`
        : `About the column “${column.name}”: ${column.note}.`,
    ];
  });
}
