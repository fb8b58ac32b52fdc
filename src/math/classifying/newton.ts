import type { Matrix } from "../../workers/lab/matrix";
import { solveNormal, type Solution } from "../normal-equations";
import { within } from "../progress";
import { informationAt, type Information } from "./information";

/** Newton steps after which only an outcome that can be told exactly has not settled. */
const MOST_STEPS = 60;

/** Steps it mostly takes. */
const USUAL_STEPS = 8;

/** Halvings of a step that made the loss worse. */
const MOST_HALVINGS = 30;

/** Squared length of a step, in standard errors, after which the next one is rounding. */
const SETTLED = 1e-14;

/** Where Newton's method stopped. */
export interface Minimum {
  /** The intercept first; of centred features. */
  readonly coefficients: Float64Array;
  readonly information: Information;
  /** Of the last step, with the inverse of the information. */
  readonly solution: Solution;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Minimises log loss + ridge / 2 · squared coefficients by Newton's method (iteratively reweighted least squares), a step
 * being halved while it makes things worse.
 */
export function* newton(
  matrix: Matrix,
  outcome: Uint8Array,
  means: Float64Array,
  ridge: number,
): Generator<number, Minimum, void> {
  let coefficients: Float64Array = new Float64Array(matrix.d + 1);
  const positives = outcome.reduce((sum, value) => sum + value, 0);
  coefficients[0] = Math.log(positives / (outcome.length - positives));
  let information = yield* within(informationAt(matrix, outcome, means, coefficients, ridge), 0, 0);
  let solution = solveNormal(information.gram, information.right);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const decrement = solution.coefficients.reduce((sum, by, j) => sum + by * (information.right[j] as number), 0);
    if (decrement < SETTLED) return { coefficients, information, solution, iterations, converged: true };
    const done = Math.min(1, iterations / USUAL_STEPS);
    const job = descended(matrix, outcome, means, ridge, coefficients, information, solution);
    const next = yield* within(job, done, done);
    if (!next) break;
    ({ coefficients, information } = next);
    solution = solveNormal(information.gram, information.right);
  }
  return { coefficients, information, solution, iterations: MOST_STEPS, converged: false };
}

/** The step, or the longest half of a half … of it that does not make the loss worse; null when none is found. */
function* descended(
  matrix: Matrix,
  outcome: Uint8Array,
  means: Float64Array,
  ridge: number,
  from: Float64Array,
  before: Information,
  { coefficients: step }: Solution,
): Generator<number, { coefficients: Float64Array; information: Information } | null, void> {
  const worst = before.penalised * (1 + 1e-12) + 1e-12;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const coefficients = from.map((value, j) => value + (step[j] as number) / 2 ** halving);
    const information = yield* informationAt(matrix, outcome, means, coefficients, ridge);
    if (information.penalised <= worst) return { coefficients, information };
  }
  return null;
}
