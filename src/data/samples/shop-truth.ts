import { BROKEN_WEEK } from "./shop-calendar";
import { shopLog } from "./shop-log";
import { customerText, isLoyal } from "./shop-people";

/** What was planted in a shop sample. */
export interface ShopTruth {
  /** Paying is broken: the share that goes from one event to the next falls to a third, from (incl.) to (excl.), UTC. */
  readonly broken: {
    readonly platform: string;
    readonly event: string;
    readonly next: string;
    readonly from: string;
    readonly to: string;
  };
  /** Ids of the loyal customers who are in the file; about one in twenty. */
  readonly loyal: readonly string[];
  /** The one customer who is none, and its rows; null in a file too small for it. */
  readonly robot: { readonly customer: string; readonly rows: number } | null;
  /** Rows that repeat the row before. */
  readonly copies: number;
  /** Rows without a time. */
  readonly untimed: number;
  /** Rows written after a later event of the same visit. */
  readonly late: number;
}

/** The truth behind `sample:shop:<rows>:<seed>`. Generates the log once more, without writing it. */
export function shopTruth(rows: number, seed: number): ShopTruth {
  const flaws = { copy: 0, untimed: 0, late: 0 };
  const loyal = new Set<number>();
  const robots: number[] = [];
  for (const { visit, flaw } of shopLog(rows, seed)) {
    if (flaw !== null) flaws[flaw]++;
    if (visit.robot) robots.push(visit.customer);
    else if (isLoyal(seed, visit.customer)) loyal.add(visit.customer);
  }
  const [from, to] = BROKEN_WEEK.map((at) => new Date(at).toISOString().slice(0, 10));
  return {
    broken: { platform: "mobile", event: "payment_details", next: "purchase", from: from ?? "", to: to ?? "" },
    loyal: [...loyal].map(customerText),
    robot: robots[0] === undefined ? null : { customer: customerText(robots[0]), rows: robots.length },
    copies: flaws.copy,
    untimed: flaws.untimed,
    late: flaws.late,
  };
}
