import type { FunnelPart, FunnelTimes } from "../../workers/journeys/funnel";
import type { PathAccount } from "../../behaviour/account";
import { periodNumber, periodStart, type Period } from "./queries-retention";
import { rate, type Rate } from "../../behaviour/wilson";

/** Those who began a funnel in one period, by the time of their first step. */
export interface TrendPeriod {
  readonly label: string;
  /** Milliseconds since 1970 UTC at which it begins. */
  readonly start: number;
  /** Converted of those who began, whenever they did. */
  readonly converted: Rate;
  /** Have not converted, and may still within the window; 0 without one. */
  readonly open: number;
  /** Everybody was watched long enough; else the share may still rise. */
  readonly whole: boolean;
}

export interface FunnelTrend {
  readonly period: Period;
  readonly periods: readonly TrendPeriod[];
  /** Milliseconds that a person is watched before the share counts as whole: the window, or where there is none the time in which nine of ten conversions came. */
  readonly watched: number;
}

/** Where the periods of the time covered begin, in ms, ascending; the last begins at or before the last event. None without time. */
export function trendStarts({ first, last }: Pick<PathAccount, "first" | "last">, period: Period): Float64Array {
  if (!Number.isFinite(first) || !Number.isFinite(last)) return new Float64Array(0);
  const from = periodNumber(first, period);
  return Float64Array.from({ length: periodNumber(last, period) - from + 1 }, (_, at) =>
    periodStart(from + at, period),
  );
}

/** Conversion by the period of the first step. Null where fewer than two periods are covered, or nobody began at a known time. */
export function trendOf(
  { begun, converted, open, times }: Pick<FunnelPart, "begun" | "converted" | "open"> & Pick<FunnelTimes, "times">,
  starts: Float64Array,
  period: Period,
  window: number | null,
  until: number,
): FunnelTrend | null {
  if (starts.length < 2 || !begun.some((n) => n > 0)) return null;
  const watched = window ?? nineOfTen(times);
  return {
    ...{ period, watched },
    periods: [...starts].map((start, at) => ({
      label: new Date(start).toISOString().slice(0, period === "month" ? 7 : 10),
      ...{ start, converted: rate(converted[at] ?? 0, begun[at] ?? 0), open: open[at] ?? 0 },
      whole: periodStart(periodNumber(start, period) + 1, period) + watched <= until,
    })),
  };
}

/** Of ascending times, the least within which nine of ten lie; 0 of none. */
const nineOfTen = (times: Float64Array): number => times[Math.ceil(0.9 * times.length) - 1] ?? 0;
