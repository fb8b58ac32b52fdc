import type { FittedModel } from "../../workers/lab/classifying";
import { InputError } from "../input-error";
import { within } from "../progress";
import { binned } from "./binned";
import { featurePoints } from "./feature-points";
import { addAnswers, walkable, type WalkableTree } from "./walk-tree";

/** Rows asked between two looks at the clock. */
const STEP = 1 << 15;

/** A column as a model reads it: bins, or the log-odds it adds. One per feature. */
export type ReadColumn = Uint8Array | Float64Array;

/** Turns a feature's values into what the model reads, row by row, so that rows can be exchanged afterwards. */
export function* readColumn(
  model: FittedModel,
  feature: number,
  column: Float64Array,
): Generator<number, ReadColumn, void> {
  if (model.kind === "logistic") return yield* featurePoints(model, feature, column);
  const bins = model.bins[feature];
  if (!bins) throw new InputError("These are not the features the model was made from. Choose the same ones.");
  return yield* binned(column, bins);
}

/** All features of the rows. InputError when they are not those of the model. */
export function* readColumns(
  model: FittedModel,
  columns: readonly Float64Array[],
): Generator<number, ReadColumn[], void> {
  const features = model.kind === "logistic" ? model.encoding.length : model.bins.length;
  const n = columns[0]?.length ?? 0;
  if (columns.length !== features || columns.some(({ length }) => length !== n))
    throw new InputError("These are not the features the model was made from. Choose the same ones.");
  const read: ReadColumn[] = [];
  for (const [f, column] of columns.entries()) {
    read.push(yield* within(readColumn(model, f, column), f / columns.length, (f + 1) / columns.length));
  }
  return read;
}

/** Answers log-odds of rows that a model has read. */
export type Answerer = (read: readonly ReadColumn[]) => Generator<number, Float64Array, void>;

/** Lays a model out once, to be asked any number of times. */
export function answererOf(model: FittedModel): Answerer {
  if (model.kind === "logistic") return (read) => pointsTogether(model.intercept, read);
  const trees = model.trees.map(walkable);
  return (read) => treesTogether(model.base, trees, read as readonly Uint8Array[]);
}

function* pointsTogether(intercept: number, read: readonly ReadColumn[]): Generator<number, Float64Array, void> {
  const logOdds = new Float64Array(read[0]?.length ?? 0).fill(intercept);
  for (const [f, points] of read.entries()) {
    for (let row = 0; row < points.length; row++) logOdds[row] = (logOdds[row] as number) + (points[row] as number);
    yield (f + 1) / read.length;
  }
  return logOdds;
}

function* treesTogether(
  base: number,
  trees: readonly WalkableTree[],
  columns: readonly Uint8Array[],
): Generator<number, Float64Array, void> {
  const logOdds = new Float64Array(columns[0]?.length ?? 0).fill(base);
  let walked = 0;
  for (const [t, tree] of trees.entries()) {
    for (let from = 0; from < logOdds.length; from += STEP) {
      const to = Math.min(logOdds.length, from + STEP);
      addAnswers(tree, columns, logOdds, from, to);
      walked += to - from;
      if (walked < STEP) continue;
      walked = 0;
      yield (t + 1) / trees.length;
    }
  }
  return logOdds;
}
