import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOf } from "../../../src/math/mean";
import { prepare, type Prepared } from "../../../src/math/prepare";
import { finish } from "../../../src/math/progress";
import type { Treatment } from "../../../src/workers/contract";
import { columnsOf, golden } from "../../golden/kmeans-math";

const plain: Treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" };
const prepared = (columns: readonly Float64Array[], treatment: Partial<Treatment> = {}): Prepared =>
  finish(prepare({ columns }, { ...plain, ...treatment }));
const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe("prepare", () => {
  it("scales as scikit-learn does", () => {
    for (const scaling of ["zscore", "minmax", "robust", "log-zscore"] as const) {
      const { points } = prepared(columnsOf(golden.data), { scaling });
      golden.scaled_first_row[scaling].forEach((expected, f) => expect(points.values[f]).toBeCloseTo(expected, 10));
    }
  });

  it("winsorises and fences as numpy does", () => {
    const low = prepared(columnsOf(golden.data), { outliers: { method: "winsorise", low: 5, high: 90 } });
    const fence = prepared(columnsOf(golden.data), { outliers: { method: "fence" } });
    golden.winsorised_mean.forEach((mean, f) => expect(meanOf(low.treated[f] ?? column())).toBeCloseTo(mean, 9));
    golden.fenced_mean.forEach((mean, f) => expect(meanOf(fence.treated[f] ?? column())).toBeCloseTo(mean, 9));
    expect(low.features[0]).toMatchObject({ below: 12, above: 24, missing: 0, filledWith: null });
  });

  it("takes NaN and infinities for missing and says what filled them", () => {
    const gaps = column(1, Number.NaN, 3, 3, Infinity, 9, -Infinity);
    const filled = (missing: Treatment["missing"]): unknown => prepared([gaps], { missing }).features[0]?.filledWith;
    expect([filled("mean"), filled("median"), filled("mode"), filled("zero")]).toEqual([4, 3, 3, 0]);
    expect(prepared([gaps]).features[0]?.missing).toBe(3);
    expect(prepared([column(2, 2, 1, 1, Number.NaN)], { missing: "mode" }).features[0]?.filledWith).toBe(1);
  });

  it("leaves out a whole row when one feature is missing and values are dropped", () => {
    const result = prepared([column(1, Number.NaN, 3, 4), column(1, 2, 3, Infinity)], { missing: "drop" });
    expect([...result.rows]).toEqual([0, 2]);
    expect(result.features.map(({ missing }) => missing)).toEqual([1, 1]);
  });

  it("drops outliers, or puts the mean in their place", () => {
    const values = column(1, 2, 3, 4, 5, 6, 7, 8, 100);
    expect([...prepared([values], { outliers: { method: "drop" } }).rows]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const replaced = prepared([values], { outliers: { method: "mean" } });
    expect(replaced.treated[0]?.[8]).toBeCloseTo(136 / 9, 12);
    expect(replaced.features[0]).toMatchObject({ below: 0, above: 1, lowerBound: -3, upperBound: 13 });
  });

  it("gives a constant feature scale 1 and flags it", () => {
    const result = prepared([column(0.1, 0.1, 0.1), column(1, 2, 3)]);
    expect(result.features[0]).toMatchObject({ constant: true, scale: 1, centre: 0.1 });
    expect([0, 2, 4].map((at) => result.points.values[at])).toEqual([0, 0, 0]);
    expect(result.notes).toEqual(["Feature 1 is the same for every customer, so it cannot tell them apart."]);
    const flat = prepared([column(1, 1, 1, 1, 9)], { scaling: "robust" });
    expect(flat.features[0]).toMatchObject({ constant: false, scale: 1 });
    expect(flat.notes[0]).toContain("quartiles");
  });

  it("keeps a constant feature constant when its gaps are filled with its mean", () => {
    // 0.1 + 0.1 + 0.1 divided by 3 is not 0.1.
    const { features, points } = prepared([column(0.1, 0.1, Number.NaN, 0.1)]);
    expect(features[0]).toMatchObject({ constant: true, filledWith: 0.1 });
    expect([...points.values]).toEqual([0, 0, 0, 0]);
  });

  it("refuses in plain words", () => {
    expect(() => prepared([])).toThrow("Choose at least one feature.");
    expect(() => prepared([column()])).toThrow("There are no customers to group.");
    expect(() => prepared([column(Number.NaN)], { missing: "drop" })).toThrow("No customer has all");
    expect(() => prepared([column(1), column(1, 2)])).toThrow("one value per customer");
    expect(() => prepared([column(-2, 3)], { scaling: "log-zscore" })).toThrow("above -1");
    expect(() => prepared([column(1, 2)], { outliers: { method: "winsorise", low: 60, high: 40 } })).toThrow(
      "percentiles",
    );
  });

  it("keeps its promises for any data: z-scores have mean 0 and deviation 1, capping stays within bounds, inputs stay", () => {
    const value = fc.oneof(
      fc.double({ min: -1e5, max: 1e5, noNaN: true }).map((x) => Math.round(x * 1000) / 1000),
      fc.constant(Number.NaN),
      fc.integer({ min: 0, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 60 }), (values) => {
        const input = Float64Array.from(values);
        const { features, points, treated } = prepared([input], {
          outliers: { method: "winsorise", low: 10, high: 90 },
        });
        const [feature] = features;
        expect(Array.from(input)).toEqual(Array.from(Float64Array.from(values)));
        for (const x of treated[0] ?? []) {
          expect(x).toBeGreaterThanOrEqual(feature?.lowerBound ?? Infinity);
          expect(x).toBeLessThanOrEqual(feature?.upperBound ?? -Infinity);
        }
        expect(meanOf(points.values)).toBeCloseTo(0, 6);
        const deviation = Math.sqrt(points.values.reduce((sum, x) => sum + x * x, 0) / points.n);
        if ((feature?.scale ?? 0) > 1e-6 && !feature?.constant) expect(deviation).toBeCloseTo(1, 6);
      }),
    );
  });
});
