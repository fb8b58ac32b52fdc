import type { OutcomeTable } from "../../workers/lab/classifying";
import { InputError } from "../input-error";

/** Rows each kind of outcome needs at least; with fewer, every figure about them is chance. */
export const FEWEST = 10;

/**
 * Counts the rows with the outcome. InputError when there are no features, columns and outcome differ in length, the outcome
 * is not 0 or 1, only one kind of it occurs, or one kind occurs fewer than `fewest` times.
 */
export function checkedOutcome({ columns, outcome }: OutcomeTable, fewest = 1): number {
  if (columns.length === 0) throw new InputError("Choose at least one feature to tell the outcome from.");
  const n = outcome.length;
  if (columns.some((column) => column.length !== n)) throw new InputError("Every row must have one value per feature.");
  let positives = 0;
  for (let i = 0; i < n; i++) {
    const value = outcome[i] as number;
    if (value > 1) throw new InputError("The outcome must be 0 or 1 in every row.");
    positives += value;
  }
  if (n === 0) throw new InputError("There are no rows to learn from.");
  if (positives === 0)
    throw new InputError("No row has the outcome, so there is nothing to tell apart. Choose another.");
  if (positives === n)
    throw new InputError("Every row has the outcome, so there is nothing to tell apart. Choose another.");
  const rarer = Math.min(positives, n - positives);
  if (rarer < fewest) {
    const kind = positives < n - positives ? "have" : "do not have";
    const rows = rarer === 1 ? "Only 1 row does" : `Only ${rarer} rows do`;
    const verb = kind === "have" ? "have the outcome" : "not have the outcome";
    throw new InputError(`${rows} ${verb}: too few to learn from and to test on. At least ${fewest} are needed.`);
  }
  return positives;
}
