import type { SourceFile } from "../source";
import { UserError } from "../user-error";
import { UnpackLimit } from "./unpack-limit";

/** True when the bytes begin like a gzip member. */
export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The unpacked bytes as a stream, which fails with a UserError where they pass the limit. A file of several members fails
 * after the first, as the browser has it. `onPacked` hears of every piece of the packed file that was taken.
 */
export function gunzip(
  file: Blob,
  limit = new UnpackLimit({ fileName: "The gzip file" }),
  onPacked: (size: number) => void = () => undefined,
): ReadableStream<Bytes> {
  const packed = file.stream().pipeThrough(
    counted((size) => {
      limit.add(size, 0);
      onPacked(size);
    }),
  );
  return packed.pipeThrough(new DecompressionStream("gzip")).pipeThrough(counted((size) => limit.add(0, size)));
}

function counted(count: (size: number) => void): TransformStream<Bytes, Bytes> {
  return new TransformStream({
    transform(chunk, controller) {
      count(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

/** Bytes from the front of a file; `complete` when there are no more. */
export interface Front {
  readonly bytes: Uint8Array;
  readonly complete: boolean;
}

/** At least `limit` unpacked bytes, or all there are. Throws a UserError for a damaged file. */
export async function unpackedFront(file: SourceFile, limit: number): Promise<Front> {
  const reader = gunzip(file.blob, new UnpackLimit({ fileName: file.name })).getReader();
  const chunks: Bytes[] = [];
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
    if (size === 0 || !isTrailing(error)) throw explained(error, file);
  }
  return { bytes: await together(chunks), complete: false };
}

async function together(chunks: readonly BlobPart[]): Promise<Uint8Array> {
  return new Uint8Array(await new Blob([...chunks]).arrayBuffer());
}

/**
 * Unpacks the file to nowhere, because DuckDB silently stops at the end of a file that was cut short and knows no limit.
 * Throws a UserError for one that is cut, corrupt or unpacks to too much. Several members in one file are left to DuckDB,
 * which reads them all.
 */
export async function checkGzip(file: SourceFile): Promise<void> {
  try {
    await gunzip(file.blob, new UnpackLimit({ fileName: file.name })).pipeTo(new WritableStream());
  } catch (error) {
    if (!isTrailing(error)) throw explained(error, file);
  }
}

/** The words of the browsers and of Node for bytes after the first member. */
function isTrailing(error: unknown): boolean {
  if (error instanceof UserError) return false;
  const said =
    error instanceof Error ? `${error.message} ${String((error as { code?: unknown }).code)}` : String(error);
  return /junk|trailing|extra bytes|unexpected input/iu.test(said);
}

function explained(error: unknown, file: SourceFile): UserError {
  if (error instanceof UserError) return error;
  return new UserError(
    `“${file.name}” is a damaged or incomplete gzip file.`,
    "Get it again, or unpack it first and open the result.",
  );
}

/** A gzip file of several members, which the browser's own unpacking does not read beyond the first. */
export class SeveralMembers extends Error {}

/**
 * The unpacked bytes piece by piece. Throws a UserError for a file that is cut, corrupt or unpacks to too much, and
 * `SeveralMembers` after the first of several members.
 */
export async function* unpacked(file: SourceFile, onPacked?: (size: number) => void): AsyncGenerator<Uint8Array> {
  const reader = gunzip(file.blob, new UnpackLimit({ fileName: file.name }), onPacked).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw isTrailing(error) ? new SeveralMembers("The file has several gzip members.") : explained(error, file);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
