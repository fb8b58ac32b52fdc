import type { LogisticOutput } from "../../workers/lab/classifying";
import type { Matrix } from "../../workers/lab/matrix";
import { InputError } from "../input-error";
import { within } from "../progress";
import { countedOutcome } from "./checked-outcome";
import { featureName } from "./feature-name";
import { matrixSpread } from "./matrix-spread";
import { newton, type Minimum } from "./newton";

/** The 97.5 % point of the standard normal distribution. */
export const NORMAL_975 = 1.959963984540054;

/** Mean loss of a row below which the outcome is told exactly. */
const EXACT = 1e-6;

/** Coefficient, and standard error, per standard deviation of a feature from which it grows without end. */
const ENDLESS = { coefficient: 5, error: 100 };

export interface LogisticInput {
  readonly matrix: Matrix;
  readonly outcome: Uint8Array;
  /** Weight of the squared coefficients, the intercept's excepted: scikit-learn's 1 / C. 0 for none. */
  readonly ridge: number;
  readonly names?: readonly string[] | undefined;
}

/**
 * Logistic regression by maximum (penalised) likelihood, as scikit-learn's LogisticRegression(C = 1 / ridge). Standard errors
 * are from the inverse of the penalised information at the optimum (classical without a penalty), intervals normal at 95 %.
 * Where the features tell the outcome exactly, or a part of it, no finite coefficients are most likely: a ridge of 1 is then
 * used and `notes` says so. InputError when only one kind of outcome occurs or the ridge is negative.
 */
export function* logisticRegression(input: LogisticInput): Generator<number, LogisticOutput, void> {
  const { matrix, outcome, ridge } = input;
  if (outcome.length !== matrix.n) throw new InputError("Every row must have one outcome.");
  countedOutcome(outcome);
  if (!(ridge >= 0 && ridge < Infinity)) throw new InputError("The penalty must be 0 or more.");
  const { means, deviations } = yield* within(matrixSpread(matrix), 0, 0.05);
  const first = yield* within(newton(matrix, outcome, means, ridge), 0.05, 0.6);
  const endless = ridge === 0 ? endlessOf(first, outcome.length, deviations) : null;
  const minimum = endless ? yield* within(newton(matrix, outcome, means, 1), 0.6, 1) : first;
  const notes = [...(endless ? [separated(endless, input)] : []), ...leftOut(minimum, deviations, input)];
  if (!minimum.converged) notes.push("The coefficients did not settle, so they are uncertain.");
  return { ...outputOf(minimum, means, deviations), ridge: endless ? 1 : ridge, notes };
}

function outputOf(
  { coefficients, solution, information, iterations, converged }: Minimum,
  means: Float64Array,
  deviations: Float64Array,
): Omit<LogisticOutput, "ridge" | "notes"> {
  const slopes = Array.from(deviations, (deviation, j) => (deviation > 0 ? (coefficients[j + 1] as number) : 0));
  const errors = slopes.map((_, j) =>
    deviations[j] === 0 ? Number.NaN : Math.sqrt(solution.inverseDiagonal[j + 1] ?? Number.NaN),
  );
  const reach = errors.map((error) => NORMAL_975 * error);
  return {
    intercept: slopes.reduce((sum, slope, j) => sum - slope * (means[j] as number), coefficients[0] as number),
    coefficients: slopes,
    standardErrors: errors,
    low95: slopes.map((slope, j) => slope - (reach[j] as number)),
    high95: slopes.map((slope, j) => slope + (reach[j] as number)),
    logLikelihood: -information.loss,
    iterations,
    converged,
  };
}

/** The features whose coefficients have no finite best value; null when all have one. */
function endlessOf(
  { coefficients, solution, information }: Minimum,
  n: number,
  deviations: Float64Array,
): number[] | null {
  const grown = Array.from(deviations.keys()).filter((j) => {
    const deviation = deviations[j] as number;
    // Where the rows' weights vanish, the information no longer tells the feature from the ones before it.
    const lost = solution.dependent[j + 1] === true;
    const error = lost ? Infinity : Math.sqrt(solution.inverseDiagonal[j + 1] ?? 0) * deviation;
    return error > ENDLESS.error && Math.abs(coefficients[j + 1] as number) * deviation > ENDLESS.coefficient;
  });
  return grown.length > 0 || information.loss < EXACT * n ? grown : null;
}

function separated(features: readonly number[], input: LogisticInput): string {
  const [first] = features;
  const which = features.length === 1 && first !== undefined ? featureName(input, first) : "The features together";
  const verb = features.length === 1 ? "tells" : "tell";
  return `${which} ${verb} the outcome exactly for some or all rows, so without a penalty no finite coefficients fit best; a penalty of 1 is used.`;
}

function leftOut({ solution }: Minimum, deviations: Float64Array, input: LogisticInput): string[] {
  return Array.from(deviations.keys()).flatMap((j) => {
    const name = featureName(input, j);
    if (deviations[j] === 0) return [`${name} is the same in every row, so it tells nothing and is left out.`];
    return solution.dependent[j + 1] ? [`${name} is a combination of the features before it and is left out.`] : [];
  });
}
