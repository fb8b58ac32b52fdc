/** Rows that are no step of a journey, or that may be none; each can be left out or counted. */
export const RULES = ["cancelled", "free", "untimed", "clock", "bots", "duplicates"] as const;
export type Rule = (typeof RULES)[number];

/** Left out unless a person says otherwise. Two equal events may both be true, so copies stay. */
export const USUAL_RULES: readonly Rule[] = ["cancelled", "free", "untimed", "clock", "bots"];

/** More events of one customer within any 60 seconds than a person makes. */
export const BOT_RATE = 120;

export const RULE_WORDS: Readonly<Record<Rule, { readonly label: string; readonly says: string }>> = {
  cancelled: {
    label: "Cancellations",
    says: "a quantity below zero, or an invoice whose number begins with C",
  },
  free: {
    label: "Without a price",
    says: "a quantity of zero, or a price that is not above zero; one that is not given is not zero",
  },
  untimed: { label: "Without a time", says: "no time that can be read" },
  clock: {
    label: "Clocks never set",
    says: "a time in the first year of computers’ clocks (1970), before it, or after 2100",
  },
  bots: { label: "Too fast for a person", says: "a customer with more events in 60 seconds than a person makes" },
  duplicates: { label: "Repeated events", says: "the same customer, time, visit and event as an earlier row" },
};
