import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { gunzip, isGzip } from "../gzip";
import { encodingOf } from "../text/text-encoding";
import { UnpackLimit } from "../unpack-limit";

/** Told how many bytes of the file were taken so far; throws to stop. */
export type OnBytes = (bytes: number) => void;

/** A stream may hand out a whole file at once. */
const PIECE = 1 << 18;
const REST_AFTER = 1 << 22;

/**
 * The text of a file, piece after piece, unpacked if it is gzip, without its byte-order mark. Throws a UserError for
 * damaged gzip, for one that unpacks to too much, and for bytes that are not of the file's encoding.
 */
export async function* textStream(file: SourceFile, onBytes: OnBytes): AsyncGenerator<string, void, undefined> {
  const packed = isGzip(new Uint8Array(await file.blob.slice(0, 2).arrayBuffer()));
  const stream = packed ? gunzip(file.blob, new UnpackLimit({ fileName: file.name })) : file.blob.stream();
  const reader = (stream as ReadableStream<Uint8Array>).getReader();
  let decoder: TextDecoder | null = null;
  let [bytes, rested] = [0, 0];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      decoder ??= new TextDecoder(encodingOf(value), { fatal: true });
      for (let from = 0; from < value.length; from += PIECE) {
        const piece = value.subarray(from, from + PIECE);
        bytes += piece.length;
        onBytes(packed ? Math.min(bytes, file.blob.size) : bytes);
        yield decoder.decode(piece, { stream: true });
        if (bytes - rested > REST_AFTER) rested = await rest(bytes);
      }
    }
    yield decoder?.decode() ?? "";
  } catch (error) {
    throw explained(error, file, packed);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Lets the thread hear what it was sent meanwhile, such as to stop. */
function rest(bytes: number): Promise<number> {
  return new Promise((resolve) => setTimeout(() => resolve(bytes)));
}

function explained(error: unknown, file: SourceFile, packed: boolean): unknown {
  if (error instanceof UserError) return error;
  if (error instanceof DOMException && error.name === "NotReadableError")
    return new UserError(`“${file.name}” changed or disappeared while it was read.`, "Choose it again.");
  if (!(error instanceof TypeError)) return error;
  if ((error as { code?: unknown }).code === "ERR_ENCODING_INVALID_ENCODED_DATA" || /encod|decod/iu.test(error.message))
    return new UserError(`“${file.name}” holds bytes that are not UTF-8 text.`, "Save it as UTF-8 and open it again.");
  if (!packed) return error;
  return new UserError(
    `“${file.name}” is a damaged or incomplete gzip file.`,
    "Get it again, or unpack it first and open the result.",
  );
}
