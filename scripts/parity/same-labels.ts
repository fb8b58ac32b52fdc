import { indices } from "../../src/math/judging/indices";
import { finish } from "../../src/math/progress";
import { principalAxes } from "../../src/math/projection/principal-axes";
import type { ParityLine } from "../../src/components/docs/parity-line";
import type { Matrix } from "../../src/workers/lab/matrix";
import { benchmark, golden } from "../../tests/golden/judging";
import { comparedNumber, type Claim } from "./compared";

/** Numbers that are to be the same but for rounding. */
const ALLOWED = { tolerance: 1e-6 };

/** The indices of known groups, so that both judge the same labels. */
export function sameLabelLines(): ParityLine[] {
  return Object.entries(golden.truth).flatMap(([set, theirs]) => {
    const { matrix, truth } = benchmark(set);
    const ours = finish(indices({ matrix, labels: truth, silhouetteRows: matrix.n, seed: 1 }));
    const claim = (measure: string): Claim => ({ method: "Indices", set, parameters: "the known groups", measure });
    return [
      comparedNumber(claim("silhouette"), theirs.silhouette, ours.silhouette, ALLOWED),
      comparedNumber(claim("Calinski-Harabasz"), theirs.calinski_harabasz, ours.calinskiHarabasz, ALLOWED),
      comparedNumber(claim("Davies-Bouldin"), theirs.davies_bouldin, ours.daviesBouldin, ALLOWED),
    ];
  });
}

/** Shares of the variance along the first three principal components. */
export function componentLines(set: string, matrix: Matrix, shares: readonly number[]): ParityLine[] {
  const { explained } = finish(principalAxes({ matrix, components: 3 }));
  return explained.map((share, axis) =>
    comparedNumber(
      { method: "Principal components", set, parameters: `component ${axis + 1}`, measure: "share of the variance" },
      shares[axis] ?? NaN,
      share,
      ALLOWED,
    ),
  );
}
