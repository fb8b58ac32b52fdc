import { describe, expect, it } from "vitest";
import { assign, assignToCentroids, predictMixture } from "../../../../src/math/partition/assign";
import { gaussianMixture } from "../../../../src/math/partition/gaussian-mixture";
import { kMedoids } from "../../../../src/math/partition/k-medoids";
import { labKmeans } from "../../../../src/math/partition/lab-kmeans";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";

const random = seededRandom(5);
const matrix: Matrix = {
  values: Float64Array.from({ length: 900 }, () => random() + 3 * Math.floor(2 * random())),
  n: 300,
  d: 3,
};

describe("assign", () => {
  it("puts the rows a model was fitted on where the fit put them, also after the model was saved", () => {
    const common = { matrix, k: 4, seed: 1 };
    const saved = <T>(model: T): T => JSON.parse(JSON.stringify(model)) as T;
    const means = finish(labKmeans({ ...common, restarts: 3 }));
    const nearest = { kind: "nearest", metric: "euclidean", places: means.centroids } as const;
    const again = finish(assign({ matrix, model: saved(nearest) }));
    expect(again).toMatchObject({ labels: means.labels, k: 4, confidence: null });
    expect(again.distances?.reduce((sum, away) => sum + away * away, 0)).toBeCloseTo(means.inertia, 9);

    const medoids = finish(kMedoids({ ...common, metric: "manhattan" }));
    const standIns = { kind: "nearest", metric: "manhattan", places: medoids.places } as const;
    expect(finish(assign({ matrix, model: saved(standIns) })).labels).toEqual(medoids.labels);

    for (const covariance of ["full", "tied", "diag", "spherical"] as const) {
      const fit = finish(gaussianMixture({ ...common, restarts: 1, covariance }));
      const mixture = { covariance, means: fit.means, covariances: fit.covariances, weights: fit.weights };
      const placed = finish(assign({ matrix, model: { kind: "mixture", mixture: saved(mixture) } }));
      expect(placed).toMatchObject({ labels: fit.labels, k: 4, distances: null });
      placed.confidence?.forEach((share, i) => expect(share).toBeCloseTo(fit.confidence[i] ?? Number.NaN, 12));
      expect(predictMixture(matrix, mixture).logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
    }
  });

  it("keeps the model's numbers, measures by the metric, and takes the first of equals", () => {
    const chunk = { values: Float64Array.of(0, 0, 3, 4), n: 2, d: 2 };
    const places = [
      [10, 10],
      [0, 0],
      [0, 0],
    ];
    expect(assignToCentroids(chunk, places)).toEqual({ labels: Int32Array.of(1, 1), distances: Float64Array.of(0, 5) });
    expect([...assignToCentroids(chunk, places, "manhattan").distances]).toEqual([0, 7]);
  });

  it("refuses a model of other features, and a damaged one", () => {
    const model = (places: number[][]) => ({ kind: "nearest", metric: "euclidean", places }) as const;
    expect(() => finish(assign({ matrix, model: model([[1, 2]]) }))).toThrow("knows 2 features and these rows have 3");
    expect(() => finish(assign({ matrix, model: model([]) }))).toThrow("no clusters");
    const mixture = { covariance: "full", means: [[0]], covariances: [[[-1]]], weights: [1] } as const;
    expect(() => predictMixture({ values: new Float64Array(1), n: 1, d: 1 }, mixture)).toThrow("damaged");
    const half = { ...mixture, covariances: [[[1, 0]]] };
    expect(() => predictMixture({ values: new Float64Array(1), n: 1, d: 1 }, half)).toThrow("damaged");
    const good = { ...mixture, covariances: [[[1]]] };
    expect(() => predictMixture(matrix, good)).toThrow("knows 1 features");
  });
});
