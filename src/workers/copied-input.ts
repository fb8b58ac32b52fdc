import { nextTask } from "./run-in-slices";

/** An input of a job that a worker may have for itself. */
export interface CopiedInput<T> {
  readonly input: T;
  /** The buffers of its typed arrays, to be moved. */
  readonly moved: readonly ArrayBuffer[];
}

/** Time that copying may hold the thread before it is given back. */
const SLICE_MS = 6;

/** Bytes copied at once: a fraction of a millisecond. */
const PIECE = 1 << 20;

type Numbers = Float64Array | Int32Array | Uint8Array;

/**
 * A copy of a job's input that can be moved to a worker. A message copies what it carries too, but all of it in one task,
 * which for a table of features takes longer than a page may stand still: here the thread is given back in between.
 */
export async function copiedInput<T>(input: T): Promise<CopiedInput<T>> {
  const copies = new Map<Numbers, Numbers>();
  const copy = withCopies(input, copies);
  let since = performance.now();
  for (const [from, to] of copies)
    for (let at = 0; at < from.length; at += PIECE / from.BYTES_PER_ELEMENT) {
      if (performance.now() - since > SLICE_MS) {
        await nextTask();
        since = performance.now();
      }
      to.set(from.subarray(at, at + PIECE / from.BYTES_PER_ELEMENT), at);
    }
  return { input: copy, moved: [...copies.values()].map(({ buffer }) => buffer as ArrayBuffer) };
}

/** The same with an empty array of its kind and length for each typed array, the same for the same. */
function withCopies<T>(part: T, copies: Map<Numbers, Numbers>): T {
  if (typeof part !== "object" || part === null) return part;
  if (isNumbers(part)) {
    const copy = copies.get(part) ?? emptyLike(part);
    copies.set(part, copy);
    return copy as T;
  }
  if (ArrayBuffer.isView(part)) return part;
  if (Array.isArray(part)) return part.map((one: unknown) => withCopies(one, copies)) as T;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withCopies(value, copies)])) as T;
}

const isNumbers = (value: object): value is Numbers =>
  value instanceof Float64Array || value instanceof Int32Array || value instanceof Uint8Array;

function emptyLike(numbers: Numbers): Numbers {
  if (numbers instanceof Float64Array) return new Float64Array(numbers.length);
  return numbers instanceof Int32Array ? new Int32Array(numbers.length) : new Uint8Array(numbers.length);
}
