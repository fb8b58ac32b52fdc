import type { SourceFile } from "../../source";
import { unpacked } from "../gzip";
import type { OnBytes } from "./text-plan";

const PIECE = 4 * 1024 * 1024;
const TOLD_EVERY = 1024 * 1024;

/** The text's bytes; `onBytes` hears how far into the file they reach, packed as it is. */
export async function* filePieces(
  file: SourceFile,
  gzip: boolean,
  onBytes: OnBytes = () => undefined,
): AsyncGenerator<Uint8Array> {
  if (gzip) return yield* unpackedPieces(file, onBytes);
  for (let from = 0; from < file.blob.size; from += PIECE) {
    onBytes(from);
    yield new Uint8Array(await file.blob.slice(from, from + PIECE).arrayBuffer());
  }
}

/** A packed file comes in small pieces: who listens hears of every megabyte. */
async function* unpackedPieces(file: SourceFile, onBytes: OnBytes): AsyncGenerator<Uint8Array> {
  let [taken, told] = [0, 0];
  for await (const bytes of unpacked(file, (size) => (taken += size))) {
    if (taken - told >= TOLD_EVERY) onBytes((told = taken));
    yield bytes;
  }
}
