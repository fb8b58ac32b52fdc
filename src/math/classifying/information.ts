import type { Matrix } from "../../workers/lab/matrix";
import { sigmoid, softplus } from "./log-odds";

/** Products summed between two looks at the clock. */
const STEP = 1 << 21;

/** What a Newton step of a penalised logistic regression needs, the intercept first, features centred. */
export interface Information {
  /** Curvature of the penalised loss. */
  readonly gram: readonly Float64Array[];
  /** How the loss falls: minus its gradient. */
  readonly right: Float64Array;
  readonly loss: number;
  /** `loss` and the penalty. */
  readonly penalised: number;
}

/** Sums the log loss and its derivatives over all rows at the given coefficients. */
export function* informationAt(
  { values, n, d }: Matrix,
  outcome: Uint8Array,
  means: Float64Array,
  coefficients: Float64Array,
  ridge: number,
): Generator<number, Information, void> {
  const gram = Array.from({ length: d + 1 }, () => new Float64Array(d + 1));
  const right = new Float64Array(d + 1);
  const x = new Float64Array(d + 1).fill(1);
  const step = Math.max(1, Math.floor(STEP / ((d + 1) * (d + 1))));
  let loss = 0;
  for (let row = 0; row < n; row++) {
    if (row % step === 0) yield row / n;
    let logOdds = coefficients[0] as number;
    for (let j = 0; j < d; j++) {
      const value = (values[row * d + j] as number) - (means[j] as number);
      x[j + 1] = value;
      logOdds += value * (coefficients[j + 1] as number);
    }
    const y = outcome[row] as number;
    const p = sigmoid(logOdds);
    loss += y === 1 ? softplus(-logOdds) : softplus(logOdds);
    addRow(gram, right, x, p * (1 - p), y - p);
  }
  return { gram, right, loss, penalised: loss + penalise(gram, right, coefficients, ridge) };
}

function addRow(
  gram: readonly Float64Array[],
  right: Float64Array,
  x: Float64Array,
  weight: number,
  residual: number,
): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i] as number;
    const weighted = value * weight;
    const line = gram[i] as Float64Array;
    right[i] = (right[i] as number) + value * residual;
    for (let j = 0; j <= i; j++) line[j] = (line[j] as number) + weighted * (x[j] as number);
  }
}

/** Adds the penalty's derivatives for all but the intercept and fills the upper half; answers the penalty. */
function penalise(
  gram: readonly Float64Array[],
  right: Float64Array,
  coefficients: Float64Array,
  ridge: number,
): number {
  let penalty = 0;
  for (let i = 0; i < right.length; i++) {
    const line = gram[i] as Float64Array;
    for (let j = 0; j < i; j++) (gram[j] as Float64Array)[i] = line[j] as number;
    if (i === 0) continue;
    const b = coefficients[i] as number;
    line[i] = (line[i] as number) + ridge;
    right[i] = (right[i] as number) - ridge * b;
    penalty += 0.5 * ridge * b * b;
  }
  return penalty;
}
