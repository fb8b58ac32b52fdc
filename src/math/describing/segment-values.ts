import { orderInSteps } from "./order-in-steps";
import { within } from "../progress";

/** Rows looked at between two looks at the clock. */
const STEP = 1 << 16;

/** The known values of one feature, segment by segment, ascending within each, and how they rank among all. */
export interface SegmentValues {
  /** Segment s has the values from `starts[s]` to `starts[s + 1]`. */
  readonly values: Float64Array;
  readonly starts: Int32Array;
  /** Sum of the midranks (from 1) of each segment's values among all. */
  readonly rankSums: Float64Array;
  /** Rows of each segment whose value is missing or infinite. */
  readonly missing: Int32Array;
  /** The median of all; NaN of none. */
  readonly median: number;
}

/** Sorts one feature's values by segment, leaving out rows labelled -1. */
export function* segmentValues(
  column: Float64Array,
  labels: Int32Array,
  k: number,
): Generator<number, SegmentValues, void> {
  const { known, segments, starts, missing } = yield* within(knownValues(column, labels, k), 0, 0.1);
  const order = yield* within(orderInSteps(known), 0.1, 0.7);
  const middle = (known.length - 1) / 2;
  const low = known[order[Math.floor(middle)] as number] ?? Number.NaN;
  const median = known.length === 0 ? Number.NaN : low / 2 + (known[order[Math.ceil(middle)] as number] as number) / 2;
  const ranking = { values: new Float64Array(known.length), rankSums: new Float64Array(k), next: starts.slice(0, k) };
  for (let from = 0; from < order.length;) {
    from = rankFrom(known, segments, order, from, ranking);
    yield 0.7 + (0.3 * from) / order.length;
  }
  const { values, rankSums } = ranking;
  return { values, starts, rankSums, missing, median };
}

interface Known {
  readonly known: Float64Array;
  readonly segments: Int32Array;
  readonly starts: Int32Array;
  readonly missing: Int32Array;
}

function* knownValues(column: Float64Array, labels: Int32Array, k: number): Generator<number, Known, void> {
  const known = new Float64Array(column.length);
  const segments = new Int32Array(column.length);
  const starts = new Int32Array(k + 1);
  const missing = new Int32Array(k);
  let n = 0;
  for (let i = 0; i < column.length; i++) {
    if (i % STEP === 0) yield i / column.length;
    const segment = labels[i] as number;
    if (segment < 0) continue;
    const value = column[i] as number;
    if (Number.isFinite(value)) {
      known[n] = value;
      segments[n++] = segment;
      starts[segment + 1] = (starts[segment + 1] as number) + 1;
    } else missing[segment] = (missing[segment] as number) + 1;
  }
  for (let s = 0; s < k; s++) starts[s + 1] = (starts[s + 1] as number) + (starts[s] as number);
  return { known: known.subarray(0, n), segments, starts, missing };
}

interface Ranking {
  readonly values: Float64Array;
  readonly rankSums: Float64Array;
  readonly next: Int32Array;
}

/** Hands out about STEP values from place `from` on, never parting equal ones; answers where it stopped. */
function rankFrom(
  known: Float64Array,
  segments: Int32Array,
  order: Int32Array,
  from: number,
  { values, rankSums, next }: Ranking,
): number {
  const stop = Math.min(order.length, from + STEP);
  while (from < stop) {
    const value = known[order[from] as number] as number;
    let to = from + 1;
    while (to < order.length && known[order[to] as number] === value) to++;
    const rank = (from + 1 + to) / 2;
    for (; from < to; from++) {
      const segment = segments[order[from] as number] as number;
      rankSums[segment] = (rankSums[segment] as number) + rank;
      const place = next[segment] as number;
      values[place] = value;
      next[segment] = place + 1;
    }
  }
  return from;
}
