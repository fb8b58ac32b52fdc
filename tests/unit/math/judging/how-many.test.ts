import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { howMany } from "../../../../src/math/judging/how-many";
import { indices } from "../../../../src/math/judging/indices";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Candidate, HowManyInput, HowManyOutput } from "../../../../src/workers/lab/judging";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import {
  benchmark,
  benchmarksThere,
  kmeansReference,
  socialMedia,
  socialReference,
  type Reference,
} from "../../../golden/judging";

const KS = [1, 2, 3, 4, 5, 6, 7, 8];

function judged(matrix: Matrix, changes: Partial<HowManyInput> = {}): HowManyOutput {
  return finish(howMany({ matrix, ks: KS, seed: 1, restarts: 10, sample: 1e6, silhouetteRows: 20_000, ...changes }));
}

/** Four groups on a plane, well apart. */
function four(n: number): Matrix {
  const random = seededRandom(n);
  const values = Float64Array.from({ length: 2 * n }, (_, at) => {
    const group = (at >> 1) % 4;
    return random() + 4 * (at % 2 === 0 ? group % 2 : group >> 1);
  });
  return { values, n, d: 2 };
}

/** The k with the same clusters; for all others the inertia must be lower, so the clusters are others, and better. */
function compared(candidates: readonly Candidate[], referenceOf: (k: number) => Reference | undefined): number[] {
  const same: number[] = [];
  for (const { k, inertia, sizes, silhouette, calinskiHarabasz, daviesBouldin } of candidates) {
    const theirs = referenceOf(k);
    if (!theirs) continue;
    expect(inertia).toBeLessThanOrEqual(theirs.inertia * (1 + 1e-9));
    if (inertia < theirs.inertia * (1 - 1e-9)) continue;
    same.push(k);
    expect(sizes).toEqual(theirs.sizes);
    expect(Math.abs(silhouette / theirs.silhouette - 1)).toBeLessThan(1e-6);
    expect(Math.abs(calinskiHarabasz / theirs.calinski_harabasz - 1)).toBeLessThan(1e-6);
    expect(Math.abs(daviesBouldin / theirs.davies_bouldin - 1)).toBeLessThan(1e-6);
  }
  return same;
}

describe.skipIf(!benchmarksThere)("howMany on benchmark data (skipped where ../shared/data is absent)", () => {
  it.each([
    ["iris", "iris", [2, 3, 6]],
    ["wine", "uci/wine", [2, 3]],
  ] as const)("is as good as scikit-learn for every k of %s, and agrees on the indices", (name, file, same) => {
    const { candidates, rowsUsed, rows } = judged(benchmark(file).matrix);
    expect([rowsUsed, rows]).toEqual([candidates[0]?.sizes[0], rowsUsed]);
    const reference = kmeansReference(name);
    expect(compared(candidates, (k) => reference[`kmeans_k${k}`])).toEqual(same);
  });

  it("is as good as scikit-learn for every k of the social media table, and agrees on the indices", () => {
    const { candidates } = judged(socialMedia());
    const reference = socialReference();
    expect(compared(candidates, (k) => reference[k])).toEqual([2, 3, 4, 5]);
  });

  it("shows that the indices of iris disagree", () => {
    const { preferred } = judged(benchmark("iris").matrix);
    expect(preferred).toEqual([
      { index: "inertia", k: 3 },
      { index: "silhouette", k: 2 },
      { index: "calinskiHarabasz", k: 2 },
      { index: "daviesBouldin", k: 2 },
    ]);
  });
});

describe("howMany", () => {
  it("finds four groups by every index, and nothing to say of one cluster", () => {
    const { candidates, preferred } = judged(four(400), { ks: [6, 5, 4, 3, 2, 1, 2] });
    expect(candidates.map(({ k }) => k)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(preferred.map(({ k }) => k)).toEqual([4, 4, 4, 4]);
    const nothing = { silhouette: Number.NaN, calinskiHarabasz: Number.NaN, daviesBouldin: Number.NaN };
    expect(candidates[0]).toMatchObject({ ...nothing, silhouetteMargin: 0, sizes: [400] });
  });

  it("estimates from a sample what all rows would say", () => {
    const matrix = four(4000);
    const [whole, sampled] = [judged(matrix), judged(matrix, { sample: 1500, silhouetteRows: 500 })];
    expect(sampled).toMatchObject({ rows: 4000, rowsUsed: 1500, silhouetteRows: 500 });
    const at4 = (output: HowManyOutput) => output.candidates.find(({ k }) => k === 4);
    const [all, some] = [at4(whole), at4(sampled)];
    for (const index of ["inertia", "calinskiHarabasz", "daviesBouldin"] as const)
      expect(Math.abs((some?.[index] ?? 0) / (all?.[index] ?? 0) - 1)).toBeLessThan(0.08);
    expect(some?.silhouetteMargin).toBeGreaterThan(0);
    expect(Math.abs((some?.silhouette ?? 0) - (all?.silhouette ?? 0))).toBeLessThan(2 * (some?.silhouetteMargin ?? 0));
    expect(judged(matrix, { sample: 1500, silhouetteRows: 500 })).toEqual(sampled);
  });

  it("stops where there are no more different rows, and refuses what is no number of clusters", () => {
    const matrix = { values: Float64Array.of(1, 1, 2, 2, 5), n: 5, d: 1 };
    const { candidates, notes } = judged(matrix);
    expect(candidates.map(({ k }) => k)).toEqual([1, 2, 3]);
    expect(notes).toEqual(["There are too few different rows for more than 3 clusters, so more were not tried."]);
    for (const ks of [[], [0], [2.5]]) expect(() => judged(matrix, { ks })).toThrow(InputError);
    expect(() => judged({ values: new Float64Array(0), n: 0, d: 1 })).toThrow(InputError);
  });

  it("judges the clusters as `indices` would", () => {
    const matrix = four(80);
    const labels = Int32Array.from({ length: 80 }, (_, i) => i % 4);
    const given = finish(indices({ matrix, labels, silhouetteRows: 100, seed: 1 }));
    const found = judged(matrix).candidates.find(({ k }) => k === 4);
    for (const index of ["inertia", "silhouette", "calinskiHarabasz", "daviesBouldin"] as const)
      expect(found?.[index]).toBeCloseTo(given[index], 8);
  });
});
