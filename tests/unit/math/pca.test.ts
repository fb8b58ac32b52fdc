import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pca } from "../../../src/math/pca";
import { finish } from "../../../src/math/progress";
import { symmetricEigen } from "../../../src/math/symmetric-eigen";
import { columnsOf, golden } from "../../golden/kmeans-math";

/** The sign rule of the contract: the largest absolute loading is positive. */
function pointedUp(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return vector.map((value) => value * Math.sign(largest));
}

describe("pca", () => {
  it.each([
    ["zscore", golden.pca],
    ["none", golden.pca_unscaled],
  ] as const)("agrees with scikit-learn for scaling %s", (scaling, expected) => {
    const result = finish(pca({ features: { columns: columnsOf(golden.data) }, scaling, components: 3 }));
    result.explained.forEach((share, c) => expect(share).toBeCloseTo(expected.explained[c] ?? Number.NaN, 10));
    result.loadings.forEach((loading, c) => {
      pointedUp(expected.loadings[c] ?? []).forEach((value, f) => expect(loading[f]).toBeCloseTo(value, 8));
    });
  });

  it("scores rows as scikit-learn does and leaves a row with a gap at NaN", () => {
    const columns = columnsOf([...golden.data, [1, Number.NaN, 2]]);
    const result = finish(pca({ features: { columns }, scaling: "zscore", components: 3 }));
    expect(Math.abs(result.scores[0]?.[0] ?? 0)).toBeCloseTo(Math.abs(golden.pca.first_score[0] ?? 1), 8);
    expect(result.scores[1]?.[golden.data.length]).toBeNaN();
    expect(result).toMatchObject({ rowsUsed: golden.data.length });
    expect(result.scores).toHaveLength(2);
  });

  it("lets a constant feature explain nothing", () => {
    const columns = [Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5)];
    const { explained } = finish(pca({ features: { columns }, scaling: "zscore", components: 2 }));
    expect(explained).toEqual([1, 0]);
  });
});

describe("symmetricEigen", () => {
  it("puts any symmetric matrix back together from orthonormal vectors", () => {
    const matrix = fc
      .integer({ min: 1, max: 7 })
      .chain((size) =>
        fc.array(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: size, maxLength: size }), {
          minLength: size,
          maxLength: size,
        }),
      )
      .map((rows) => rows.map((row, i) => row.map((value, j) => (i <= j ? value : (rows[j]?.[i] ?? 0)))));
    fc.assert(
      fc.property(matrix, (a) => {
        const { values, vectors } = symmetricEigen(a);
        a.forEach((row, i) => {
          row.forEach((value, j) => {
            const rebuilt = values.reduce(
              (sum, root, c) => sum + root * (vectors[c]?.[i] ?? 0) * (vectors[c]?.[j] ?? 0),
              0,
            );
            const inner = a.reduce((sum, _, f) => sum + (vectors[i]?.[f] ?? 0) * (vectors[j]?.[f] ?? 0), 0);
            expect(rebuilt).toBeCloseTo(value, 8);
            expect(inner).toBeCloseTo(i === j ? 1 : 0, 10);
          });
        });
        expect([...values].sort((x, y) => y - x)).toEqual([...values]);
      }),
    );
  });
});
