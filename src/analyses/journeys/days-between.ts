import { single } from "../../data/engine";
import type { Context } from "../analysis";
import { answerRows } from "../../behaviour/answer-rows";
import { happenedBy, type HappenedBy, type Waits } from "./happened-by";
import type { Log } from "../../behaviour/log";
import { daysBetweenQuery, returningQuery } from "./queries-visits";

export interface DaysBetween {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
  /** Customers who came on one day only. */
  readonly onceOnly: number;
  readonly returned: HappenedBy;
}

/** The days from each day with a visit to the customer's next one. */
export async function readDaysBetween(context: Context, { tables }: Log): Promise<DaysBetween> {
  const answer = await context.query(daysBetweenQuery(tables));
  const found = answerRows(answer, (at) => ({ gap: at("gap"), waited: at("waited"), n: at("n") }));
  const gaps = found.filter(({ gap }) => !Number.isNaN(gap));
  const days = [...new Set(found.map(({ gap, waited }) => (Number.isNaN(gap) ? waited : gap)))].toSorted(
    (a, b) => a - b,
  );
  const waits = days.map((one): Waits => ({
    days: one,
    ended: sum(gaps.filter(({ gap }) => gap === one)),
    watched: sum(found.filter(({ waited }) => waited === one)),
  }));
  const n = sum(gaps);
  const customers = sum(found) - n;
  return {
    n,
    mean: gaps.reduce((all, one) => all + one.gap * one.n, 0) / n,
    median: weightedQuantile(gaps, 0.5),
    p90: weightedQuantile(gaps, 0.9),
    onceOnly: customers - (await returning(context, tables)),
    returned: happenedBy(waits),
  };
}

async function returning(context: Context, tables: Log["tables"]): Promise<number> {
  return single(await context.query(returningQuery(tables)), "n");
}

const sum = (found: readonly { readonly n: number }[]): number => found.reduce((all, { n }) => all + n, 0);

/** Type 7 of ascending values that stand for n each. */
function weightedQuantile(gaps: readonly { readonly gap: number; readonly n: number }[], share: number): number {
  const at = share * (sum(gaps) - 1);
  const valueAt = (place: number): number => {
    let before = 0;
    return gaps.find(({ n }) => (before += n) > place)?.gap ?? NaN;
  };
  const [low, high] = [valueAt(Math.floor(at)), valueAt(Math.ceil(at))];
  return low + (high - low) * (at - Math.floor(at));
}
