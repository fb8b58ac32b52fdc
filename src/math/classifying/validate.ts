import type { FittedModel } from "../../workers/lab/classifying";
import type { Validation, ValidationInput } from "../../workers/lab/validating";
import { allRows, valuesAt } from "../complete-rows";
import { InputError } from "../input-error";
import { within } from "../progress";
import { assignFolds, type Folds } from "./assign-folds";
import { baselinesOf } from "./baselines";
import { calibrationOf } from "./calibration-of";
import { checkedOutcome, FEWEST } from "./checked-outcome";
import { crossFit } from "./cross-fit";
import { curveOf } from "./curve-of";
import { featureName } from "./feature-name";
import { capacitiesOf, decilesOf } from "./gains";
import { precisionInterval } from "./precision-interval";
import { rankingOf } from "./ranking";
import { areaAt, outcomeAt, roc } from "./roc";
import { scoresOf } from "./scores-of";
import { testedRows } from "./training-rows";

/** Area that no honest features reach. */
const TOO_GOOD = 0.999;

/**
 * How well a model would tell the outcome of rows it has not seen: every figure is from answers of a model that did not learn
 * from the row, nor from any other row of its customer, nor from a later one, as asked. Beside it what there is to beat, and a
 * word where a feature seems to know the outcome. InputError when either outcome has fewer than 10 rows, or as `assignFolds`
 * and the model's fit reject.
 */
export function* validate(input: ValidationInput): Generator<number, Validation, void> {
  checkedOutcome(input, FEWEST);
  yield 0;
  const folds = yield* assignFolds(input);
  const { assignment } = folds;
  const tested = allRows(assignment.length).filter((row) => (assignment[row] as number) >= 0);
  yield 0;
  const outcome = outcomeAt(input.outcome, tested);
  const positives = outcome.reduce((sum, value) => sum + value, 0);
  if (positives === 0 || positives === tested.length)
    throw new InputError("The rows that are tested have only one kind of outcome. Take more rows.");
  const { probabilities, models } = yield* within(crossFit(input, folds), 0, 0.8);
  const values = valuesAt(probabilities, tested);
  const groups = input.groups && tested.map((row) => input.groups?.[row] ?? 0);
  const { low95, high95 } = yield* within(roc(values, outcome, groups), 0.8, 0.8);
  const ranking = yield* within(rankingOf(values, outcome), 0.8, 0.81);
  const scores = yield* within(scoresOf(values, outcome), 0.81, 0.82);
  const precision = precisionInterval(scores.prAuc, positives);
  const partial = {
    probabilities,
    assignment,
    models,
    rowsTested: tested.length,
    positives,
    baseRate: positives / tested.length,
    scores,
    aucLow95: low95,
    aucHigh95: high95,
    prAucLow95: precision.low95,
    prAucHigh95: precision.high95,
    curve: curveOf(ranking),
    foldAucs: yield* within(foldAucsOf(probabilities, input.outcome, folds), 0.82, 0.82),
    calibration: yield* within(calibrationOf(values, outcome), 0.82, 0.85),
    deciles: decilesOf(ranking),
    capacities: capacitiesOf(ranking, input.contacts),
    ...(yield* within(baselinesOf(input, folds, tested), 0.85, 1)),
  };
  return { ...partial, notes: notesOf(input, partial) };
}

function* foldAucsOf(
  probabilities: Float64Array,
  outcome: Uint8Array,
  { assignment, folds }: Folds,
): Generator<number, number[], void> {
  const areas: number[] = [];
  for (let fold = 0; fold < folds; fold++) {
    yield fold / folds;
    areas.push(yield* areaAt(probabilities, outcome, testedRows(assignment, fold)));
  }
  return areas;
}

function notesOf(input: ValidationInput, made: Omit<Validation, "notes">): string[] {
  const { assignment, models, single, scores, foldAucs } = made;
  const leaks = single.flatMap(({ feature, auc, leaks }) =>
    leaks
      ? [
          `${featureName(input, feature)} alone tells the outcome almost surely (AUC ${auc.toFixed(3)}). It probably became known with or after it: leave it out.`,
        ]
      : [],
  );
  const untimed = input.time?.reduce((count, time) => count + (Number.isFinite(time) ? 0 : 1), 0) ?? 0;
  return [
    ...leaks,
    ...(scores.auc > TOO_GOOD && leaks.length === 0
      ? ["The features together tell the outcome almost surely. Look for some that became known with or after it."]
      : []),
    ...beaten(input, made),
    ...(untimed > 0 ? [`${untimed} rows have no time and are left out.`] : []),
    ...(input.time ? [`The earliest ${early(assignment) - untimed} rows are only learned from.`] : []),
    ...(foldAucs.some(Number.isNaN) ? ["Some folds have one kind of outcome only and no AUC of their own."] : []),
    ...everyModels(models),
  ];
}

/** A word where a simpler answer is as good. */
function beaten(input: ValidationInput, { scores, baselines }: Omit<Validation, "notes">): string[] {
  const { baseRate, oneFeature, oneFeatureChosen } = baselines;
  if (scores.logLoss >= baseRate.logLoss)
    return ["The probabilities are no better than giving everyone the overall share, so they should not be used."];
  if (scores.logLoss < oneFeature.logLoss) return [];
  const chosen = Array.from(new Set(oneFeatureChosen), (feature) => featureName(input, feature)).join(" or ");
  return [
    `The outcome's share at the values of ${chosen} alone gives better probabilities than this model. Try another.`,
  ];
}

const early = (assignment: Int32Array): number => assignment.reduce((count, fold) => count + (fold < 0 ? 1 : 0), 0);

/** What the models of all folds say. */
function everyModels(models: readonly FittedModel[]): string[] {
  const [first, ...others] = models;
  return (first?.notes ?? []).filter((note) => others.every(({ notes }) => notes.includes(note)));
}
