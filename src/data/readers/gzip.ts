import type { SourceFile } from "../source";
import { UserError } from "../user-error";

/** True when the bytes begin like a gzip member. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/** The unpacked bytes as a stream; a file of several members fails after the first, as the browser has it. */
export function gunzip(file: Blob): ReadableStream<Uint8Array<ArrayBuffer>> {
  return file.stream().pipeThrough(new DecompressionStream("gzip")) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** Bytes from the front of a file; `complete` when there are no more. */
export interface Front {
  readonly bytes: Uint8Array;
  readonly complete: boolean;
}

/** At least `limit` unpacked bytes, or all there are. Throws a UserError for a damaged file. */
export async function unpackedFront(file: SourceFile, limit: number): Promise<Front> {
  const reader = gunzip(file.blob).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    while (size < limit) {
      const { done, value } = await reader.read();
      if (done) return { bytes: await together(chunks), complete: true };
      chunks.push(value);
      size += value.length;
    }
    await reader.cancel();
  } catch (error) {
    if (size === 0 || !isTrailing(error)) throw broken(file);
  }
  return { bytes: await together(chunks), complete: false };
}

async function together(chunks: readonly BlobPart[]): Promise<Uint8Array> {
  return new Uint8Array(await new Blob([...chunks]).arrayBuffer());
}

/**
 * Unpacks the file to nowhere, because DuckDB silently stops at the end of a file that was cut short. Throws a UserError
 * for one that is cut or corrupt. Several members in one file are left to DuckDB, which reads them all.
 */
export async function checkGzip(file: SourceFile): Promise<void> {
  try {
    await gunzip(file.blob).pipeTo(new WritableStream());
  } catch (error) {
    if (!isTrailing(error)) throw broken(file);
  }
}

/** The words of the browsers and of Node for bytes after the first member. */
function isTrailing(error: unknown): boolean {
  const said =
    error instanceof Error ? `${error.message} ${String((error as { code?: unknown }).code)}` : String(error);
  return /junk|trailing|extra bytes|unexpected input/iu.test(said);
}

function broken(file: SourceFile): UserError {
  return new UserError(
    `“${file.name}” is a damaged or incomplete gzip file.`,
    "Get it again, or unpack it first and open the result.",
  );
}
