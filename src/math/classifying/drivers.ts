import type { FittedModel } from "../../workers/lab/classifying";
import type { Driver, DriversInput, DriversOutput } from "../../workers/lab/explaining";
import { InputError } from "../input-error";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import { studentCritical } from "../student-t";
import { shuffled } from "./assign-folds";
import { checkedOutcome } from "./checked-outcome";
import { answererOf, readColumns, type ReadColumn } from "./model-reader";
import { areaUnderRoc, outcomeAt } from "./roc";
import { columnsAt } from "./table-at";
import { testedRows } from "./training-rows";

/** What a fold says: how far its AUC falls when each feature is shuffled, and its share of rows. */
interface FoldFalls {
  readonly falls: readonly number[];
  readonly rows: number;
}

/**
 * What the models lean on: permutation importance (Breiman 2001) on the rows each fold's model never saw. Features that say
 * the same share their importance, so that each may look small. InputError when the models are not those of the folds.
 */
export function* drivers(input: DriversInput): Generator<number, DriversOutput, void> {
  checkedOutcome(input);
  const { models, assignment, outcome, columns, seed } = input;
  if (assignment.length !== outcome.length || models.length === 0)
    throw new InputError("Validate the model on these rows first.");
  const random = seededRandom(seed);
  const told: FoldFalls[] = [];
  let silent = 0;
  for (const [fold, model] of models.entries()) {
    const job = foldFalls(input, model, testedRows(assignment, fold), random);
    const falls = yield* within(job, fold / models.length, (fold + 1) / models.length);
    if (falls) told.push(falls);
    else silent++;
  }
  if (told.length === 0) throw new InputError("No fold has both kinds of outcome. Take fewer folds, or more rows.");
  const found = columns.map((_, feature) => driverOf(told, feature, outcome.length));
  const notes = silent > 0 ? [`${silent} folds have one kind of outcome only and are left out.`] : [];
  return { drivers: found.sort((a, b) => b.aucFall - a.aucFall || a.feature - b.feature), notes };
}

function* foldFalls(
  input: DriversInput,
  model: FittedModel,
  all: Int32Array,
  random: () => number,
): Generator<number, FoldFalls | null, void> {
  const { repeats = 5, rows: most = 2000 } = input;
  const rows = sampleIndices(all.length, most, random).map((at) => all[at] as number);
  const outcome = outcomeAt(input.outcome, rows);
  const read = yield* within(readColumns(model, yield* within(columnsAt(input, rows), 0, 0)), 0, 0);
  const answer = answererOf(model);
  const whole = yield* within(areaUnderRoc(yield* within(answer(read), 0, 0), outcome), 0, 0);
  if (Number.isNaN(whole)) return null;
  const falls: number[] = [];
  for (const [f, column] of read.entries()) {
    let sum = 0;
    for (let repeat = 0; repeat < repeats; repeat++) {
      const order = shuffled(Int32Array.from(rows.keys()), random);
      const mixed = read.with(f, reordered(column, order));
      const done = (f + repeat / repeats) / read.length;
      const logOdds = yield* within(answer(mixed), done, done);
      sum += whole - (yield* within(areaUnderRoc(logOdds, outcome), done, done));
    }
    falls.push(sum / repeats);
  }
  return { falls, rows: all.length };
}

function reordered(column: ReadColumn, order: Int32Array): ReadColumn {
  const mixed = column.slice();
  for (let at = 0; at < order.length; at++) mixed[at] = column[order[at] as number] as number;
  return mixed;
}

function driverOf(told: readonly FoldFalls[], feature: number, n: number): Driver {
  const byFold = told.map(({ falls }) => falls[feature] as number);
  const k = byFold.length;
  const aucFall = byFold.reduce((sum, fall) => sum + fall, 0) / k;
  const variance = byFold.reduce((sum, fall) => sum + (fall - aucFall) ** 2, 0) / (k - 1);
  const tested = told.reduce((sum, { rows }) => sum + rows, 0) / k;
  const reach =
    k < 2 ? Number.NaN : studentCritical(0.95, k - 1) * Math.sqrt(variance * (1 / k + tested / (n - tested)));
  return { feature, aucFall, low95: aucFall - reach, high95: aucFall + reach, byFold };
}
