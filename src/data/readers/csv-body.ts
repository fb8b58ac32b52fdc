import type { CsvHead } from "./csv-head";
import { gunzip } from "./gzip";
import { asUtf8, type TextEncodingLabel } from "./text-encoding";

/** How the bytes are prepared for DuckDB, which reads UTF-8 with one kind of line end. */
export interface BodyPlan {
  readonly encoding: TextEncodingLabel;
  readonly unixLines: boolean;
}

/** A file that begins at its first record of data, or, when `skip` is set, so many lines before it. */
export interface CsvBody {
  readonly blob: Blob;
  readonly compressed: boolean;
  readonly skip: number;
}

/**
 * The data after the header as a file for DuckDB: a slice of the handle where nothing must change, so nothing is copied.
 * A header that spans lines makes a gzip file be unpacked first.
 */
export async function csvBody(file: Blob, head: CsvHead, plan: BodyPlan): Promise<CsvBody> {
  const untouched = plan.encoding === "utf-8" && !plan.unixLines;
  const prefix = head.text.slice(0, head.dialect.start);
  if (untouched && !head.gzip) return { blob: file.slice(head.mark + utf8Length(prefix)), compressed: false, skip: 0 };
  const lines = linesBefore(head);
  if (untouched && lines <= 1) return { blob: file, compressed: true, skip: lines };
  const unpacked = head.gzip ? gunzip(file) : (file.stream() as ReadableStream<Uint8Array>);
  const blob = await asUtf8(unpacked, plan.encoding, plan.unixLines);
  const start = utf8Length(plan.unixLines ? prefix.replaceAll(/\r\n?/gu, "\n") : prefix);
  return { blob: blob.slice(start), compressed: false, skip: 0 };
}

/** Lines of the file before its first record of data. */
export function linesBefore(head: CsvHead): number {
  return head.text.slice(0, head.dialect.start).match(/\r\n|\r|\n/gu)?.length ?? 0;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
