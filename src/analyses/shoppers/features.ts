import type { ValueFormat } from "../../charts/figure";

/** What a row of features stands for. */
export type Unit = "customer" | "visit";

/** Why a feature is not there, by what the log lacks. */
export const LACKS = {
  time: "no column says when",
  dwell: "no column says at what time of the day",
  amount: "no column says how much money",
  price: "no column has prices",
  thing: "no other column names products, pages or categories",
  view: "no event is named as a view",
  cart: "no event is named as a cart",
  checkout: "no event is named as a checkout",
  left: "no event is named as a cart or a checkout",
  buy: "no event is named as a purchase",
  told: "every event is part of a purchase",
} as const;

/** What a log must have for a feature. */
export type Part = keyof typeof LACKS;

/** How a customer or a visit behaved, as one number. */
export interface Feature {
  /** As rules and links name it. */
  readonly key: string;
  readonly label: string;
  readonly format: ValueFormat;
  readonly of: readonly Unit[];
  readonly needs: readonly Part[];
}

const BOTH: readonly Unit[] = ["customer", "visit"];
const CUSTOMER: readonly Unit[] = ["customer"];
const VISIT: readonly Unit[] = ["visit"];

/** Every feature, in the order in which it is read. */
export const FEATURES: readonly Feature[] = [
  { key: "visits", label: "Visits", format: "count", of: CUSTOMER, needs: [] },
  { key: "visit_no", label: "Number of the visit", format: "count", of: VISIT, needs: [] },
  { key: "events", label: "Events", format: "count", of: BOTH, needs: [] },
  { key: "events_per_visit", label: "Events per visit", format: "number", of: CUSTOMER, needs: [] },
  { key: "bounces", label: "Share of visits with one event", format: "share", of: CUSTOMER, needs: [] },
  { key: "first_days", label: "Days since the first visit", format: "number", of: CUSTOMER, needs: ["time"] },
  { key: "last_days", label: "Days since the last visit", format: "number", of: CUSTOMER, needs: ["time"] },
  { key: "days_between", label: "Days between visits (median)", format: "number", of: CUSTOMER, needs: ["time"] },
  { key: "since_last", label: "Days since the visit before", format: "number", of: VISIT, needs: ["time"] },
  { key: "distinct", label: "Different events", format: "count", of: BOTH, needs: [] },
  { key: "things", label: "Different things", format: "count", of: BOTH, needs: ["thing"] },
  { key: "views", label: "Share of views", format: "share", of: BOTH, needs: ["view"] },
  { key: "carts", label: "Share of cart events", format: "share", of: BOTH, needs: ["cart"] },
  { key: "checkouts", label: "Share of checkout events", format: "share", of: BOTH, needs: ["checkout"] },
  { key: "buys", label: "Share of purchase events", format: "share", of: BOTH, needs: ["buy", "told"] },
  { key: "purchases", label: "Visits with a purchase", format: "count", of: BOTH, needs: ["buy"] },
  { key: "abandoned", label: "Visits that left a cart behind", format: "count", of: BOTH, needs: ["left", "buy"] },
  { key: "money", label: "Money spent", format: "number", of: BOTH, needs: ["amount"] },
  { key: "price", label: "Mean price against that of all", format: "number", of: BOTH, needs: ["price"] },
  { key: "priced", label: "Events with a price", format: "count", of: BOTH, needs: ["price"] },
  { key: "stay", label: "Seconds at an event (median)", format: "number", of: BOTH, needs: ["dwell"] },
];

/** The features that segments are found by unless a person chooses: each habit once, without counts that others imply. */
export const SEGMENTING: readonly string[] = [
  ...["visits", "events", "bounces", "last_days", "since_last", "things", "views", "carts", "checkouts"],
  ...["purchases", "abandoned", "money", "price", "stay"],
];

/** Words for names of segments, where a label is too long: “High days away, low variety”. */
const SHORT: Readonly<Record<string, string>> = {
  visit_no: "visit number",
  bounces: "one-event visits",
  first_days: "days since the first",
  last_days: "days away",
  days_between: "days between",
  since_last: "days since the last",
  things: "variety",
  views: "looking",
  carts: "carts",
  checkouts: "checkouts",
  buys: "buying",
  purchases: "purchases",
  abandoned: "left carts",
  money: "spending",
  price: "prices",
  stay: "seconds per event",
};

/** A feature as the name of a segment has it. */
export const shortLabel = ({ key, label }: Feature): string => SHORT[key] ?? label;
