import { allRows } from "../complete-rows";
import type { ValidationInput } from "../../workers/lab/validating";

/**
 * The rows a fold's model learns from: those of no other time than before the fold's where rows have a time, else all others;
 * never a row of a customer who is in the fold.
 */
export function trainingRows(
  assignment: Int32Array,
  fold: number,
  { groups, time }: Pick<ValidationInput, "groups" | "time">,
): Int32Array {
  const tested = new Set<number>();
  let first = Infinity;
  for (let row = 0; row < assignment.length; row++) {
    if (assignment[row] !== fold) continue;
    if (groups) tested.add(groups[row] as number);
    if (time) first = Math.min(first, time[row] as number);
  }
  return allRows(assignment.length).filter((row) => {
    if (assignment[row] === fold || (groups && tested.has(groups[row] as number))) return false;
    return !time || (time[row] as number) < first;
  });
}

/** The rows a fold tests. */
export function testedRows(assignment: Int32Array, fold: number): Int32Array {
  return allRows(assignment.length).filter((row) => assignment[row] === fold);
}
