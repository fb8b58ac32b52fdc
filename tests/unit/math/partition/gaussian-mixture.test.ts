import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { gaussianMixture } from "../../../../src/math/partition/gaussian-mixture";
import { orderBySize } from "../../../../src/math/partition/order-by-size";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { Covariance, GaussianMixtureOutput } from "../../../../src/workers/lab/partition";
import {
  clusteringSet,
  clusteringThere,
  partitionGolden,
  referenceMixture,
  socialMedia,
  socialMixtureBic,
} from "../../../golden/partition";

const SHAPES: readonly Covariance[] = ["full", "tied", "diag", "spherical"];

function fitted(matrix: Matrix, k: number, covariance: Covariance, restarts = 2): GaussianMixtureOutput {
  return finish(gaussianMixture({ matrix, k, seed: 1, restarts, covariance }));
}

/** A wide tilted group and a small round one, by Box and Muller's normal numbers. */
function tilted(n: number): Matrix {
  const random = seededRandom(n);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = Array.from({ length: n }, (_, i) => {
    const [x, y] = [normal(), normal()];
    return i % 4 === 0 ? [8 + 0.5 * x, -4 + 0.5 * y] : [3 * x, 2 * x + y];
  });
  return { values: Float64Array.from(rows.flat()), n, d: 2 };
}

describe("gaussianMixture", () => {
  it("recovers means, shapes and weights of the groups the rows were drawn from", () => {
    const fit = fitted(tilted(8000), 2, "full");
    expect(fit.converged).toBe(true);
    expect(fit.weights[0]).toBeCloseTo(0.75, 2);
    const close = (found: number | undefined, drawn: number) =>
      expect(Math.abs((found ?? Number.NaN) - drawn)).toBeLessThan(0.3);
    [
      [0, 0],
      [8, -4],
    ].forEach((mean, c) => mean.forEach((at, f) => close(fit.means[c]?.[f], at)));
    [
      [9, 6, 6, 5],
      [0.25, 0, 0, 0.25],
    ].forEach((all, c) => all.forEach((value, at) => close(fit.covariances[c]?.[at >> 1]?.[at & 1], value)));
  });

  it.each(SHAPES)("keeps what its shape promises: %s", (covariance) => {
    const matrix = tilted(400);
    const fit = fitted(matrix, 3, covariance);
    expect(fit.labels).toEqual(orderBySize(fit.labels).labels);
    expect(fit.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(fit.confidence.every((share) => share >= 1 / 3 && share <= 1)).toBe(true);
    const free = { full: 9, tied: 3, diag: 6, spherical: 3 }[covariance] + 6 + 2;
    expect(fit.bic).toBeCloseTo(free * Math.log(400) - 2 * fit.logLikelihood, 9);
    expect(fit.aic).toBeCloseTo(2 * free - 2 * fit.logLikelihood, 9);
    for (const [c, [[xx, xy] = [], [yx, yy] = []]] of fit.covariances.entries()) {
      expect(xy).toBe(yx);
      if (covariance === "tied") expect(fit.covariances[c]).toEqual(fit.covariances[0]);
      if (covariance === "diag" || covariance === "spherical") expect(xy).toBe(0);
      if (covariance === "spherical") expect(xx).toBe(yy);
    }
  });

  it("gives the same answer for the same seed, and one group for k = 1: mean and covariance of all rows", () => {
    const matrix = tilted(500);
    expect(fitted(matrix, 3, "full")).toEqual(fitted(matrix, 3, "full"));
    const one = fitted(matrix, 1, "full");
    const mean = matrix.values.filter((_, at) => at % 2 === 0).reduce((sum, value) => sum + value, 0) / 500;
    expect(one.means[0]?.[0]).toBeCloseTo(mean, 10);
    expect(one.confidence.every((share) => share === 1)).toBe(true);
  });

  it("says when components collapse, and what cannot be done", () => {
    const random = seededRandom(4);
    const spike = Float64Array.from({ length: 200 }, (_, at) => (at < 60 ? 5 : random()));
    const fit = fitted({ values: spike, n: 100, d: 2 }, 2, "full");
    expect(fit.notes.join(" ")).toMatch(/1 of 2 components have hardly any spread/u);
    const flat = { values: Float64Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 7 : random())), n: 100, d: 2 };
    expect(fitted(flat, 2, "full").notes).toEqual([
      "1 of 2 features has the same value in every row and plays no part in the clusters.",
    ]);
    expect(fitted({ values: new Float64Array(20).fill(3), n: 10, d: 2 }, 2, "diag")).toMatchObject({
      k: 1,
      notes: ["All rows are equal, so there is 1 cluster instead of 2."],
    });
    expect(() => fitted({ values: new Float64Array(0), n: 0, d: 2 }, 2, "full")).toThrow("no rows");
    const repeated = Float64Array.from({ length: 100 }, (_, at) => 1e9 * Math.floor(at / 2));
    expect(() => fitted({ values: repeated, n: 50, d: 2 }, 2, "full")).toThrow("spread cannot be measured");
  });
});

describe.skipIf(!clusteringThere)("gaussianMixture on the references (skipped where the shared data is absent)", () => {
  it("meets scikit-learn's mixture of three ellipsoids", () => {
    const { matrix, known } = clusteringSet("iris");
    const fit = fitted(matrix, 3, "full", 5);
    const { bic, ari, sizes } = referenceMixture();
    expect(fit.bic).toBeCloseTo(bic, 6);
    expect(adjustedRandIndex(known, fit.labels)).toBeCloseTo(ari, 10);
    expect(sizes.map((_, c) => fit.labels.filter((label) => label === c).length)).toEqual(sizes);
  });

  it("meets scikit-learn's mixtures on the social-media rows; the best of three is rarely started from", () => {
    const matrix = socialMedia();
    for (const [k, restarts] of [
      [3, 20],
      [4, 5],
      [5, 5],
    ] as const) {
      expect(fitted(matrix, k, "full", restarts).bic).toBeCloseTo(socialMixtureBic(k), 5);
    }
  });

  it.each(SHAPES)("is as likely as scikit-learn's on iris and wine, but for where its iterations end: %s", (shape) => {
    for (const name of ["iris", "uci/wine"]) {
      const { k, rows, mixture } = partitionGolden.sets[name] as (typeof partitionGolden.sets)[string];
      const fit = fitted(clusteringSet(name).matrix, k, shape, 20);
      // Iterations end when the mean log-likelihood rises by less than 1e-3.
      expect(fit.logLikelihood).toBeGreaterThan(mixture[shape].logLikelihood - 1e-3 * rows);
      const free = (2 * fit.logLikelihood + fit.bic) / Math.log(rows);
      const theirs = (2 * mixture[shape].logLikelihood + mixture[shape].bic) / Math.log(rows);
      expect(free).toBeCloseTo(theirs, 8);
      expect(fit.aic + 2 * fit.logLikelihood).toBeCloseTo(mixture[shape].aic + 2 * mixture[shape].logLikelihood, 8);
    }
  });
});
