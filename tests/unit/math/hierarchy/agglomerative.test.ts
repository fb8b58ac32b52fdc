import { describe, expect, it } from "vitest";
import { agglomerative, MOST_ROWS } from "../../../../src/math/hierarchy/agglomerative";
import { cutClusters } from "../../../../src/math/hierarchy/cut-clusters";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { finish } from "../../../../src/math/progress";
import { sampleIndices, seededRandom } from "../../../../src/math/random";
import type { AgglomerativeOutput, Linkage } from "../../../../src/workers/lab/hierarchy";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import {
  clusteringThere,
  golden,
  goldenLabels,
  LINKAGES,
  matrixOf,
  sizesOf,
  socialMedia,
  socialMediaReference,
  truthOf,
} from "../../../golden/hierarchy";

function grouped(matrix: Matrix, linkage: Linkage, k: number): AgglomerativeOutput {
  return finish(agglomerative({ matrix, linkage, k, seed: 1 }));
}

const line = (...values: number[]): Matrix => ({ values: Float64Array.from(values), n: values.length, d: 1 });

/** Rows around the corners of a square, in turn. */
function corners(n: number): Matrix {
  const random = seededRandom(n);
  const values = Float64Array.from(
    { length: 2 * n },
    (_, at) => 20 * ((Math.floor(at / 2) >> (at % 2)) % 2) + random(),
  );
  return { values, n, d: 2 };
}

function expectNear(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}

describe.skipIf(!clusteringThere)(
  "agglomerative against scipy and scikit-learn (skipped where the sets are absent)",
  () => {
    it.each(Object.entries(golden))("gives their heights and labels on %s", (name, set) => {
      const matrix = matrixOf(name);
      for (const linkage of LINKAGES) {
        const { labels, tree, cophenetic } = grouped(matrix, linkage, set.k);
        const { heights } = tree.merges;
        expectNear(
          heights.reduce((sum, height) => sum + height, 0),
          set.heights[linkage].sum,
        );
        expectNear(
          heights.reduce((sum, height, i) => sum + i * height, 0),
          set.heights[linkage].weighted,
        );
        set.heights[linkage].top.forEach((height, i) => expectNear(heights.at(i - 5) ?? Number.NaN, height));
        expect(adjustedRandIndex(labels, goldenLabels(name, linkage))).toBe(1);
        expect(adjustedRandIndex(labels, truthOf(name))).toBeCloseTo(set.ari[linkage], 9);
        if (linkage === "average" && cophenetic !== null) expectNear(cophenetic, set.cophenetic);
      }
    });

    it("gives the reference's sizes on the social-media file", () => {
      for (const k of [3, 4, 5]) {
        const { sizes } = socialMediaReference<{ sizes: number[] }>(`ward_k${k}`);
        expect(sizesOf(grouped(socialMedia(), "ward", k).labels)).toEqual(sizes);
      }
    });
  },
);

describe("agglomerative", () => {
  it("merges by the distance the linkage is named for", () => {
    const heights = (linkage: Linkage): number[] =>
      Array.from(grouped(line(0, 1, 4), linkage, 2).tree.merges.heights, (height) => Math.round(height * 1e9) / 1e9);
    expect(heights("single")).toEqual([1, 3]);
    expect(heights("complete")).toEqual([1, 4]);
    expect(heights("average")).toEqual([1, 3.5]);
    expect(heights("ward")).toEqual([1, Math.round(Math.sqrt((2 * 2 * 3.5 ** 2) / 3) * 1e9) / 1e9]);
  });

  it("cuts another k from the same tree as building anew would", () => {
    const matrix = corners(60);
    for (const linkage of LINKAGES) {
      const { tree } = grouped(matrix, linkage, 4);
      for (const k of [1, 2, 3, 7]) {
        const { labels, dendrogram } = finish(cutClusters({ matrix, tree, k }));
        const anew = grouped(matrix, linkage, k);
        expect(labels).toEqual(anew.labels);
        expect(dendrogram).toEqual(anew.dendrogram);
      }
    }
  });

  it.each(LINKAGES)("builds a %s tree on a sample of many rows, assigns the rest and says so", (linkage) => {
    const matrix = corners(MOST_ROWS[linkage] + 2_000);
    const truth = Int32Array.from({ length: matrix.n }, (_, row) => row % 4);
    const small: Matrix = { values: matrix.values.subarray(0, 8), n: 4, d: 2 };
    const tree = { ...grouped(small, linkage, 4).tree };
    const { labels, fittedOn, notes } = finish(cutClusters({ matrix, tree, k: 4 }));
    expect(fittedOn).toBe(4);
    expect(notes).toEqual([
      `The tree was built on 4 of ${matrix.n.toLocaleString("en")} rows, drawn at random; every other row went to the cluster nearest to it.`,
    ]);
    expect(adjustedRandIndex(labels, truth)).toBe(1);
  });

  it("draws the sample that the seed says", () => {
    const n = MOST_ROWS.complete + 100;
    const matrix = { values: corners(n).values.subarray(0, n), n, d: 1 };
    const { fittedOn, tree, cophenetic } = grouped(matrix, "complete", 2);
    expect([fittedOn, cophenetic]).toEqual([MOST_ROWS.complete, null]);
    expect(tree.rows).toEqual(sampleIndices(n, fittedOn, seededRandom(1)));
  });

  it("says so when there are fewer different rows than clusters", () => {
    expect(grouped(line(3, 3, 3, 3), "ward", 3)).toMatchObject({
      k: 1,
      labels: Int32Array.of(0, 0, 0, 0),
      notes: ["All rows have the same values, so there is 1 cluster instead of 3."],
    });
    expect(grouped(line(3, 3, 7), "complete", 3)).toMatchObject({
      k: 2,
      labels: Int32Array.of(0, 0, 1),
      notes: ["Only 2 different rows exist, so there are 2 clusters instead of 3."],
    });
  });

  it.each(LINKAGES)("refuses in plain words what cannot be grouped: %s", (linkage) => {
    expect(() => grouped(line(), linkage, 1)).toThrow("There are no rows to group.");
    expect(() => grouped(line(1), linkage, 1)).toThrow("There is only one row");
    expect(() => grouped(line(1, 2), linkage, 3)).toThrow("There are only 2 rows: ask for at most 2 clusters.");
    expect(() => grouped(line(1, 2), linkage, 0)).toThrow("number of clusters");
    expect(() => grouped(line(1, Number.NaN), linkage, 1)).toThrow("Some values are missing");
    expect(() => grouped(line(1, 1e200), linkage, 1)).toThrow("too large");
  });
});
