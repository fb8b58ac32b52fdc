import { allRows } from "./complete-rows";

/** The 64 bits of a number in six digits, least significant first: which 32-bit word, and how far to shift it. */
const DIGITS = [
  [0, 0],
  [0, 11],
  [0, 22],
  [1, 0],
  [1, 11],
  [1, 22],
] as const;

const BUCKETS = 1 << 11;

/**
 * The indices of `values` in ascending order of value, equal values (-0 and 0 are equal) in the order they stand in.
 * Values must not be NaN. Radix sort over the bits, so linear time whatever the order.
 */
export function ascendingOrder(values: Float64Array): Int32Array {
  const words = orderedWords(values);
  let order: Int32Array = allRows(values.length);
  let next: Int32Array = new Int32Array(values.length);
  const starts = new Int32Array(BUCKETS);
  for (const [word, shift] of DIGITS) {
    if (!startsOf(words, word, shift, starts)) continue;
    for (let at = 0; at < order.length; at++) {
      const i = order[at] as number;
      const digit = ((words[2 * i + word] as number) >>> shift) & (BUCKETS - 1);
      const place = starts[digit] as number;
      next[place] = i;
      starts[digit] = place + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Two words for each value, the lower first, that compare as unsigned integers the way the values do. */
function orderedWords(values: Float64Array): Uint32Array {
  const plain = new Float64Array(values.length);
  // Adding 0 turns -0 into 0.
  for (let i = 0; i < values.length; i++) plain[i] = (values[i] as number) + 0;
  const words = new Uint32Array(plain.buffer);
  for (let low = 0; low < words.length; low += 2) {
    const high = words[low + 1] as number;
    // Negative numbers grow with falling bits: all are flipped. Of the others only the sign.
    const negative = high >>> 31 === 1;
    if (negative) words[low] = ~(words[low] as number);
    words[low + 1] = negative ? ~high : high ^ 0x80000000;
  }
  return words;
}

/** Where each digit's values begin in the sorted order; false when all values share one digit. */
function startsOf(words: Uint32Array, word: number, shift: number, starts: Int32Array): boolean {
  starts.fill(0);
  for (let at = word; at < words.length; at += 2) {
    const digit = ((words[at] as number) >>> shift) & (BUCKETS - 1);
    starts[digit] = (starts[digit] as number) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < BUCKETS; digit++) {
    const count = starts[digit] as number;
    if (2 * count === words.length) return false;
    starts[digit] = before;
    before += count;
  }
  return true;
}
