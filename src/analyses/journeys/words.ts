import { timeWords } from "../../behaviour/words";
import type { FunnelPlan } from "./funnel-result";

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
