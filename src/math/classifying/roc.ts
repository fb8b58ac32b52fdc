import { orderInSteps } from "../describing/order-in-steps";
import { superiority } from "../describing/effect-sizes";
import { valuesAt } from "../complete-rows";
import { within } from "../progress";
import { NORMAL_975 } from "./logistic-regression";

/** The area under the ROC curve with its interval. */
export interface Roc {
  /** NaN where only one kind of outcome occurs. */
  readonly auc: number;
  readonly low95: number;
  readonly high95: number;
}

/** The area under the ROC curve: Mann-Whitney's U / (positives × negatives), ties counted half. */
export function* areaUnderRoc(scores: Float64Array, outcome: Uint8Array): Generator<number, number, void> {
  const order = yield* orderInSteps(scores);
  const { rankSum, positives } = rankSumOf(scores, outcome, order);
  return superiority(rankSum, positives, scores.length - positives);
}

/** Sums the midranks of the rows with the outcome, given the order in which scores ascend. */
function rankSumOf(
  scores: Float64Array,
  outcome: Uint8Array,
  order: Int32Array,
): { rankSum: number; positives: number } {
  let rankSum = 0;
  let positives = 0;
  for (let from = 0; from < order.length;) {
    const to = runEnd(scores, order, from);
    let own = 0;
    for (let at = from; at < to; at++) own += outcome[order[at] as number] as number;
    rankSum += (own * (from + 1 + to)) / 2;
    positives += own;
    from = to;
  }
  return { rankSum, positives };
}

/** Where the run of equal scores that begins at `from` ends. */
export function runEnd(scores: Float64Array, order: Int32Array, from: number): number {
  const score = scores[order[from] as number];
  let to = from + 1;
  while (to < order.length && scores[order[to] as number] === score) to++;
  return to;
}

/**
 * The area and its normal 95 % interval by DeLong's method (DeLong, DeLong & Clarke-Pearson 1988; fast form of Sun & Xu
 * 2014); where rows are grouped, over groups (Obuchowski 1997), since the rows of one tell less than as many of different
 * ones.
 */
export function* roc(
  scores: Float64Array,
  outcome: Uint8Array,
  groups: Int32Array | undefined,
): Generator<number, Roc, void> {
  const order = yield* within(orderInSteps(scores), 0, 0.8);
  const { rankSum, positives } = rankSumOf(scores, outcome, order);
  const negatives = scores.length - positives;
  const auc = superiority(rankSum, positives, negatives);
  yield 0.9;
  const parts = placements(scores, outcome, order, positives, auc);
  yield 1;
  const variance = groups
    ? groupedVariance(parts, outcome, positives, groups)
    : plainVariance(parts, outcome, positives);
  const reach = NORMAL_975 * Math.sqrt(variance);
  return { auc, low95: Math.max(0, auc - reach), high95: Math.min(1, auc + reach) };
}

/** For each row the share of the other kind it stands on the right side of, less the area. */
function placements(
  scores: Float64Array,
  outcome: Uint8Array,
  order: Int32Array,
  positives: number,
  auc: number,
): Float64Array {
  const parts = new Float64Array(scores.length);
  const negatives = scores.length - positives;
  let positivesBelow = 0;
  for (let from = 0; from < order.length;) {
    const to = runEnd(scores, order, from);
    const rows = order.subarray(from, to);
    let own = 0;
    for (let at = 0; at < rows.length; at++) own += outcome[rows[at] as number] as number;
    const negativesBelow = from - positivesBelow;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      parts[row] =
        outcome[row] === 1
          ? (negativesBelow + (to - from - own) / 2) / negatives - auc
          : (positives - positivesBelow - own / 2) / positives - auc;
    }
    positivesBelow += own;
    from = to;
  }
  return parts;
}

function plainVariance(parts: Float64Array, outcome: Uint8Array, positives: number): number {
  const negatives = parts.length - positives;
  const squares = [0, 0];
  for (let row = 0; row < parts.length; row++) {
    const kind = outcome[row] as number;
    squares[kind] = (squares[kind] as number) + (parts[row] as number) * (parts[row] as number);
  }
  const [without = 0, having = 0] = squares;
  return having / (positives - 1) / positives + without / (negatives - 1) / negatives;
}

function groupedVariance(parts: Float64Array, outcome: Uint8Array, positives: number, groups: Int32Array): number {
  const negatives = parts.length - positives;
  const sums = new Map<number, number>();
  for (let row = 0; row < parts.length; row++) {
    const group = groups[row] as number;
    const weight = outcome[row] === 1 ? positives : negatives;
    sums.set(group, (sums.get(group) ?? 0) + (parts[row] as number) / weight);
  }
  let squares = 0;
  for (const sum of sums.values()) squares += sum * sum;
  return (squares * sums.size) / (sums.size - 1);
}

/** The outcome at some rows. */
export function outcomeAt(outcome: Uint8Array, rows: Int32Array): Uint8Array {
  const values = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) values[at] = outcome[rows[at] as number] as number;
  return values;
}

/** Area of some rows only. */
export function* areaAt(scores: Float64Array, outcome: Uint8Array, rows: Int32Array): Generator<number, number, void> {
  return yield* areaUnderRoc(valuesAt(scores, rows), outcomeAt(outcome, rows));
}
