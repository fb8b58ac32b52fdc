import type { Matrix } from "../../workers/lab/matrix";
import type { PrincipalAxes, PrincipalAxesInput } from "../../workers/lab/projection";
import { InputError } from "../input-error";
import { pointedUp } from "../pca";
import { within } from "../progress";
import { symmetricEigenInSteps } from "../symmetric-eigen";
import { moments } from "./covariance";

/** Products added up between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/**
 * Principal components of a prepared matrix: centred, eigenvectors of the covariance, shares of the total variance (as
 * scikit-learn's PCA). Axes beyond the number of features are empty: loadings, coordinates and shares of 0, and `notes`
 * says so; likewise where all rows are equal. InputError without rows or features, or with values too large to square.
 */
export function* principalAxes({ matrix, components }: PrincipalAxesInput): Generator<number, PrincipalAxes, void> {
  if (matrix.n === 0) throw new InputError("There are no customers to show.");
  if (matrix.d === 0) throw new InputError("Choose at least one feature.");
  const { means, covariance } = yield* within(moments(matrix), 0, 0.5);
  const total = covariance.reduce((sum, row, f) => sum + (row[f] as number), 0);
  if (!Number.isFinite(total)) {
    throw new InputError("The values are too large to measure distances between. Choose a scaling.");
  }
  const { values, vectors } = yield* within(symmetricEigenInSteps(covariance), 0.5, 0.8);
  const axes = Array.from({ length: components }, (_, axis) => axis);
  const empty = Array.from(means, () => 0);
  const loadings = axes.map((axis) => pointedUp(vectors[axis] ?? empty));
  return {
    components,
    explained: axes.map((axis) => (total > 0 ? Math.max(0, values[axis] ?? 0) / total : 0)),
    loadings,
    coordinates: yield* within(projected(matrix, means, loadings), 0.8, 1),
    notes: notesOn(matrix, components, total),
  };
}

function* projected(
  { values, n, d }: Matrix,
  means: Float64Array,
  loadings: readonly (readonly number[])[],
): Generator<number, Float64Array, void> {
  const c = loadings.length;
  const coordinates = new Float64Array(n * c);
  const rowsPerStep = Math.ceil(WORK_PER_STEP / (c * d));
  for (const [axis, loading] of loadings.entries()) {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let f = 0; f < d; f++)
        sum += (loading[f] as number) * ((values[i * d + f] as number) - (means[f] as number));
      coordinates[i * c + axis] = sum;
      if (i % rowsPerStep === 0) yield (axis + i / n) / c;
    }
  }
  return coordinates;
}

function notesOn({ n, d }: Matrix, components: number, total: number): string[] {
  if (total === 0)
    return [n === 1 ? "There is only one customer." : "All customers have the same values, so they share one place."];
  if (d >= components) return [];
  return [
    d === 1
      ? "There is only one feature, so only the first axis is used."
      : `There are only ${d} features, so only ${d} axes are used.`,
  ];
}
