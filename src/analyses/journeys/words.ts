import { format } from "../../charts/format";
import type { FunnelPlan } from "./funnel-result";
import type { VisitRule } from "../../behaviour/recipe";
import type { Rate } from "../../behaviour/wilson";

/** “1,234 visits”; “1 visit”. */
export const counted = (n: number, one: string): string => `${format(n, "count", "full")} ${one}${n === 1 ? "" : "s"}`;

/** “47.5 % (43.5 % to 51.5 %)”. */
export const rateWords = ({ share, low, high }: Rate): string =>
  `${format(share, "share")} (${format(low, "share")} to ${format(high, "share")})`;

/** Milliseconds as a person reads them. */
export const timeWords = (milliseconds: number): string => format(milliseconds / 1000, "seconds");

/** What makes events one visit. */
export function visitWords(rule: VisitRule): string {
  switch (rule.by) {
    case "given":
      return "the visit’s id";
    case "gap":
      return `a pause of more than ${rule.minutes} minutes`;
    case "day":
      return "the day";
    case "customer":
      return "the customer";
  }
}

/** What a funnel counts, in the plural. */
export const FUNNEL_UNITS = { customer: "customers", visit: "visits", total: "attempts" } as const;

/** How a funnel was measured, as a sentence. */
export function planWords({ count, order, window }: FunnelPlan): string {
  const steps = {
    ordered: "in order, others between allowed",
    strict: "directly one after another",
    any: "in any order",
  }[order];
  const within = window === null ? "without a time limit" : `within ${timeWords(window)} of the first`;
  const unit = {
    customer: "each customer once, over all visits, by the deepest attempt",
    visit: "each visit once, by its deepest attempt",
    total: "every attempt that does not overlap another",
  }[count];
  return `Steps ${steps}, ${within}; ${unit}.`;
}

export const WILSON = "Intervals: 95 %, Wilson (1927).";
