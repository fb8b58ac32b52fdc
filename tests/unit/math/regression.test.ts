import { describe, expect, it } from "vitest";
import { finish } from "../../../src/math/progress";
import { seededRandom } from "../../../src/math/random";
import { regression } from "../../../src/math/regression";
import { studentCritical } from "../../../src/math/student-t";
import type { RegressionOutput } from "../../../src/workers/contract";
import { columnsOf, golden } from "../../golden/kmeans-math";

const expected = golden.regression;
const columns = columnsOf(expected.features);
const target = Float64Array.from(expected.target);
const regressed = (features: Float64Array[], y: Float64Array = target, folds = 5): RegressionOutput =>
  finish(regression({ features: { columns: features }, target: y, folds, seed: 1 }));

describe("regression", () => {
  it("agrees with least squares by numpy and intervals by scipy", () => {
    const result = regressed(columns);
    expect(result.intercept).toBeCloseTo(expected.intercept, 8);
    expect(result.r2).toBeCloseTo(expected.r2, 10);
    result.coefficients.forEach((coefficient, f) => {
      expect(coefficient.value).toBeCloseTo(expected.coefficients[f] ?? Number.NaN, 6);
      expect(coefficient.standardError).toBeCloseTo(expected.standard_errors[f] ?? Number.NaN, 6);
      expect(coefficient.low95).toBeCloseTo(expected.low95[f] ?? Number.NaN, 6);
      expect(coefficient.high95).toBeCloseTo(expected.high95[f] ?? Number.NaN, 6);
    });
  });

  it("notes that the fourth feature is nearly made of the others", () => {
    const { notes } = regressed(columns);
    expect(notes.find((note) => note.startsWith("Feature 4"))).toContain("nearly a combination");
    expect(regressed(columns.slice(0, 2)).notes).toEqual([]);
  });

  it("leaves out a constant and an exact combination, and says so", () => {
    const [a, b] = columns as [Float64Array, Float64Array];
    const sum = a.map((value, i) => 2 * value - (b[i] ?? 0));
    const result = regressed([a, b, sum, new Float64Array(a.length).fill(4)]);
    expect(result.coefficients[2]?.value).toBeNaN();
    expect(result.coefficients[3]?.value).toBeNaN();
    expect(result.coefficients[0]?.value).toBeCloseTo(regressed([a, b]).coefficients[0]?.value ?? Number.NaN, 6);
    expect(result.notes.join(" ")).toContain("Feature 3 is a combination of the features before it");
    expect(result.notes.join(" ")).toContain("Feature 4 is the same for every customer");
  });

  it("recovers a law in original units and holds it out of sample", () => {
    const random = seededRandom(5);
    const x = Float64Array.from({ length: 500 }, () => 100 * random());
    const noise = Float64Array.from({ length: 500 }, () => random());
    const { coefficients, foldR2, crossValidatedR2 } = regressed(
      [x, noise],
      x.map((value) => 7 + 3 * value),
    );
    expect(coefficients[0]?.perUnit).toBeCloseTo(3, 9);
    expect(coefficients[1]?.value).toBeCloseTo(0, 9);
    expect(foldR2).toHaveLength(5);
    expect(crossValidatedR2).toBeCloseTo(1, 9);
  });

  it("finds nothing in noise: cross-validated R2 is not above 0", () => {
    const random = seededRandom(6);
    const noise = (): Float64Array => Float64Array.from({ length: 300 }, () => random());
    expect(regressed([noise(), noise(), noise()], noise()).crossValidatedR2).toBeLessThan(0.01);
  });

  it("leaves out rows with a gap and refuses too few", () => {
    const gap = columns.map((column) => column.slice());
    gap[0]?.fill(Number.NaN, 0, 7);
    expect(regressed(gap).rowsUsed).toBe(target.length - 7);
    expect(() => regressed([Float64Array.of(1, 2)], Float64Array.of(1, 2))).toThrow("too few customers");
  });
});

describe("studentCritical", () => {
  it("agrees with scipy", () => {
    for (const [degrees, critical] of Object.entries(golden.student)) {
      expect(studentCritical(0.95, Number(degrees)) / critical).toBeCloseTo(1, 9);
    }
  });
});
