import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareFeatures } from "../../../../src/math/preparing/prepare-features";
import { transformed, untransformed } from "../../../../src/math/preparing/transform";
import { finish } from "../../../../src/math/progress";
import type { Treatment } from "../../../../src/workers/contract";
import type { PreparedMatrix, RawFeature, Transform } from "../../../../src/workers/lab/preparing";

const PLAIN: Treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" };

const made = (features: readonly RawFeature[], treatment: Partial<Treatment> = {}): PreparedMatrix =>
  finish(prepareFeatures({ features, treatment: { ...PLAIN, ...treatment } }));
const number = (values: readonly number[], transform: Transform = "none", weight = 1): RawFeature => ({
  kind: "number",
  column: Float64Array.from(values),
  transform,
  weight,
});
const levels = (values: readonly number[], count: number, weight = 1): RawFeature => ({
  kind: "levels",
  column: Float64Array.from(values),
  levels: count,
  weight,
});
const axis = ({ matrix }: PreparedMatrix, at: number): number[] =>
  Array.from({ length: matrix.n }, (_, i) => matrix.values[i * matrix.d + at] as number);
const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
};

describe("prepareFeatures", () => {
  it("scales numbers, and then weighs them", () => {
    const plain = made([number([1, 2, 3, 6])]);
    const heavy = made([number([1, 2, 3, 6], "none", 3)]);
    expect(variance(axis(plain, 0))).toBeCloseTo(1, 12);
    expect(axis(heavy, 0)).toEqual(axis(plain, 0).map((value) => value * 3));
  });

  it("gives the levels of a feature together the variance of one number, between the numbers' axes", () => {
    const both = made([levels([0, 1, 1, 2, 0, 1], 3), number([5, 4, 3, 2, 1, 0])]);
    expect(both.axes.map(({ feature, level }) => [feature, level])).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, null],
    ]);
    const total = [0, 1, 2].reduce((sum, at) => sum + variance(axis(both, at)), 0);
    expect(total).toBeCloseTo(1, 12);
    expect(variance(axis(both, 3))).toBeCloseTo(1, 12);
  });

  it("puts a missing level at the centre, and leaves the customer out where missing values are dropped", () => {
    const features = [levels([0, Number.NaN, 1, 1], 2), number([1, 2, Number.NaN, 4])];
    const kept = made(features);
    expect([axis(kept, 0)[1], axis(kept, 1)[1]]).toEqual([0, 0]);
    expect(kept.features.map(({ missing }) => missing)).toEqual([1, 1]);
    const dropped = made(features, { missing: "drop" });
    expect([...dropped.rows]).toEqual([0, 3]);
    expect(dropped.matrix).toMatchObject({ n: 2, d: 3 });
  });

  it("keeps which customer a row is when outliers are left out", () => {
    const values = [...Array.from({ length: 99 }, (_, i) => i), 1e6];
    const cut = made(
      [
        number(values),
        levels(
          values.map((_, i) => i % 2),
          2,
        ),
      ],
      {
        outliers: { method: "winsorise", low: 0, high: 100 },
      },
    );
    expect(cut.rows).toHaveLength(100);
    const dropped = made(
      [
        number(values),
        levels(
          values.map((_, i) => i % 2),
          2,
        ),
      ],
      { outliers: { method: "drop" } },
    );
    expect(dropped.rows.at(-1)).toBe(98);
    expect(axis(dropped, 1).slice(0, 2).map(Math.sign)).toEqual([1, -1]);
  });

  it("leaves levels as 0 and 1 when nothing is to be scaled", () => {
    expect(axis(made([levels([0, 1, 0], 2)], { scaling: "none" }), 1)).toEqual([0, 1, 0]);
  });

  it("says in a sentence what cannot be done", () => {
    expect(() => made([])).toThrow("Choose at least one feature.");
    expect(() => made([number([])])).toThrow("There are no customers to group.");
    expect(() => made([number([1, 2]), number([1])])).toThrow("one value per customer");
    expect(() => made([number([-2, 3], "log1p")])).toThrow("not above -1. Choose the signed logarithm");
    expect(() => made([number([-2, 3], "sqrt")])).toThrow("not of 0 or more");
    expect(() => made([levels([Number.NaN, Number.NaN], 2)], { missing: "drop" })).toThrow("No customer has all");
  });
});

describe("transformed", () => {
  it("is undone by its inverse, and keeps what is missing", () => {
    const transforms: readonly Transform[] = ["none", "log1p", "sqrt", "signed-log"];
    fc.assert(
      fc.property(fc.constantFrom(...transforms), fc.double({ min: 0, max: 1e12, noNaN: true }), (transform, value) => {
        const [there] = transformed(Float64Array.of(value), transform);
        expect(untransformed(there as number, transform)).toBeCloseTo(value, value > 1e6 ? -3 : 6);
      }),
    );
    expect(transformed(Float64Array.of(-5), "signed-log")[0]).toBe(-Math.log1p(5));
    expect([...transformed(Float64Array.of(Number.NaN, 0), "log1p")]).toEqual([Number.NaN, 0]);
  });
});
