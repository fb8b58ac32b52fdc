import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logisticRegression } from "../../../../src/math/classifying/logistic-regression";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import type { LogisticOutput } from "../../../../src/workers/lab/classifying";
import { golden } from "../../../golden/classifying";

function fitted(columns: readonly (readonly number[])[], outcome: readonly number[], ridge: number): LogisticOutput {
  const n = outcome.length;
  const d = columns.length;
  const values = Float64Array.from({ length: n * d }, (_, i) => columns[i % d]?.[Math.floor(i / d)] ?? Number.NaN);
  return finish(logisticRegression({ matrix: { values, n, d }, outcome: Uint8Array.from(outcome), ridge }));
}

describe("logisticRegression", () => {
  const { columns, outcome, fits } = golden.small;
  it.each(fits)("finds scikit-learn's coefficients with a ridge of $ridge, on features in unlike units", (theirs) => {
    const ours = fitted(columns, outcome, theirs.ridge);
    const near = (value: number | undefined, other: number | undefined): void => {
      expect(Math.abs((value ?? NaN) - (other ?? NaN))).toBeLessThan(1e-6 * Math.max(1, Math.abs(other ?? NaN)));
    };
    theirs.coefficients.forEach((coefficient, j) => {
      near(ours.coefficients[j], coefficient);
      near(ours.standardErrors[j], theirs.errors[j]);
      near(ours.low95[j], coefficient - 1.959963984540054 * (theirs.errors[j] ?? NaN));
      near(ours.high95[j], coefficient + 1.959963984540054 * (theirs.errors[j] ?? NaN));
    });
    near(ours.intercept, theirs.intercept);
    near(ours.logLikelihood, theirs.logLikelihood);
    expect(ours).toMatchObject({ converged: true, ridge: theirs.ridge, notes: [] });
  });

  it("gives the log odds ratio of a two by two table and its classical error", () => {
    const cells = [
      [1, 1, 30],
      [1, 0, 10],
      [0, 1, 20],
      [0, 0, 40],
    ] as const;
    const rows = cells.flatMap(([x, y, count]) => Array.from({ length: count }, () => [x, y] as const));
    const fit = fitted(
      [rows.map(([x]) => x)],
      rows.map(([, y]) => y),
      0,
    );
    expect(fit.coefficients[0]).toBeCloseTo(Math.log((30 * 40) / (10 * 20)), 10);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 10 + 1 / 20 + 1 / 40), 9);
    expect(fit.intercept).toBeCloseTo(Math.log(20 / 40), 10);
  });

  it("says so when one feature tells the outcome exactly, and stays finite", () => {
    const fit = fitted([[1, 2, 3, 4, 5, 6, 7, 8]], [0, 0, 0, 0, 1, 1, 1, 1], 0);
    expect(fit).toMatchObject({ ridge: 1, converged: true });
    expect(fit.notes[0]).toMatch(/^Feature 1 tells the outcome exactly/u);
    expect(fit.coefficients[0]).toBeLessThan(5);
    expect(fitted([[1, 2, 3, 4, 5, 6, 7, 8]], [0, 0, 0, 0, 1, 1, 1, 1], 1).coefficients[0]).toBe(fit.coefficients[0]);
  });

  it("says so when a feature tells a part of the outcome exactly", () => {
    const flag = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    const other = [3, 1, 2, 5, 4, 2, 7, 1, 5, 3, 6, 2];
    const fit = fitted([other, flag], [1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 0], 0);
    expect(fit.ridge).toBe(1);
    expect(fit.notes[0]).toMatch(/^Feature 2 tells the outcome exactly/u);
    expect([...fit.coefficients, ...fit.standardErrors].every(Number.isFinite)).toBe(true);
  });

  it("leaves out a constant and a repeated feature, and says so", () => {
    const x = [1, 4, 2, 8, 5, 7, 3, 6];
    const y = [0, 1, 0, 1, 0, 1, 1, 0];
    const fit = fitted([x, x.map(() => 0.1), x.map((value) => 2 * value + 1)], y, 0);
    expect(fit.coefficients[0]).toBeCloseTo(fitted([x], y, 0).coefficients[0] ?? NaN, 10);
    expect([fit.coefficients[1], fit.coefficients[2]]).toEqual([0, 0]);
    expect([fit.standardErrors[1], fit.standardErrors[2]]).toEqual([NaN, NaN]);
    expect(fit.notes).toEqual([
      "Feature 2 is the same in every row, so it tells nothing and is left out.",
      "Feature 3 is a combination of the features before it and is left out.",
    ]);
  });

  it("moves with a feature's unit and turns with the outcome", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: -1000, max: 1000 }),
        (by, from) => {
          const plain = fitted(columns, outcome, 0);
          const moved = fitted(
            columns.map((column) => column.map((value) => by * value + from)),
            outcome.map((y) => 1 - y),
            0,
          );
          plain.coefficients.forEach((coefficient, j) => {
            expect(((moved.coefficients[j] ?? NaN) * by) / -coefficient).toBeCloseTo(1, 6);
          });
        },
      ),
      { numRuns: 30 },
    );
  });

  it("refuses an outcome of one kind, one that is not 0 or 1, and a negative ridge", () => {
    expect(() => fitted([[1, 2]], [1, 1], 1)).toThrow(InputError);
    expect(() => fitted([[1, 2]], [0, 0], 1)).toThrow(/No row has the outcome/u);
    expect(() => fitted([[1, 2]], [0, 2], 1)).toThrow(/0 or 1/u);
    expect(() => fitted([[1, 2]], [0, 1], -1)).toThrow(InputError);
    expect(() => fitted([[]], [], 1)).toThrow(/no rows/u);
  });
});
