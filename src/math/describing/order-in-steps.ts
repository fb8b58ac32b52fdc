import { ascendingOrder } from "../ascending-order";

/** Values sorted at once. */
const RUN = 1 << 16;

/** Values merged between two looks at the clock. */
const STEP = 1 << 16;

/** As `ascendingOrder`, in steps short enough to be cancelled between: runs are sorted, then merged two by two. */
export function* orderInSteps(values: Float64Array): Generator<number, Int32Array, void> {
  const n = values.length;
  let order = new Int32Array(n);
  for (let from = 0; from < n; from += RUN) {
    const run = ascendingOrder(values.subarray(from, from + RUN));
    for (let i = 0; i < run.length; i++) order[from + i] = from + (run[i] as number);
    yield (0.5 * from) / n;
  }
  let next = new Int32Array(n);
  for (let width = RUN; width < n; width *= 2) {
    for (let from = 0; from < n; from += 2 * width) {
      const middle = Math.min(n, from + width);
      const heads = { a: from, b: middle };
      for (let at = from, end = Math.min(n, from + 2 * width); at < end; at += STEP) {
        merge(values, order, heads, middle, end, next, at, Math.min(end, at + STEP));
        yield 0.5 + (0.5 * width) / n;
      }
    }
    [order, next] = [next, order];
  }
  return order;
}

/** Fills `next` from `at` to `to` with the smaller of the two runs' heads; of equal ones the first run's. */
function merge(
  values: Float64Array,
  order: Int32Array,
  heads: { a: number; b: number },
  middle: number,
  end: number,
  next: Int32Array,
  at: number,
  to: number,
): void {
  let { a, b } = heads;
  for (; at < to; at++) {
    const first = order[a] as number;
    const second = order[b] as number;
    if (b >= end || (a < middle && (values[first] as number) <= (values[second] as number))) {
      next[at] = first;
      a++;
    } else {
      next[at] = second;
      b++;
    }
  }
  heads.a = a;
  heads.b = b;
}
