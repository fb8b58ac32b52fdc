/**
 * Unpacks one LZ4 frame into `size` bytes. Throws a RangeError where the frame is damaged or holds more or fewer bytes.
 * Arrow's default packing; browsers know none of it.
 */
export function unpackLz4(frame: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const out = new Uint8Array(size);
  if (view.getUint32(0, true) !== 0x184d2204) throw new RangeError("it is no LZ4 frame");
  const flags = view.getUint8(4);
  let at = 7 + ((flags & 8) !== 0 ? 8 : 0) + ((flags & 1) !== 0 ? 4 : 0);
  let written = 0;
  for (;;) {
    const word = view.getUint32(at, true);
    at += 4;
    if (word === 0) break;
    const length = word & 0x7fffffff;
    const block = frame.subarray(at, at + length);
    if (block.length < length) throw new RangeError("the LZ4 frame is cut");
    if (word >>> 31 === 1) {
      out.set(block, written);
      written += length;
    } else written = unpackBlock(block, out, written);
    at += length + ((flags & 16) !== 0 ? 4 : 0);
  }
  if (written !== size) throw new RangeError("the LZ4 frame is shorter than promised");
  return out;
}

/** Sequences of literal bytes, and copies of what was written before; returns where the output ends. */
function unpackBlock(block: Uint8Array, out: Uint8Array, start: number): number {
  let [at, to] = [0, start];
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    if (nibble !== 15) return length;
    for (;;) {
      const more = block[at++];
      if (more === undefined) throw new RangeError("the LZ4 block is cut");
      length += more;
      if (more !== 255) return length;
    }
  };
  while (at < block.length) {
    const token = block[at++] ?? 0;
    const literals = lengthFrom(token >> 4);
    if (at + literals > block.length || to + literals > out.length) throw new RangeError("the LZ4 block is damaged");
    out.set(block.subarray(at, at + literals), to);
    at += literals;
    to += literals;
    if (at >= block.length) break;
    const offset = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const length = lengthFrom(token & 15) + 4;
    if (offset === 0 || offset > to || to + length > out.length) throw new RangeError("the LZ4 block is damaged");
    // Byte by byte where the copy reads what it writes.
    if (offset >= length) out.copyWithin(to, to - offset, to - offset + length);
    else for (let index = 0; index < length; index++) out[to + index] = out[to + index - offset] ?? 0;
    to += length;
  }
  return to;
}
