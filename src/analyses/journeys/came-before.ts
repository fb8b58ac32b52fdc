import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import { eventLabel, type Log } from "../../behaviour/log";
import { beforeQuery } from "./queries-moves";

/** How an event goes with an end: whether it comes before it more often than it comes at all. */
export interface CameBefore {
  readonly label: string;
  /** Visits with the end in which the event came before it. */
  readonly before: number;
  /** Visits in which it came at all. */
  readonly visits: number;
  /** Share of the visits with it that come to the end after it, over the share of all visits that have the end. */
  readonly lift: number;
}

/** A funnel read from its end: what came before it. */
export interface ReverseFunnel {
  readonly end: string;
  /** Visits that have the end. */
  readonly ending: number;
  readonly events: readonly CameBefore[];
  readonly sql: string;
}

/** What visits did before the first of an event. The first of an event is compared with the first of the end. */
export async function cameBefore(context: Context, log: Log, end: number): Promise<ReverseFunnel> {
  const statement = beforeQuery(log.tables, end, log.names.size);
  const answer = await context.query(statement);
  const [code, before, visits] = [numbers(answer, "event_no"), numbers(answer, "before"), numbers(answer, "visits")];
  const ending = numbers(answer, "ending")[0] ?? 0;
  const base = ending / log.account.visits;
  return {
    ...{ end: eventLabel(log.names, end), ending, sql: readable(statement) },
    events: [...code].map((one, row) => ({
      label: eventLabel(log.names, one),
      before: before[row] ?? 0,
      visits: visits[row] ?? 0,
      lift: (before[row] ?? 0) / (visits[row] ?? NaN) / base,
    })),
  };
}
