import type { SourceFile } from "../../source";
import type { SwappedColumns } from "../../text-account";
import type { CsvFormat } from "./csv-format";
import type { RecordCount } from "./record-counter";
import type { UsualValues } from "./swapped-fields";
import type { TextEncodingLabel } from "./text-encoding";

/** How one delimited file is to be read, as its head has it. Plain, so that it can go to another thread. */
export interface TextPlan {
  readonly format: CsvFormat;
  readonly encoding: TextEncodingLabel;
  readonly gzip: boolean;
  /** All that stands before the first record of data: titles and the header. */
  readonly prefix: string;
  /** Fields of a record. */
  readonly width: number;
  /** Places of the fields that the table takes, in its order. */
  readonly wanted: readonly number[];
  /** Fields missing at the end of a record are then empty. */
  readonly padded: boolean;
  /** All columns' names, and what they usually hold. */
  readonly names: readonly string[];
  readonly usual: readonly UsualValues[];
}

/** What became of the records of one file. */
export interface TextRead {
  readonly rows: number;
  readonly rejected: number;
  readonly blank: number;
  /** Lines of the file that rows, rejects and blank lines took, and those of the prefix. */
  readonly lines: number;
  /** Records that were cut to the header's width, since nothing stood beyond it. */
  readonly trimmed: number;
  /** Records that were short of fields at the end. */
  readonly padded: number;
  /** Fields whose quotes were not as they should be, read as best they could. */
  readonly loose: number;
  /** Lines read as Windows-1252 among UTF-8. */
  readonly windowsLines: number;
  /** The first line of each such repair, for a person to look at. */
  readonly samples: readonly TextSample[];
  readonly swapped: readonly SwappedColumns[];
  /** The independent count of the same bytes. */
  readonly count: RecordCount;
}

export interface TextSample {
  readonly what: "trimmed" | "padded" | "loose" | "windows-1252";
  readonly line: number;
  readonly text: string;
}

/**
 * Receives rows, refused records (file line, reason, text) or mended ones (first and last line, what, text), as a complete
 * Arrow IPC stream. False stops.
 */
export type OnText = (
  ipc: Uint8Array,
  rows: number,
  what: "rows" | "rejects" | "repairs",
) => Promise<boolean> | boolean;

/** Hears how many bytes of the file were taken so far, now and then. */
export type OnBytes = (bytes: number) => void;

/** Reads delimited text; the browser's lives in a worker. */
export interface TextReader {
  /** Counts the records of the file; null where it cannot be unpacked as a stream. Rejects with a UserError. */
  count(file: SourceFile, plan: TextPlan, onBytes?: OnBytes): Promise<RecordCount | null>;
  /** Reads the file whatever its oddities: every record becomes a row or a reject. Rejects with a UserError. */
  read(file: SourceFile, plan: TextPlan, onText: OnText, signal?: AbortSignal, onBytes?: OnBytes): Promise<TextRead>;
}
