import { csvHead } from "./readers/text/csv-head";
import { records } from "./readers/text/csv-records";
import type { Source, SourceFile } from "./source";

/**
 * About how many rows a source has: what it says itself or, of text, what the length of its first records lets expect.
 * Null for packed text, whose length nobody knows before it is unpacked.
 */
export async function likelyRows({ rows, files }: Source): Promise<number | null> {
  if (rows !== null) return rows;
  const each = await Promise.all(files.map(rowsOfText));
  return each.reduce<number | null>((sum, some) => (sum === null || some === null ? null : sum + some), 0);
}

async function rowsOfText(file: SourceFile): Promise<number | null> {
  const { gzip, encoding, text, complete, dialect } = await csvHead(file);
  if (gzip) return null;
  const body = text.slice(dialect.start);
  const first = records(body, dialect.format, complete, dialect.columns.length);
  if (complete || first.length === 0) return first.length;
  const seen = body.slice(0, first.at(-1)?.end ?? 0);
  const bytes = encoding === "utf-8" ? new TextEncoder().encode(seen).length : 2 * seen.length;
  return Math.round((file.blob.size / bytes) * first.length);
}
