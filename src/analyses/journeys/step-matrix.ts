import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import type { Log } from "../../behaviour/log";
import { stepsQuery, type Anchor } from "./queries-moves";
import { ENDS, shownPlace, STARTS, type ShownEvents } from "./shown-events";

/** Which event visits are at, step by step. */
export interface StepMatrix {
  /** Events, then that the visit is over (or, before an anchor, has not begun). */
  readonly labels: readonly string[];
  /** 0 at the anchor. */
  readonly places: readonly number[];
  /** [label][place]: share of the visits; each place sums to 1. */
  readonly shares: readonly (readonly number[])[];
  readonly visits: number;
  readonly sql: string;
}

/** The share of visits at each event, for `steps` places from the anchor. */
export async function stepMatrix(
  context: Context,
  log: Log,
  shown: ShownEvents,
  anchor: Anchor,
  steps: number,
): Promise<StepMatrix> {
  const statement = stepsQuery(log.tables, anchor, steps, shown.numbers);
  const answer = await context.query(statement);
  const [place, code, n] = [numbers(answer, "place"), numbers(answer, "event_no"), numbers(answer, "n")];
  const first = anchor.at === "to" ? 1 - steps : 0;
  const counts = shown.labels.map(() => new Array<number>(steps).fill(0));
  let visits = 0;
  for (let row = 0; row < answer.rowCount; row++) {
    const line = counts[shownPlace(shown, code[row] ?? NaN)];
    if (line !== undefined) line[(place[row] ?? 0) - first] = n[row] ?? 0;
    if (place[row] === 0) visits += n[row] ?? 0;
  }
  const there = Array.from({ length: steps }, (_, at) => counts.reduce((sum, line) => sum + (line[at] ?? 0), 0));
  return {
    labels: [...shown.labels, anchor.at === "to" ? STARTS : ENDS],
    places: Array.from({ length: steps }, (_, at) => first + at),
    shares: [...counts, there.map((sum) => visits - sum)].map((line) => line.map((count) => count / visits)),
    ...{ visits, sql: readable(statement) },
  };
}
