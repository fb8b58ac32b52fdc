const PAGE_BYTES = 65_536;
const MEMORY_SECTION = 5;

/**
 * The same WebAssembly module with a cap on its memory: asking for more fails inside it, at once, instead of taking the
 * tab's memory. Throws a RangeError for bytes that define no memory of their own.
 */
export function withMemoryCap(wasm: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> {
  let at = 8;
  while (at < wasm.length) {
    const [size, start] = leb(wasm, at + 1);
    if (wasm[at] === MEMORY_SECTION) return replaced(wasm, at, start, start + size, bytes);
    at = start + size;
  }
  throw new RangeError("The module defines no memory.");
}

function replaced(wasm: Uint8Array, at: number, start: number, end: number, bytes: number): Uint8Array<ArrayBuffer> {
  const [least] = leb(wasm, start + 2);
  const most = Math.max(least, Math.floor(bytes / PAGE_BYTES));
  // One memory, with a maximum.
  const body = [1, 1, ...encoded(least), ...encoded(most)];
  const section = [MEMORY_SECTION, ...encoded(body.length), ...body];
  const capped = new Uint8Array(at + section.length + wasm.length - end);
  capped.set(wasm.subarray(0, at));
  capped.set(section, at);
  capped.set(wasm.subarray(end), at + section.length);
  return capped;
}

/** A number in LEB128 and where it ends. */
function leb(bytes: Uint8Array, from: number): [value: number, next: number] {
  let value = 0;
  for (let at = from, factor = 1; ; at++, factor *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
  }
}

function encoded(value: number): readonly number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...encoded(Math.floor(value / 128))];
}
