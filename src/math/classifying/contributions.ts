import type { BoostingModel, LogisticModel } from "../../workers/lab/classifying";
import type { Classifier, ContributionsInput, ContributionsOutput } from "../../workers/lab/explaining";
import { InputError } from "../input-error";
import { within } from "../progress";
import { calibrated } from "./calibrate";
import { encodedWidth } from "./encode";
import { firstNumber } from "./feature-points";
import { sigmoid } from "./log-odds";
import { readColumns, type ReadColumn } from "./model-reader";
import { columnsAt } from "./table-at";
import { addShapley, expectedAnswer } from "./tree-shap";
import { walkable } from "./walk-tree";

/**
 * Why rows have the log-odds they have, feature by feature: they add up, with `expected`, to the row's log-odds before
 * calibration. InputError for a row that does not exist or columns that are not the model's.
 */
export function* contributions(input: ContributionsInput): Generator<number, ContributionsOutput, void> {
  const { model: classifier, columns, rows } = input;
  const n = columns[0]?.length ?? 0;
  if (rows.some((row) => !Number.isInteger(row) || row < 0 || row >= n))
    throw new InputError(`There are rows 0 to ${n - 1} to explain.`);
  const { model } = classifier;
  const read = yield* within(
    readColumns(model, yield* within(columnsAt({ columns }, Int32Array.from(rows)), 0, 0)),
    0,
    0.1,
  );
  if (model.kind === "logistic") {
    const means = pointsAtMeans(model);
    const expected = means.reduce((sum, points) => sum + points, model.intercept);
    const parts = rows.map((_, at) => read.map((points, f) => (points[at] as number) - (means[f] as number)));
    return { method: "exact", expected, rows: explained(classifier, rows, expected, parts) };
  }
  const expected = model.trees.reduce((sum, tree) => sum + expectedAnswer(tree), model.base);
  const parts = yield* within(shapleyOf(model, read, rows.length), 0.1, 1);
  return { method: "tree-shap", expected, rows: explained(classifier, rows, expected, parts) };
}

/** Log-odds each feature adds on average. */
function pointsAtMeans({ encoding, means, coefficients }: LogisticModel): number[] {
  return encoding.map((feature, f) => {
    const first = firstNumber(encoding, f);
    return Array.from({ length: encodedWidth(feature) }, (_, j) => first + j).reduce(
      (sum, at) => sum + (means[at] as number) * (coefficients[at] as number),
      0,
    );
  });
}

function* shapleyOf(
  model: BoostingModel,
  read: readonly ReadColumn[],
  rows: number,
): Generator<number, number[][], void> {
  const trees = model.trees.map((tree) => ({ tree, goesLeft: walkable(tree).goesLeft }));
  const all: number[][] = [];
  for (let at = 0; at < rows; at++) {
    const values = new Float64Array(read.length);
    const bins = read.map((column) => column[at] as number);
    for (const [t, { tree, goesLeft }] of trees.entries()) {
      addShapley(tree, bins, (node, bin) => goesLeft[node * 256 + bin] === 1, values);
      if (t % 20 === 0) yield (at + t / trees.length) / rows;
    }
    all.push(Array.from(values));
  }
  return all;
}

function explained(
  { calibrator }: Classifier,
  rows: readonly number[],
  expected: number,
  parts: readonly (readonly number[])[],
): ContributionsOutput["rows"] {
  const logOdds = parts.map((own) => own.reduce((sum, part) => sum + part, expected));
  const probabilities = calibrated(Float64Array.from(logOdds, sigmoid), calibrator);
  return rows.map((row, at) => ({
    row,
    contributions: parts[at] ?? [],
    logOdds: logOdds[at] as number,
    probability: probabilities[at] as number,
  }));
}
