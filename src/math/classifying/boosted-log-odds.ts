import type { BoostingModel } from "../../workers/lab/classifying";
import { addAnswers, walkable } from "./walk-tree";

/** Rows asked between two looks at the clock. */
const STEP = 1 << 15;

/** Log-odds of rows whose features are in the model's bins. */
export function* boostedLogOdds(
  model: BoostingModel,
  columns: readonly Uint8Array[],
): Generator<number, Float64Array, void> {
  const logOdds = new Float64Array(columns[0]?.length ?? 0).fill(model.base);
  for (const [t, tree] of model.trees.entries()) {
    const walked = walkable(tree);
    for (let from = 0; from < logOdds.length; from += STEP) {
      addAnswers(walked, columns, logOdds, from, Math.min(logOdds.length, from + STEP));
      yield (t + 1) / model.trees.length;
    }
  }
  return logOdds;
}
