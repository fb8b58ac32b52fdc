import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import { principalAxes } from "../../../../src/math/projection/principal-axes";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { PrincipalAxes } from "../../../../src/workers/lab/projection";
import { clusteringSet, clusteringThere } from "../../../golden/partition";
import { matrixOf, projectionGolden } from "../../../golden/projection";

function axesOf(matrix: Matrix, components: 2 | 3 = 2): PrincipalAxes {
  return finish(principalAxes({ matrix, components }));
}

/** The sign rule of the contract: the largest absolute loading is positive. */
function pointedUp(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return vector.map((value) => value * Math.sign(largest));
}

function expectScikitLearns(axes: PrincipalAxes, expected: (typeof projectionGolden)["axes"]): void {
  axes.explained.forEach((share, c) => expect(share).toBeCloseTo(expected.explained[c] ?? Number.NaN, 9));
  axes.loadings.forEach((loading, c) => {
    pointedUp(expected.loadings[c] ?? []).forEach((value, f) => expect(loading[f]).toBeCloseTo(value, 9));
  });
  expected.first_rows.flat().forEach((value, at) => expect(Math.abs(axes.coordinates[at] ?? 0)).toBeCloseTo(value, 9));
}

describe("principalAxes", () => {
  it("agrees with scikit-learn", () => {
    expectScikitLearns(axesOf(matrixOf(projectionGolden.data), 3), projectionGolden.axes);
  });

  it.skipIf(!clusteringThere)("agrees on iris and wine (skipped where ../shared/data is absent)", () => {
    const iris = axesOf(clusteringSet("iris").matrix, 3);
    expectScikitLearns(iris, projectionGolden.iris.axes);
    expect(iris.explained.slice(0, 2).map((share) => (100 * share).toFixed(2))).toEqual(["72.96", "22.85"]);
    expectScikitLearns(axesOf(clusteringSet("uci/wine").matrix, 3), projectionGolden.wine.axes);
  });

  it("keeps every distance where there are no more features than axes", () => {
    const row = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 20 }), fc.constantFrom(2, 3), (rows, components) => {
        const { coordinates } = axesOf(matrixOf(rows), components);
        const place = (i: number): number[] => Array.from(coordinates.subarray(i * components, (i + 1) * components));
        rows.forEach(([x, y], i) => {
          const before = Math.hypot(x - (rows[0]?.[0] ?? 0), y - (rows[0]?.[1] ?? 0));
          const after = Math.hypot(...place(i).map((value, c) => value - (place(0)[c] ?? 0)));
          expect(after).toBeCloseTo(before, 8);
        });
      }),
    );
  });

  it("leaves axes empty that the features cannot fill, and says so", () => {
    const { coordinates, explained, loadings, notes } = axesOf(matrixOf([[1], [3]]));
    expect(Array.from(coordinates)).toEqual([-1, 0, 1, 0]);
    expect(explained).toEqual([1, 0]);
    expect(loadings).toEqual([[1], [0]]);
    expect(notes).toEqual(["There is only one feature, so only the first axis is used."]);
  });

  it("shows equal rows at one place, exactly", () => {
    const { coordinates, explained, notes } = axesOf(matrixOf(Array.from({ length: 1000 }, () => [0.1, 0.7, 1e9 / 3])));
    expect(coordinates.every((value) => value === 0)).toBe(true);
    expect(explained).toEqual([0, 0]);
    expect(notes).toEqual(["All customers have the same values, so they share one place."]);
    expect(axesOf(matrixOf([[4, 5, 6]]), 3)).toMatchObject({ notes: ["There is only one customer."] });
  });

  it("gives the thread back often with many features", () => {
    const d = 60;
    const values = Float64Array.from({ length: 100 * d }, (_, at) => Math.sin(at * at));
    const job = principalAxes({ matrix: { values, n: 100, d }, components: 2 });
    let steps = 0;
    while (!job.next().done) steps++;
    expect(steps).toBeGreaterThan(d);
  });

  it("refuses in plain words", () => {
    expect(() => axesOf({ values: new Float64Array(0), n: 0, d: 3 })).toThrow("There are no customers to show.");
    expect(() => axesOf({ values: new Float64Array(0), n: 3, d: 0 })).toThrow("Choose at least one feature.");
    expect(() => axesOf(matrixOf([[1e200], [-1e200]]))).toThrow("too large");
  });
});
