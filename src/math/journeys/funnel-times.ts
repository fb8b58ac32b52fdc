import type { FunnelTimes, FunnelTimesInput } from "../../workers/journeys/funnel";
import { kaplanMeier } from "./kaplan-meier";

/** Times of all parts together: those to convert in order, the curve by which they converted, and the median before each step. */
export function* funnelTimes({ steps, parts }: FunnelTimesInput): Generator<number, FunnelTimes, void> {
  const times = joined(parts.map((part) => part.times)).sort();
  yield 0.3;
  const waiting = joined(parts.map((part) => part.waiting)).sort();
  yield 0.6;
  const stepMedians = new Float64Array(steps).fill(Number.NaN);
  for (let step = 0; step < steps; step++) {
    stepMedians[step] = median(joined(parts.flatMap(({ between }) => between[step] ?? [])).sort());
    yield 0.6 + (0.4 * step) / steps;
  }
  return { times, stepMedians, curve: kaplanMeier(times, waiting) };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The middle value of ascending ones, of two the mean; NaN of none. */
function median(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half] as number;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}
