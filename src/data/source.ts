import type { TextAccount } from "./text-account";

/** What files can hold; JSON also stands for lines of JSON. */
export type SourceFormat = "parquet" | "csv" | "json" | "arrow" | "xlsx";

/** A file (or several of one schema) before it is a table. */
export interface Source {
  readonly format: SourceFormat;
  /** "sessions.parquet", or "3 files: jan.csv …" */
  readonly label: string;
  /** What is read: text for CSV, Parquet for every other format, which were turned into it. */
  readonly files: readonly SourceFile[];
  /** What a person chose, before archives were unpacked and formats turned into others: this is what a fingerprint names. */
  readonly given: readonly SourceFile[];
  /** What opening them told already. */
  readonly findings: Findings;
  readonly columns: readonly SourceColumn[];
  /** Known before reading for all but CSV. */
  readonly rows: number | null;
  readonly bytes: number;
}

export interface SourceFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface SourceColumn {
  readonly name: string;
  /** DuckDB's type of the column as it will arrive; VARCHAR for every CSV column. */
  readonly type: string;
}

/** Told while a file is read. `rowsTotal` is null where the format does not say. */
export interface LoadProgress {
  readonly rows: number;
  readonly rowsTotal: number | null;
  readonly bytes: number;
  readonly bytesTotal: number;
}

/** What arrived: rows in the table, rows the reader refused and why, with samples. */
export interface LoadReport {
  readonly table: string;
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
  readonly rejected: number;
  readonly rejectSamples: readonly RejectedRow[];
  readonly notes: readonly string[];
  /** Of text files: where each one's records went. */
  readonly text?: readonly TextAccount[];
}

/** Rows refused and things to say, found before a table was made. */
export interface Findings {
  readonly rejected: number;
  /** The first of them, shortened. */
  readonly rejectSamples: readonly RejectedRow[];
  /** All of them, whole, as Parquet files with the text columns file, line, reason and text. */
  readonly rejects: readonly SourceFile[];
  readonly notes: readonly string[];
}

export interface RejectedRow {
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
  readonly text: string;
}
