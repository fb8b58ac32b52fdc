import type { Matrix } from "../../workers/lab/matrix";

/** A place among the rows of a matrix, and how distances from it are told. */
export interface Place {
  /** One value per axis. */
  readonly point: Float64Array;
  /** What a squared difference along each axis is multiplied by. */
  readonly weights: Float64Array;
  /** Feature that each axis belongs to. */
  readonly featureOf: readonly number[];
}

/** Distances whose squares differ by no more than this share are the same: rounding parts them otherwise. */
export const SAME = 1e-9;

/** How many features the axes belong to. */
export const featuresOf = ({ featureOf }: Pick<Place, "featureOf">): number =>
  featureOf.reduce((most, feature) => Math.max(most, feature + 1), 0);

/** Squared distance of a row. */
export function squareTo({ values, d }: Matrix, { point, weights }: Place, row: number): number {
  let square = 0;
  for (let axis = 0, at = row * d; axis < d; axis++) {
    const difference = (values[at + axis] as number) - (point[axis] as number);
    square += (weights[axis] as number) * difference * difference;
  }
  return square;
}

/** The same, by feature: writes into `into`. */
export function squaresByFeature(
  { values, d }: Matrix,
  { point, weights, featureOf }: Place,
  row: number,
  into: Float64Array,
): void {
  into.fill(0);
  for (let axis = 0, at = row * d; axis < d; axis++) {
    const difference = (values[at + axis] as number) - (point[axis] as number);
    const feature = featureOf[axis] as number;
    into[feature] = (into[feature] as number) + (weights[axis] as number) * difference * difference;
  }
}
