import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import type { Context } from "../analysis";
import type { Log } from "../../behaviour/log";
import { flowsQuery, type Anchor } from "./queries-moves";
import { ENDS, OTHERS, shownPlace, type ShownEvents } from "./shown-events";

/** One stream from an event at a place to an event at the next. */
export interface Flow {
  readonly place: number;
  readonly from: string;
  readonly to: string;
  readonly n: number;
}

export interface Flows {
  readonly flows: readonly Flow[];
  readonly places: readonly number[];
  readonly sql: string;
}

/** Every stream between neighbouring places, `steps` of them from the anchor. */
export async function flowsOf(
  context: Context,
  log: Log,
  shown: ShownEvents,
  anchor: Anchor,
  steps: number,
): Promise<Flows> {
  const statement = flowsQuery(log.tables, anchor, steps, shown.numbers);
  const answer = await context.query(statement);
  const [place, from, to, n] = ["place", "from_no", "to_no", "n"].map((column) => numbers(answer, column));
  const label = (code: number): string =>
    Number.isNaN(code) ? ENDS : (shown.labels[shownPlace(shown, code)] ?? OTHERS);
  const first = anchor.at === "to" ? 1 - steps : 0;
  return {
    flows: Array.from({ length: answer.rowCount }, (_, row) => ({
      place: place?.[row] ?? 0,
      from: label(from?.[row] ?? NaN),
      to: label(to?.[row] ?? NaN),
      n: n?.[row] ?? 0,
    })),
    places: Array.from({ length: steps }, (_, at) => first + at),
    sql: readable(statement),
  };
}

/**
 * Flows with the small ones made one: an event that holds less than `least` of all that is at its place becomes “other
 * events” there. What comes to a place is never less than what was there.
 */
export function groupFlows(flows: readonly Flow[], least: number): readonly Flow[] {
  const sums = new Map<string, number>();
  const totals = new Map<number, number>();
  const add = (place: number, label: string, n: number): void => {
    sums.set(`${place}/${label}`, (sums.get(`${place}/${label}`) ?? 0) + n);
    totals.set(place, (totals.get(place) ?? 0) + n);
  };
  const first = Math.min(...flows.map(({ place }) => place));
  for (const { place, from, to, n } of flows) {
    if (place === first) add(place, from, n);
    add(place + 1, to, n);
  }
  const kept = (place: number, label: string): string =>
    label === ENDS || (sums.get(`${place}/${label}`) ?? 0) >= least * (totals.get(place) ?? 0) ? label : OTHERS;
  const grouped = new Map<string, Flow>();
  for (const { place, from, to, n } of flows) {
    const flow = { place, from: kept(place, from), to: kept(place + 1, to), n };
    const key = JSON.stringify([place, flow.from, flow.to]);
    grouped.set(key, { ...flow, n: n + (grouped.get(key)?.n ?? 0) });
  }
  return [...grouped.values()].toSorted((a, b) => a.place - b.place || b.n - a.n);
}
