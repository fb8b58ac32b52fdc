import type { Calibrator } from "../../workers/lab/explaining";
import { isotonic } from "./isotonic";
import { logisticRegression } from "./logistic-regression";
import { logOddsOf, sigmoid } from "./log-odds";

/**
 * Learns to correct probabilities from what came about: Platt's sigmoid of the log-odds (Platt 1999, without his prior), or
 * the best rising steps (Zadrozny & Elkan 2002). Null where a correction would turn the order round or cannot be made.
 */
export function* learnCalibrator(
  kind: Calibrator["kind"],
  probabilities: Float64Array,
  outcome: Uint8Array,
): Generator<number, Calibrator | null, void> {
  if (kind === "none") return { kind };
  const positives = outcome.reduce((sum, value) => sum + value, 0);
  if (positives === 0 || positives === outcome.length) return null;
  if (kind === "isotonic") return yield* isotonic(probabilities, outcome);
  const matrix = { values: probabilities.map(logOddsOf), n: outcome.length, d: 1 };
  const { coefficients, intercept } = yield* logisticRegression({ matrix, outcome, ridge: 0 });
  const [slope = 0] = coefficients;
  return slope > 0 ? { kind, slope, intercept } : null;
}

/** Corrects probabilities. */
export function calibrated(probabilities: Float64Array, calibrator: Calibrator): Float64Array {
  if (calibrator.kind === "none") return probabilities.slice();
  if (calibrator.kind === "platt") {
    const { slope, intercept } = calibrator;
    return probabilities.map((p) => sigmoid(intercept + slope * logOddsOf(p)));
  }
  const { x, y } = calibrator;
  return probabilities.map((p) => between(x, y, p));
}

/** On the line between the two points beside `at`; the outermost height beyond them. */
function between(x: readonly number[], y: readonly number[], at: number): number {
  let low = 0;
  let high = x.length - 1;
  if (at <= (x[low] as number)) return y[low] as number;
  if (at >= (x[high] as number)) return y[high] as number;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((x[middle] as number) <= at) low = middle;
    else high = middle;
  }
  const share = (at - (x[low] as number)) / ((x[high] as number) - (x[low] as number));
  return (y[low] as number) + share * ((y[high] as number) - (y[low] as number));
}
