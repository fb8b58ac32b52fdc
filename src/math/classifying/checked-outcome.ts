import type { OutcomeTable } from "../../workers/lab/classifying";
import { InputError } from "../input-error";

/** Rows each kind of outcome needs at least to be tested on; with fewer, every figure is chance. */
export const FEWEST = 10;

/** Counts the rows with the outcome, as `countedOutcome` does. InputError also when a column has not one value per row. */
export function checkedOutcome({ columns, outcome }: OutcomeTable, fewest = 1): number {
  if (columns.length === 0) throw new InputError("Choose at least one feature to tell the outcome from.");
  if (columns.some((column) => column.length !== outcome.length))
    throw new InputError("Every row must have one value per feature.");
  return countedOutcome(outcome, fewest);
}

/** Counts the rows with the outcome. InputError when it is not 0 or 1, or one kind occurs fewer than `fewest` times. */
export function countedOutcome(outcome: Uint8Array, fewest = 1): number {
  const n = outcome.length;
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
  if (positives < fewest) throw new InputError(`${rowsThat(positives, "has", "have")} the outcome: ${TOO_FEW(fewest)}`);
  const others = n - positives;
  if (others < fewest) throw new InputError(`${rowsThat(others, "lacks", "lack")} the outcome: ${TOO_FEW(fewest)}`);
  return positives;
}

const rowsThat = (count: number, one: string, more: string): string =>
  count === 1 ? `Only 1 row ${one}` : `Only ${count} rows ${more}`;

const TOO_FEW = (fewest: number): string =>
  `too few to learn from and to test on. At least ${fewest} are needed; take more rows or another outcome.`;
