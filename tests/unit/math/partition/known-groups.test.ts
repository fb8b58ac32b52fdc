import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { gaussianMixture } from "../../../../src/math/partition/gaussian-mixture";
import { labKmeans } from "../../../../src/math/partition/lab-kmeans";
import { miniBatchKmeans } from "../../../../src/math/partition/mini-batch-kmeans";
import { finish } from "../../../../src/math/progress";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { clusteringSet, clusteringThere, partitionGolden } from "../../../golden/partition";

const SETS = Object.entries(partitionGolden.sets);

/** Mean over the data sets of the agreement with their known groups, rows without one left out. */
function meanAgreement(cluster: (matrix: Matrix, k: number) => Int32Array): number {
  const indices = SETS.map(([name, { k }]) => {
    const { matrix, known } = clusteringSet(name);
    const labels = cluster(matrix, k);
    const judged = [...known.keys()].filter((i) => known[i] !== 0);
    const of = (all: Int32Array) => Int32Array.from(judged, (i) => all[i] ?? -1);
    return adjustedRandIndex(of(known), of(labels));
  });
  return meanOf(indices);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.skipIf(!clusteringThere)("known groups of 18 data sets (skipped where the shared data is absent)", () => {
  it("are found by k-means as well as by scikit-learn's", () => {
    const ours = meanAgreement((matrix, k) => finish(labKmeans({ matrix, k, seed: 1, restarts: 3 })).labels);
    expect(ours).toBeGreaterThan(meanOf(SETS.map(([, { kmeans }]) => kmeans.ari)) - 0.01);
  });

  it("are found by mini-batch k-means as well as by scikit-learn's, on average over seeds", () => {
    const seeds = [1, 2, 3, 4, 5];
    const ours = seeds.map((seed) =>
      meanAgreement((matrix, k) => finish(miniBatchKmeans({ matrix, k, seed, restarts: 3 })).labels),
    );
    expect(meanOf(ours)).toBeGreaterThan(meanOf(SETS.map(([, { miniBatch }]) => miniBatch.ari)) - 0.01);
  });

  it("are found by mixtures of ellipsoids as well as by scikit-learn's", () => {
    const fit = (matrix: Matrix, k: number) =>
      finish(gaussianMixture({ matrix, k, seed: 1, restarts: 5, covariance: "full" })).labels;
    expect(meanAgreement(fit)).toBeGreaterThan(meanOf(SETS.map(([, { mixture }]) => mixture.full.ari)) - 0.01);
  });
});
