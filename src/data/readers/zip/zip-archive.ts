import { ZipReader, type Entry, type FileEntry, type Reader } from "@zip.js/zip.js/lib/zip-core-reader.js";
import type { SourceFile } from "../../source";
import { UserError } from "../../user-error";
import { UnpackLimit } from "../unpack-limit";

/** A file inside an archive. */
export interface ZipEntry {
  /** With its folders, as the archive calls it. */
  readonly name: string;
  /** What the archive claims; only good for choosing, never for a limit. */
  readonly claimedBytes: number;
  /** Its bytes, piece after piece, counted against the archive's limit and checked against its checksum at the end. */
  read(take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void): Promise<void>;
}

/**
 * The files of an archive, folders left out, by its central directory. Throws a UserError for one that is cut, damaged,
 * split, encrypted, ambiguous, or holds too many files; reading an entry throws one where the bytes are not as promised,
 * share their place with another entry, or pass the limit.
 */
export async function zipEntries(file: SourceFile, signal?: AbortSignal): Promise<readonly ZipEntry[]> {
  const limit = new UnpackLimit({ fileName: file.name });
  limit.add(file.blob.size, 0);
  const options = { useWebWorkers: false, checkSignature: true, checkOverlappingEntry: true } as const;
  const archive = new ZipReader(bytesOf(file.blob), options);
  const found: ZipEntry[] = [];
  try {
    for await (const entry of archive.getEntriesGenerator()) {
      signal?.throwIfAborted();
      limit.addEntry();
      if (isFile(entry)) found.push(zipEntry(entry, file, limit, signal));
    }
  } catch (error) {
    throw explained(error, file);
  }
  return found;
}

function isFile(entry: Entry): entry is FileEntry {
  return !entry.directory;
}

function zipEntry(entry: FileEntry, file: SourceFile, limit: UnpackLimit, signal: AbortSignal | undefined): ZipEntry {
  const stop = signal === undefined ? {} : { signal };
  return {
    name: entry.filename,
    claimedBytes: entry.uncompressedSize,
    read: async (take) => {
      if (entry.encrypted) throw encrypted(file);
      let failure: unknown = null;
      const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
        async write(bytes) {
          try {
            limit.add(0, bytes.length);
            await take(bytes);
          } catch (error) {
            failure = error;
            throw error;
          }
        },
      });
      await entry.getData(sink, stop).catch((error: unknown) => {
        throw failure ?? explained(error, file);
      });
    },
  };
}

/** Only what is asked for is read from the handle, so an archive may be larger than memory. */
function bytesOf(blob: Blob): Reader<Blob> {
  const source = {
    size: blob.size,
    init: () => undefined,
    readUint8Array: async (from: number, length: number) =>
      new Uint8Array(await blob.slice(from, from + length).arrayBuffer()),
    createReadable: ({ offset = 0, size = blob.size }: { offset?: number; size?: number } = {}) =>
      blob.slice(offset, offset + size).stream(),
  };
  // The library takes any object with these methods, though its types name its own class.
  return source as unknown as Reader<Blob>;
}

function encrypted(file: SourceFile): UserError {
  return new UserError(
    `“${file.name}” is encrypted, and Clientele has no password.`,
    "Unpack it yourself and open what is inside.",
  );
}

function explained(error: unknown, file: SourceFile): unknown {
  if (error instanceof UserError || (error instanceof DOMException && error.name === "AbortError")) return error;
  if (error instanceof DOMException && error.name === "NotReadableError")
    return new UserError(`“${file.name}” changed or disappeared while it was read.`, "Choose it again.");
  const said = error instanceof Error ? error.message : String(error);
  if (/encrypt|password/iu.test(said)) return encrypted(file);
  if (/method not supported/iu.test(said))
    return new UserError(
      `“${file.name}” is packed in a way that browsers cannot unpack.`,
      "Pack it again as an ordinary zip (Deflate), or unpack it and open what is inside.",
    );
  if (/split/iu.test(said))
    return new UserError(
      `“${file.name}” is one part of a split zip.`,
      "Join the parts, unpack them and open the result.",
    );
  return new UserError(
    `“${file.name}” is a damaged or incomplete zip archive (${said.slice(0, 80)}).`,
    "Get it again, or unpack it yourself and open what is inside.",
  );
}
