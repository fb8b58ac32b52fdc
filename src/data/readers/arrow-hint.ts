const HINT = new TextEncoder().encode("ARROW:schema");
const TAIL_BYTES = 8;

/**
 * The same Parquet file without the schema that Arrow's writers keep in its footer: the reader then chooses the plainest
 * type for each column. Only the hint's name is changed, so that every offset stays true. The file's bytes are not read.
 */
export async function withoutArrowHint(file: Blob): Promise<Blob> {
  const tail = new DataView(await file.slice(-TAIL_BYTES).arrayBuffer());
  const start = file.size - TAIL_BYTES - tail.getUint32(0, true);
  const footer = new Uint8Array(await file.slice(Math.max(0, start), -TAIL_BYTES).arrayBuffer());
  const at = footer.findIndex((_, index) => HINT.every((byte, offset) => footer[index + offset] === byte));
  if (start < 0 || at < 0) return file;
  footer[at] = (HINT[0] ?? 0) ^ 0x20;
  return new Blob([file.slice(0, start), footer, file.slice(-TAIL_BYTES)]);
}
