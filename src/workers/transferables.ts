/** The buffers of all typed arrays in a plain result, each once, so that they can be moved instead of copied. */
export function transferablesOf(result: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  collect(result, found);
  return [...found];
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) collect(part, found);
  }
}
