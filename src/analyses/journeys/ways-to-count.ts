import { single } from "../../data/engine";
import { readable } from "../../data/sql";
import { format } from "../../charts/format";
import type { Context } from "../analysis";
import { waysToCountQuery } from "./queries-moves";
import type { Log } from "../../behaviour/log";

/** One way to count how often one event leads to another, and what it comes to. */
export interface WayToCount {
  readonly label: string;
  readonly n: number;
  readonly of: number;
  /** Why it differs from the way before. */
  readonly why: string;
}

export interface WaysToCount {
  readonly from: string;
  readonly to: string;
  readonly ways: readonly WayToCount[];
  readonly sql: string;
}

/** The same step counted as paths count it, as funnels count it, and every way between. */
export async function waysToCount(context: Context, log: Log, from: EventSet, to: EventSet): Promise<WaysToCount> {
  const statement = waysToCountQuery(log.tables, from.numbers, to.numbers);
  const answer = await context.query(statement);
  const n = (column: string): number => single(answer, column);
  return {
    ...{ from: from.label, to: to.label, sql: readable(statement) },
    ways: explained(from.label, to.label, {
      ...{ moves: n("moves"), occurrences: n("occurrences"), directVisits: n("direct_visits") },
      ...{ laterVisits: n("later_visits"), visits: n("visits") },
      ...{ laterCustomers: n("later_customers"), customers: n("customers") },
    }),
  };
}

/** Events that are one step. */
export interface EventSet {
  readonly label: string;
  readonly numbers: readonly number[];
}

/** What the tables say about one step. */
export interface Countings {
  readonly moves: number;
  readonly occurrences: number;
  readonly directVisits: number;
  readonly laterVisits: number;
  readonly visits: number;
  readonly laterCustomers: number;
  readonly customers: number;
}

/** Pure. Why a path's number and a funnel's number of one step differ, from the narrowest to the widest way to count. */
export function explained(from: string, to: string, counted: Countings): readonly WayToCount[] {
  const { moves, occurrences, directVisits, laterVisits, visits, laterCustomers, customers } = counted;
  const count = (n: number, one: string): string => `${format(n, "count", "full")} ${one}${n === 1 ? "" : "s"}`;
  return [
    {
      ...{ label: "Matrix, graph, Sankey", n: moves, of: occurrences },
      why: `Every “${from}” that is followed at once by “${to}”: one visit can count several times.`,
    },
    {
      ...{ label: "Funnel by visit, strict", n: directVisits, of: visits },
      why: `Each visit once: ${count(moves - directVisits, "further move")} of the same visits no longer count.`,
    },
    {
      ...{ label: "Funnel by visit, in order", n: laterVisits, of: visits },
      why: `Other events may lie between: ${count(laterVisits - directVisits, "visit")} more came to “${to}” by a detour.`,
    },
    {
      ...{ label: "Funnel by customer, in order", n: laterCustomers, of: customers },
      why: `Each customer once, over all visits: “${to}” may come in a later visit than “${from}”, and of several visits one is enough.`,
    },
  ];
}
