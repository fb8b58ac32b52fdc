import { valuesAt } from "../complete-rows";
import { orderInSteps } from "../describing/order-in-steps";
import { runEnd } from "./roc";

/**
 * Rows best first. Rows that tie are in no order, so the outcomes among them are shared out evenly: `found[n]` outcomes are
 * expected among the best n.
 */
export interface Ranking {
  /** Scores from highest to lowest. */
  readonly scores: Float64Array;
  /** One more than rows; `found[0]` is 0. */
  readonly found: Float64Array;
}

/** Ranks rows by falling score. */
export function* rankingOf(scores: Float64Array, outcome: Uint8Array): Generator<number, Ranking, void> {
  const order = (yield* orderInSteps(scores)).reverse();
  const n = order.length;
  const found = new Float64Array(n + 1);
  for (let from = 0; from < n;) {
    const to = runEnd(scores, order, from);
    let own = 0;
    for (let at = from; at < to; at++) own += outcome[order[at] as number] as number;
    const before = found[from] as number;
    for (let at = from; at < to; at++) found[at + 1] = before + (own * (at + 1 - from)) / (to - from);
    found[to] = Math.round(before + own);
    from = to;
  }
  yield 1;
  return { scores: valuesAt(scores, order), found };
}

/** Average precision: precision at every different score, weighted by the recall it adds (scikit-learn's definition). */
export function averagePrecision({ scores, found }: Ranking): number {
  const n = scores.length;
  const positives = found[n] as number;
  let sum = 0;
  let before = 0;
  for (let at = 0; at < n; at++) {
    if (at + 1 < n && scores[at + 1] === scores[at]) continue;
    const hits = found[at + 1] as number;
    sum += ((hits - before) / positives) * (hits / (at + 1));
    before = hits;
  }
  return sum;
}
