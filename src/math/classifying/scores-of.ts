import type { Scores } from "../../workers/lab/validating";
import { within } from "../progress";
import { areaUnderRoc } from "./roc";
import { averagePrecision, rankingOf } from "./ranking";

/** A probability of 0 or 1 that was wrong would cost infinitely much: it is taken for this close to it. */
const CLOSEST = Number.EPSILON;

/** How good probabilities are, over rows of both kinds. */
export function* scoresOf(probabilities: Float64Array, outcome: Uint8Array): Generator<number, Scores, void> {
  const auc = yield* within(areaUnderRoc(probabilities, outcome), 0, 0.5);
  const prAuc = averagePrecision(yield* within(rankingOf(probabilities, outcome), 0.5, 1));
  return { auc, prAuc, logLoss: logLossOf(probabilities, outcome), brier: brierOf(probabilities, outcome) };
}

/** Mean of minus the log of the probability of what came about. */
export function logLossOf(probabilities: Float64Array, outcome: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = Math.min(1 - CLOSEST, Math.max(CLOSEST, probabilities[i] as number));
    sum -= outcome[i] === 1 ? Math.log(p) : Math.log1p(-p);
  }
  return sum / probabilities.length;
}

function brierOf(probabilities: Float64Array, outcome: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const miss = (probabilities[i] as number) - (outcome[i] as number);
    sum += miss * miss;
  }
  return sum / probabilities.length;
}
