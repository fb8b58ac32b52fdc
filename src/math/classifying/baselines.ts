import type { OutcomeTable } from "../../workers/lab/classifying";
import type { SingleFeature, Validation, ValidationInput } from "../../workers/lab/validating";
import { valuesAt } from "../complete-rows";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import type { Folds } from "./assign-folds";
import { featureRates, rateOfEach, type FeatureRates } from "./one-feature";
import { areaUnderRoc, outcomeAt } from "./roc";
import { scoresOf } from "./scores-of";
import { columnsAt, tableAt } from "./table-at";
import { testedRows, trainingRows } from "./training-rows";

/** Area from which a single feature probably knows the outcome already. */
const LEAK = 0.98;

/** Rows the shares of a fold are learned from. */
const MOST_ROWS = 50_000;

/** Answers about rows that were not looked at: the base rate's, and each feature's alone. */
interface Alone {
  readonly baseRate: Float64Array;
  readonly features: readonly Float64Array[];
  readonly chosen: number[];
  readonly best: Float64Array;
}

/** What there is to beat, over the same folds, and how far each feature goes alone. `tested` are the rows with a fold. */
export function* baselinesOf(
  input: ValidationInput,
  folds: Folds,
  tested: Int32Array,
): Generator<number, Pick<Validation, "baselines" | "single">, void> {
  const alone = yield* within(answersAlone(input, folds), 0, 0.7);
  const outcome = outcomeAt(input.outcome, tested);
  const baseRate = yield* within(scoresOf(valuesAt(alone.baseRate, tested), outcome), 0.7, 0.72);
  const oneFeature = yield* within(scoresOf(valuesAt(alone.best, tested), outcome), 0.72, 0.75);
  const single: SingleFeature[] = [];
  for (const [feature, column] of input.columns.entries()) {
    const categorical = input.categorical?.[feature] === true;
    const done = 0.75 + (0.25 * feature) / input.columns.length;
    const byValue = categorical ? Number.NaN : yield* within(valueArea(valuesAt(column, tested), outcome), done, done);
    const shares = valuesAt(alone.features[feature] as Float64Array, tested);
    const byShare = yield* within(areaUnderRoc(shares, outcome), done, done);
    const auc = byValue > byShare ? byValue : byShare;
    single.push({ feature, auc, leaks: auc > LEAK });
  }
  return { baselines: { baseRate, oneFeature, oneFeatureChosen: alone.chosen }, single };
}

function* answersAlone(input: ValidationInput, { assignment, folds }: Folds): Generator<number, Alone, void> {
  const empty = (): Float64Array => new Float64Array(assignment.length).fill(Number.NaN);
  const alone: Alone = { baseRate: empty(), features: input.columns.map(empty), chosen: [], best: empty() };
  yield 0;
  const random = seededRandom(input.seed);
  for (let fold = 0; fold < folds; fold++) {
    const rows = testedRows(assignment, fold);
    yield fold / folds;
    const training = trainingRows(assignment, fold, input);
    yield fold / folds;
    const some = sampleIndices(training.length, MOST_ROWS, random).map((at) => training[at] as number);
    const table = yield* within(tableAt(input, some), fold / folds, fold / folds);
    const columns = yield* within(columnsAt(input, rows), fold / folds, fold / folds);
    const base = table.outcome.reduce((sum, value) => sum + value, 0) / some.length;
    const rates = yield* within(everyRates(table), fold / folds, (fold + 1) / folds);
    const chosen = rates.reduce((best, { auc }, f) => (auc > (rates[best]?.auc ?? 0) ? f : best), 0);
    alone.chosen.push(chosen);
    scatter(alone.baseRate, rows, new Float64Array(rows.length).fill(base));
    for (const [f, own] of rates.entries()) {
      const answers = yield* within(
        rateOfEach(own, columns[f] as Float64Array),
        (fold + 1) / folds,
        (fold + 1) / folds,
      );
      scatter(alone.features[f] as Float64Array, rows, answers);
      if (f === chosen) scatter(alone.best, rows, answers);
    }
  }
  return alone;
}

function* everyRates(table: OutcomeTable): Generator<number, FeatureRates[], void> {
  const rates: FeatureRates[] = [];
  const all = table.columns.length;
  for (const feature of table.columns.keys())
    rates.push(yield* within(featureRates(table, feature), feature / all, (feature + 1) / all));
  return rates;
}

function scatter(into: Float64Array, rows: Int32Array, values: Float64Array): void {
  for (let at = 0; at < rows.length; at++) into[rows[at] as number] = values[at] as number;
}

/** Area of the values themselves in the direction that tells more; missing ones stand below all others. */
function* valueArea(column: Float64Array, outcome: Uint8Array): Generator<number, number, void> {
  const auc = yield* areaUnderRoc(
    column.map((value) => (Number.isFinite(value) ? value : -Infinity)),
    outcome,
  );
  return Math.max(auc, 1 - auc);
}
