import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { finish } from "../../../../src/math/progress";
import { spectral } from "../../../../src/math/spectral/spectral";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { Affinity } from "../../../../src/workers/lab/spectral";
import {
  clusteringThere,
  golden,
  goldenLabels,
  matrixOf,
  sizesOf,
  socialMedia,
  socialMediaReference,
  truthOf,
} from "../../../golden/hierarchy";

/**
 * Where scikit-learn's labels are not ours. wingnut: ours is the best k-means solution of the embedding (found by trying
 * every cut), scikit-learn's is not. The others: rows whose similarities with gamma = 1 add up to less than 1e-40, so that
 * both answers rest on rounding.
 */
const DIFFERENT = ["fcps/wingnut", "uci/ecoli", "uci/ionosphere", "uci/statlog"];

/** Sets whose dense matrix takes seconds. */
const LARGE = ["fcps/engytime", "uci/statlog"];

function labelled(matrix: Matrix, k: number, affinity: Affinity = "rbf"): Int32Array {
  return finish(spectral({ matrix, k, seed: 1, affinity, gamma: 1, neighbours: 10 })).labels;
}

describe.skipIf(!clusteringThere)("spectral against scikit-learn (skipped where the sets are absent)", () => {
  const compared = (affinity: Affinity, names: readonly string[]): void => {
    let ours = 0;
    let theirs = 0;
    for (const name of names) {
      const k = golden[name]?.k ?? 0;
      const labels = labelled(matrixOf(name), k, affinity);
      ours += adjustedRandIndex(labels, truthOf(name)) / names.length;
      theirs += (golden[name]?.ari[affinity] ?? Number.NaN) / names.length;
      if (affinity === "rbf" && DIFFERENT.includes(name)) continue;
      const agreement = adjustedRandIndex(labels, goldenLabels(name, affinity));
      expect({ name, agreement: Math.min(agreement, 0.98) }).toEqual({ name, agreement: 0.98 });
    }
    expect(ours).toBeGreaterThanOrEqual(theirs - 0.01);
  };

  const names = Object.keys(golden);
  it("groups alike by neighbours", () => compared("nearest-neighbours", names));
  it("groups alike by similarity", () =>
    compared(
      "rbf",
      names.filter((name) => !LARGE.includes(name)),
    ));

  it("gives the reference's sizes on iris and on the social-media file", () => {
    expect(sizesOf(labelled(matrixOf("iris"), 3))).toEqual([63, 50, 37]);
    for (const k of [3, 4, 5]) {
      const { sizes } = socialMediaReference<{ sizes: number[] }>(`spectral_rbf_gamma1_k${k}`);
      expect(sizesOf(labelled(socialMedia(), k))).toEqual(sizes);
    }
  });
});
