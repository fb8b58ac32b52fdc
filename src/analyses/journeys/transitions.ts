import { numbers, type Answer } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import type { Log } from "../../behaviour/log";
import type { GroupBy } from "./queries-values";
import { entriesQuery, movesQuery } from "./queries-moves";
import { ENDS, shownPlace, STARTS, type ShownEvents } from "./shown-events";

/** How often each event is followed by each other within visits. */
export interface Transitions {
  /** Events, then the visit's start. */
  readonly from: readonly string[];
  /** Events, then the visit's end. */
  readonly to: readonly string[];
  /** [from][to]. */
  readonly counts: readonly (readonly number[])[];
  readonly sql: string;
}

/** The transition matrix with starts and ends: each row sums to how often its event happened, the last to the visits. */
export async function transitions(context: Context, log: Log, shown: ShownEvents): Promise<Transitions> {
  const [matrix] = await groupedTransitions(context, log, shown, null);
  if (matrix === undefined) throw new RangeError("Without groups there is one matrix.");
  return matrix;
}

/** The same for each group of visits. */
export async function groupedTransitions(
  context: Context,
  log: Log,
  shown: ShownEvents,
  by: GroupBy | null,
): Promise<readonly Transitions[]> {
  const statement = movesQuery(log.tables, shown.numbers, by);
  const moves = await context.query(statement);
  const entries = await context.query(entriesQuery(log.tables, shown.numbers, by));
  const groups = by === null ? 1 : by.values.length + 1;
  const size = shown.labels.length;
  const place = (code: number): number => (Number.isNaN(code) ? size : shownPlace(shown, code));
  return Array.from({ length: groups }, (_, group) => {
    const counts = Array.from({ length: size + 1 }, () => new Array<number>(size + 1).fill(0));
    fill(counts, moves, group, (row) => place(numbers(moves, "from_no")[row] ?? NaN), place);
    fill(counts, entries, group, () => size, place);
    return { from: [...shown.labels, STARTS], to: [...shown.labels, ENDS], counts, sql: readable(statement) };
  });
}

function fill(
  counts: number[][],
  answer: Answer,
  group: number,
  fromOf: (row: number) => number,
  toOf: (code: number) => number,
): void {
  const [code, to, n] = [numbers(answer, "code"), numbers(answer, "to_no"), numbers(answer, "n")];
  for (let row = 0; row < answer.rowCount; row++) {
    if (code[row] !== group) continue;
    const line = counts[fromOf(row)];
    if (line !== undefined) line[toOf(to[row] ?? NaN)] = n[row] ?? 0;
  }
}

/** Each row as shares of its sum; NaN where the event never happened. */
export const transitionShares = ({ counts }: Transitions): readonly (readonly number[])[] =>
  counts.map((row) => {
    const sum = row.reduce((all, n) => all + n, 0);
    return row.map((n) => (sum > 0 ? n / sum : NaN));
  });
