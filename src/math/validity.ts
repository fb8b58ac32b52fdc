import type { ValidityInput, ValidityOutput } from "../workers/contract";
import { completeRows, valuesAt } from "./complete-rows";
import { scaleOf } from "./scaling";
import { seededRandom } from "./random";
import { ranksOf, pearson } from "./ranks";

/** Random pairs of customers compared for each score. */
const PAIRS = 100_000;

/**
 * Does each distance behave like a score: its rank correlation with how good the customer is by the features alone, the
 * share of seeded random pairs it puts in the wrong order (pairs equally good are drawn again; an equal score is not
 * wrong), and the balance of the two scores. Only customers with all four numbers count. Population deviations.
 * NaN where there is nothing to compare.
 */
export function* validity(input: ValidityInput): Generator<number, ValidityOutput, void> {
  const all = [input.engagement, input.experience, input.engagementGoodness, input.experienceGoodness];
  const rows = completeRows(all);
  const [engagement, experience, engagementGoodness, experienceGoodness] = all.map((column) =>
    valuesAt(column, rows),
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  yield 0.1;
  const engagementMonotone = yield* monotone(engagement, engagementGoodness, 0.1);
  // One question asked twice, as where any two orders are compared, is answered once.
  const same = input.experience === input.engagement && input.experienceGoodness === input.engagementGoodness;
  const experienceMonotone = same ? engagementMonotone : yield* monotone(experience, experienceGoodness, 0.45);
  const engagementPairs = reversed(engagement, engagementGoodness, input.seed);
  yield 0.9;
  const experiencePairs = same ? engagementPairs : reversed(experience, experienceGoodness, input.seed);
  const balance = [engagement, experience].map((score) => balanceOf(score)) as [Balance, Balance];
  return {
    engagementMonotone,
    experienceMonotone,
    engagementReversed: engagementPairs.share,
    experienceReversed: experiencePairs.share,
    pairs: Math.min(engagementPairs.pairs, experiencePairs.pairs),
    engagementSpread: balance[0].spread,
    experienceSpread: balance[1].spread,
    engagementMean: balance[0].mean,
    experienceMean: balance[1].mean,
  };
}

function* monotone(score: Float64Array, goodness: Float64Array, from: number): Generator<number, number, void> {
  const ranks = ranksOf(score);
  yield from + 0.15;
  const correlation = pearson(ranks, ranksOf(goodness));
  yield from + 0.35;
  return correlation;
}

function reversed(score: Float64Array, goodness: Float64Array, seed: number): { share: number; pairs: number } {
  const n = score.length;
  const random = seededRandom(seed);
  let pairs = 0;
  let wrong = 0;
  for (let draw = 0; n > 1 && pairs < PAIRS && draw < 2 * PAIRS; draw++) {
    const a = Math.floor(random() * n);
    const b = Math.floor(random() * n);
    const better = (goodness[a] as number) - (goodness[b] as number);
    if (better === 0) continue;
    pairs++;
    if (better * ((score[a] as number) - (score[b] as number)) < 0) wrong++;
  }
  return { share: wrong / pairs, pairs };
}

interface Balance {
  readonly mean: number;
  readonly spread: number;
}

function balanceOf(score: Float64Array): Balance {
  if (score.length === 0) return { mean: Number.NaN, spread: Number.NaN };
  const { centre, scale, constant } = scaleOf(score, "zscore");
  return { mean: centre, spread: constant ? 0 : scale };
}
