import type { CsvHead } from "./csv-head";
import { lineEnds } from "./line-ends";

/** A file that begins at its first record of data, or, when `skip` is set, so many lines before it. */
export interface CsvBody {
  readonly blob: Blob;
  readonly compressed: boolean;
  readonly skip: number;
}

/**
 * The data after the header as a file for DuckDB: a slice of the handle, so nothing is copied. Null where bytes would
 * have to be changed first: another encoding, or a packed file whose header takes several lines.
 */
export function csvBody(file: Blob, head: CsvHead): CsvBody | null {
  if (!head.plain) return null;
  const prefix = head.text.slice(0, head.dialect.start);
  const bytes = new TextEncoder().encode(prefix).length;
  if (!head.gzip) return { blob: file.slice(head.mark + bytes), compressed: false, skip: 0 };
  const lines = lineEnds(prefix);
  return lines > 1 || (lines === 0 && head.mark > 0) ? null : { blob: file, compressed: true, skip: lines };
}
