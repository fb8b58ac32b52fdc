import type { FittedModel } from "../../workers/lab/classifying";
import type { ValidationInput } from "../../workers/lab/validating";
import { InputError } from "../input-error";
import { within } from "../progress";
import type { Folds } from "./assign-folds";
import { fitModel } from "./fit-model";
import { sigmoid } from "./log-odds";
import { answererOf, readColumns } from "./model-reader";
import { columnsAt, tableAt } from "./table-at";
import { testedRows, trainingRows } from "./training-rows";

/** Answers of models about rows they never saw. */
export interface CrossFit {
  /** NaN where a row was not tested. */
  readonly probabilities: Float64Array;
  readonly models: readonly FittedModel[];
}

/** Fits one model per fold on the rows it may learn from and asks it about the fold's. */
export function* crossFit(input: ValidationInput, { assignment, folds }: Folds): Generator<number, CrossFit, void> {
  const probabilities = new Float64Array(input.outcome.length).fill(Number.NaN);
  const models: FittedModel[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const rows = testedRows(assignment, fold);
    yield fold / folds;
    const training = trainingRows(assignment, fold, input);
    yield fold / folds;
    const job = foldAnswers(input, training, rows);
    const { model, logOdds } = yield* within(job, fold / folds, (fold + 1) / folds);
    models.push(model);
    for (let at = 0; at < rows.length; at++) probabilities[rows[at] as number] = sigmoid(logOdds[at] as number);
  }
  return { probabilities, models };
}

function* foldAnswers(
  input: ValidationInput,
  training: Int32Array,
  rows: Int32Array,
): Generator<number, { model: FittedModel; logOdds: Float64Array }, void> {
  const table = yield* within(tableAt(input, training), 0, 0.05);
  const positives = table.outcome.reduce((sum, value) => sum + value, 0);
  if (positives === 0 || positives === training.length)
    throw new InputError("A fold has only one kind of outcome to learn from. Take fewer folds, or more rows.");
  const model = yield* within(fitModel(table, input.model), 0.05, 0.9);
  const read = yield* within(readColumns(model, yield* within(columnsAt(input, rows), 0.9, 0.9)), 0.9, 0.95);
  return { model, logOdds: yield* within(answererOf(model)(read), 0.95, 1) };
}
