import type { Linkage } from "../../workers/lab/hierarchy";
import type { Matrix } from "../../workers/lab/matrix";
import { clusterDistances, type LabelledLeaves } from "./cluster-distances";
import { nearestLeaves } from "./nearest-leaf";

/** Coordinates compared between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/**
 * Labels of all rows, given those of the `rows` a tree was built on: every other row goes to the cluster that is nearest to
 * it as the linkage measures it, without changing any cluster. Time grows with rows × clusters for Ward, with rows times the
 * logarithm of leaves for single, and with rows × leaves for the others.
 */
export function* assignRest(
  matrix: Matrix,
  linkage: Linkage,
  leaves: LabelledLeaves,
): Generator<number, Int32Array, void> {
  const { values, n, d } = matrix;
  if (linkage === "single") {
    return (yield* nearestLeaves(matrix, leaves.rows)).map((leaf) => leaves.labels[leaf] as number);
  }
  const labels = new Int32Array(n).fill(-1);
  leaves.rows.forEach((row, leaf) => (labels[row] = leaves.labels[leaf] as number));
  const { measure, compared } = clusterDistances(matrix, linkage, leaves);
  const step = Math.max(1, Math.floor(WORK_PER_STEP / (compared * d)));
  for (let row = 0; row < n; row++) {
    if (labels[row] === -1) labels[row] = leastOf(measure(values, row * d));
    if (row % step === 0) yield row / n;
  }
  return labels;
}

function leastOf(distances: Float64Array): number {
  let least = 0;
  for (let j = 1; j < distances.length; j++) if ((distances[j] as number) < (distances[least] as number)) least = j;
  return least;
}
