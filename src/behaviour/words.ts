import { format } from "../charts/format";
import type { VisitRule } from "./recipe";
import type { Rate } from "./wilson";

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

export const WILSON = "Intervals: 95 %, Wilson (1927).";
