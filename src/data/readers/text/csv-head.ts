import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { csvDialect, type CsvDialect } from "./csv-dialect";
import { isGzip, unpackedFront, type Front } from "../gzip";
import { encodingOf, markLength, TextPieces, type TextEncodingLabel } from "./text-encoding";

/** What the first quarter of a megabyte of a delimited file tells. */
export interface CsvHead {
  readonly gzip: boolean;
  readonly encoding: TextEncodingLabel;
  /** UTF-8 as far as it was read. */
  readonly plain: boolean;
  /** Without a byte-order mark. */
  readonly text: string;
  /** Bytes of the byte-order mark. */
  readonly mark: number;
  /** The head is the whole file. */
  readonly complete: boolean;
  readonly dialect: CsvDialect;
}

const HEAD_BYTES = 256 * 1024;
const DIALECT_CHARACTERS = 48 * 1024;

/** Reads and understands the head. Throws a UserError for what is not text. */
export async function csvHead(file: SourceFile): Promise<CsvHead> {
  const gzip = isGzip(new Uint8Array(await file.blob.slice(0, 2).arrayBuffer()));
  const { bytes, complete } = gzip ? await unpackedFront(file, HEAD_BYTES) : await plainFront(file.blob);
  if (bytes.length === 0) throw new UserError(`“${file.name}” is empty.`, "Choose a file with a header and data.");
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && controls(bytes) > bytes.length / 20) throw notText(file);
  const pieces = new TextPieces(encoding);
  const text = pieces.push(bytes, complete) || pieces.push(new Uint8Array(0), true);
  const mark = markLength(bytes, encoding);
  const plain = encoding === "utf-8" && pieces.windowsLines === 0;
  return { gzip, encoding, plain, text, mark, complete, dialect: dialectOf(text, complete) };
}

async function plainFront(blob: Blob): Promise<Front> {
  const bytes = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  return { bytes, complete: bytes.length === blob.size };
}

/** From the first part only, so that the page stays responsive; from all of it where that holds no whole record. */
function dialectOf(text: string, complete: boolean): CsvDialect {
  if (text.length <= DIALECT_CHARACTERS) return csvDialect(text, complete);
  const part = csvDialect(text.slice(0, DIALECT_CHARACTERS), false);
  return part.columns.length > 0 ? part : csvDialect(text, complete);
}

/** Bytes that text does not hold: controls other than tab, line and form feed, return, and those that part fields. */
function controls(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => count + Number(byte < 32 && !TEXT_CONTROLS.has(byte)), 0);
}

const TEXT_CONTROLS: ReadonlySet<number> = new Set([1, 9, 10, 12, 13, 28, 29, 30, 31]);

function notText(file: SourceFile): UserError {
  return new UserError(
    `“${file.name}” is not a text table.`,
    "Open a Parquet, CSV or TSV file, or one of the latter two as .gz.",
  );
}
