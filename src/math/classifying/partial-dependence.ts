import type { FittedModel } from "../../workers/lab/classifying";
import type { PartialDependence, PartialDependenceInput } from "../../workers/lab/explaining";
import { InputError } from "../input-error";
import { within } from "../progress";
import { quantilesInPlace } from "../quantile";
import { sampleIndices, seededRandom } from "../random";
import { calibrated } from "./calibrate";
import { finiteValues } from "./finite-values";
import { sigmoid } from "./log-odds";
import { answererOf, readColumn, readColumns, type Answerer, type ReadColumn } from "./model-reader";
import { columnsAt } from "./table-at";

/**
 * Partial dependence (Friedman 2001): the mean probability over rows whose value of one feature is set to each of up to
 * `points` of its values. It takes features for independent of each other. InputError for a feature that does not exist.
 */
export function* partialDependence(input: PartialDependenceInput): Generator<number, PartialDependence[], void> {
  const { model, columns, features, points = 20, rows: most = 1000, seed } = input;
  const rows = sampleIndices(columns[0]?.length ?? 0, most, seededRandom(seed));
  const read = yield* within(readColumns(model.model, yield* within(columnsAt(input, rows), 0, 0)), 0, 0);
  const answer = answererOf(model.model);
  const curves: PartialDependence[] = [];
  for (const [at, feature] of features.entries()) {
    const column = columns[feature];
    if (!column) throw new InputError("Choose one of the features the model was made from.");
    const categorical = isCategorical(model.model, feature);
    const values = categorical ? frequent(column, points) : spread(column, points);
    const job = meansAt(input, answer, read, feature, values);
    const probabilities = yield* within(job, at / features.length, (at + 1) / features.length);
    curves.push({ feature, values, probabilities });
  }
  return curves;
}

function* meansAt(
  { model }: PartialDependenceInput,
  answer: Answerer,
  read: readonly ReadColumn[],
  feature: number,
  values: readonly number[],
): Generator<number, number[], void> {
  const tried = yield* within(readColumn(model.model, feature, Float64Array.from(values)), 0, 0);
  const means: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const same = (read[feature] as ReadColumn).slice().fill(tried[at] as number);
    const logOdds = yield* within(answer(read.with(feature, same)), at / values.length, (at + 1) / values.length);
    const probabilities = calibrated(logOdds.map(sigmoid), model.calibrator);
    means.push(probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length);
  }
  return means;
}

function isCategorical(model: FittedModel, feature: number): boolean {
  const kinds: readonly { readonly kind: string }[] = model.kind === "logistic" ? model.encoding : model.bins;
  return kinds[feature]?.kind === "category";
}

/** Different values among evenly spaced quantiles. */
function spread(column: Float64Array, points: number): number[] {
  const known = finiteValues(column);
  if (known.length === 0) return [];
  const shares = Array.from({ length: points }, (_, i) => (points === 1 ? 0.5 : i / (points - 1)));
  return Array.from(new Set(quantilesInPlace(known, shares)));
}

function frequent(column: Float64Array, points: number): number[] {
  const counts = new Map<number, number>();
  for (const code of finiteValues(column)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const ranked = Array.from(counts).sort(([a, m], [b, n]) => n - m || a - b);
  return ranked
    .slice(0, points)
    .map(([code]) => code)
    .sort((a, b) => a - b);
}
