import type { Matrix } from "../../workers/lab/matrix";
import { InputError } from "../input-error";

/** InputError, in one sentence, unless `k` clusters can be asked for and distances between the rows be measured. */
export function demandGroupable({ values, n }: Matrix, k: number): void {
  if (n === 0) throw new InputError("There are no rows to group.");
  if (n === 1) throw new InputError("There is only one row: grouping takes two or more.");
  if (!Number.isInteger(k) || k < 1) throw new InputError("The number of clusters must be 1 or more.");
  if (k > n) throw new InputError(`There are only ${n} rows: ask for at most ${n} clusters.`);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] as number) * (values[i] as number);
  if (Number.isNaN(squares)) throw new InputError("Some values are missing: fill them or leave their rows out.");
  // Twice the rows times the squares is the most that the kernels add up.
  if (!Number.isFinite(4 * n * squares)) {
    throw new InputError("The values are too large to measure distances between. Choose a scaling.");
  }
}

/** What is said when there are fewer different rows than clusters were asked for. */
export function fewerClusters(k: number, wanted: number): string {
  return k === 1
    ? `All rows have the same values, so there is 1 cluster instead of ${wanted}.`
    : `Only ${k} different rows exist, so there are ${k} clusters instead of ${wanted}.`;
}
