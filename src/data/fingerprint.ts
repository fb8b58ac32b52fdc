import type { SourceFile } from "./source";

const WHOLE_UP_TO = 64 * 1024 * 1024;
const SAMPLES = 64;
const SAMPLE_BYTES = 64 * 1024;
const EDGE_BYTES = 1024 * 1024;
/** One digest takes as much at once: a larger one would copy for longer than a frame. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Names the content of files: the first 16 hex digits of the SHA-256 of the SHA-256s of its 4 MB chunks. The content is
 * all of it up to 64 MB together; above that, of each file the size, the first and last megabyte, and 64 kB samples spread
 * evenly (64 for one file, fewer for each of many, at least 4). Names do not count; files are taken in the order of their
 * names, so the order of choosing does not count either.
 */
export async function fingerprint(files: readonly SourceFile[]): Promise<string> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const total = sorted.reduce((sum, file) => sum + file.blob.size, 0);
  const samples = Math.max(4, Math.floor(SAMPLES / sorted.length));
  const parts = sorted.flatMap(({ blob }) => [
    sizeOf(blob),
    ...(total <= WHOLE_UP_TO ? [blob] : sampled(blob, samples)),
  ]);
  const digests = await chunkDigests(new Blob(parts));
  const digest = await crypto.subtle.digest("SHA-256", await new Blob(digests).arrayBuffer());
  return [...new Uint8Array(digest).subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function chunkDigests(content: Blob): Promise<ArrayBuffer[]> {
  const digests: ArrayBuffer[] = [];
  for (let from = 0; from < content.size; from += CHUNK_BYTES)
    digests.push(await crypto.subtle.digest("SHA-256", await content.slice(from, from + CHUNK_BYTES).arrayBuffer()));
  return digests;
}

/** Keeps “ab” + “c” apart from “a” + “bc”, and a grown file from the old one where samples would miss it. */
function sizeOf(blob: Blob): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${blob.size}\n`);
}

function sampled(blob: Blob, count: number): readonly Blob[] {
  const step = (blob.size - SAMPLE_BYTES) / (count + 1);
  const between = Array.from({ length: count }, (_, index) => Math.max(0, Math.floor(step * (index + 1))));
  return [
    blob.slice(0, EDGE_BYTES),
    ...between.map((from) => blob.slice(from, from + SAMPLE_BYTES)),
    blob.slice(Math.max(0, blob.size - EDGE_BYTES)),
  ];
}
