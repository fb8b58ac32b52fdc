import type { Matrix } from "../../workers/lab/matrix";
import { distinctPoints } from "../distinct";
import { InputError } from "../input-error";
import type { Points } from "../points";

/** Rows that can be grouped, and into how many clusters. */
export interface Admitted {
  readonly points: Points;
  /** As many as wanted, or as there are different rows. */
  readonly k: number;
  /** Indices of k rows that all differ. */
  readonly anchors: readonly number[];
  /** Features with the same value in every row. */
  readonly constants: number;
  /** Plain sentences about fewer clusters than wanted and features with one value. */
  readonly notes: readonly string[];
}

/**
 * Looks at the rows before anything is computed. InputError when there are none, no features, values whose squares are
 * too large to add up, or when `wanted` is not a whole number from 1.
 */
export function admitted(matrix: Matrix, wanted: number): Admitted {
  const points = measurable(matrix);
  if (!Number.isInteger(wanted) || wanted < 1) throw new InputError("The number of clusters must be 1 or more.");
  const anchors = distinctPoints(points, wanted);
  const k = anchors.length;
  const notes = k < wanted ? [fewer(k, wanted)] : [];
  const constants = constantFeatures(matrix);
  if (k > 1 && constants > 0) notes.push(playNoPart(constants, matrix.d));
  return { points, k, anchors, constants, notes };
}

/** The rows as points of weight 1. InputError when nothing can be measured on them. */
export function measurable({ values, n, d }: Matrix): Points {
  if (n === 0) throw new InputError("There are no rows to group.");
  if (d === 0) throw new InputError("There are no features to group by. Choose at least one.");
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] as number) * (values[i] as number);
  if (!Number.isFinite(squares)) {
    throw new InputError("The values are too large to measure distances between. Choose a scaling.");
  }
  return { values, n, d, weights: null };
}

function constantFeatures({ values, d }: Matrix): number {
  let count = 0;
  for (let f = 0; f < d; f++) {
    let i = f + d;
    while (i < values.length && values[i] === values[f]) i += d;
    if (i >= values.length) count++;
  }
  return count;
}

function fewer(k: number, wanted: number): string {
  const places = k === 1 ? "All rows are equal" : `Only ${k} different rows exist`;
  return `${places}, so there ${k === 1 ? "is 1 cluster" : `are ${k} clusters`} instead of ${wanted}.`;
}

function playNoPart(count: number, d: number): string {
  const verbs = count === 1 ? "has the same value in every row and plays" : "have the same value in every row and play";
  return `${count} of ${d} features ${verbs} no part in the clusters.`;
}
