import type { Calibration, CalibrationBin } from "../../workers/lab/validating";
import { orderInSteps } from "../describing/order-in-steps";
import { within } from "../progress";
import { logisticRegression } from "./logistic-regression";
import { logOddsOf } from "./log-odds";
import { wilson } from "./wilson";

/** Whether probabilities can be taken at their word: the share seen by tenth, and the slope and intercept (Cox 1958). */
export function* calibrationOf(probabilities: Float64Array, outcome: Uint8Array): Generator<number, Calibration, void> {
  const order = yield* within(orderInSteps(probabilities), 0, 0.4);
  const values = probabilities.map(logOddsOf);
  yield 0.5;
  const matrix = { values, n: values.length, d: 1 };
  const fit = yield* within(logisticRegression({ matrix, outcome, ridge: 0 }), 0.5, 1);
  const known = fit.standardErrors.every(Number.isFinite) && fit.ridge === 0;
  const orNone = (value: number | undefined): number => (known ? (value ?? Number.NaN) : Number.NaN);
  return {
    bins: tenths(probabilities, outcome, order),
    slope: orNone(fit.coefficients[0]),
    slopeLow95: orNone(fit.low95[0]),
    slopeHigh95: orNone(fit.high95[0]),
    intercept: orNone(fit.intercept),
  };
}

/** Groups of equal size by rising probability; equal probabilities stay together. */
function tenths(probabilities: Float64Array, outcome: Uint8Array, order: Int32Array): CalibrationBin[] {
  const bins: CalibrationBin[] = [];
  const n = order.length;
  for (let from = 0, part = 1; from < n; part++) {
    let to = Math.max(from, Math.round((n * part) / 10));
    while (to > 0 && to < n && probabilities[order[to] as number] === probabilities[order[to - 1] as number]) to++;
    if (to > from) bins.push(binOf(probabilities, outcome, order.subarray(from, to)));
    from = to;
  }
  return bins;
}

function binOf(probabilities: Float64Array, outcome: Uint8Array, rows: Int32Array): CalibrationBin {
  let predicted = 0;
  let outcomes = 0;
  for (let at = 0; at < rows.length; at++) {
    predicted += probabilities[rows[at] as number] as number;
    outcomes += outcome[rows[at] as number] as number;
  }
  const n = rows.length;
  return { n, predicted: predicted / n, observed: outcomes / n, ...wilson(outcomes, n) };
}
