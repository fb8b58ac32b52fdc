import type { TextReader } from "../data/readers/text/text-plan";
import type { Findings, SourceFile } from "../data/source";

/** One column of a Parquet file. */
export interface ParquetColumn {
  /** As the table will call it: never empty, unlike any other when case is ignored. */
  readonly name: string;
  /** As the file calls it; may be empty or repeated. */
  readonly fileName: string;
  /** DuckDB's type on arrival; null when the column cannot be read. */
  readonly type: string | null;
  /** What was changed on the way, or why the column is left out, as a sentence; null when there is nothing to say. */
  readonly note: string | null;
}

/** What the footer of a Parquet file says. */
export interface ParquetDescription {
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
}

/** Receives one batch as a complete Arrow IPC stream. The next batch but one is read after it settles; false stops. */
export type OnBatch = (ipc: Uint8Array, rows: number) => Promise<boolean> | boolean;

export interface ReadOptions {
  /** Rows per batch, default 65,536. */
  readonly batchSize?: number;
  /** Stop once at least this many rows were handed over; where row groups are small, a batch more may come. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** Formats that become Parquet before they are read, and archives: workbooks become Parquet, others the files inside. */
export type ForeignFormat = "json" | "arrow" | "zip";

/** Hears the share done, in 0 … 1. */
export type OnShare = (share: number) => void;

/** The files that a foreign one became, in order: Parquet files of one schema, or what was in the archive. */
export interface Unpacked {
  /** What the Parquet files were before, or that these are files of any format. */
  readonly became: "json" | "arrow" | "xlsx" | "files";
  readonly files: readonly SourceFile[];
  readonly findings: Findings;
}

/**
 * Reads and writes Parquet. The browser's lives in a worker (`startReader`), the unit tests' in the same process
 * (`startParquet`). Every method rejects with a UserError for a file that is damaged, encrypted or unsupported and with
 * an AbortError when the signal fires.
 */
export interface ParquetReader {
  /** Reads delimited text beside; absent where that is done in this thread. */
  readonly text?: TextReader;
  describe(file: Blob): Promise<ParquetDescription>;
  /**
   * Reads the columns of these file names in physical row order; their order is the file's, not the request's.
   * Resolves to the number of rows handed over.
   */
  read(file: Blob, fileNames: readonly string[], onBatch: OnBatch, options?: ReadOptions): Promise<number>;
  /**
   * Turns a file of another format into Parquet, or an archive into its files. Everything it can say about the file is in
   * the findings. `columns` are those that a table of JSON gets first, whether its records name them or not.
   */
  unpack(
    file: SourceFile,
    format: ForeignFormat,
    told?: OnShare,
    signal?: AbortSignal,
    columns?: readonly string[],
  ): Promise<Unpacked>;
  /** One Arrow IPC stream as a Parquet file (zstd), types kept. The stream's bytes may be taken, not copied. */
  write(ipc: Uint8Array): Promise<Uint8Array>;
}
