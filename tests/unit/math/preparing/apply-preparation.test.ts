import { describe, expect, it } from "vitest";
import { applyPreparation } from "../../../../src/math/preparing/apply-preparation";
import { prepareFeatures } from "../../../../src/math/preparing/prepare-features";
import { finish } from "../../../../src/math/progress";
import type { RawFeature } from "../../../../src/workers/lab/preparing";

const features: readonly RawFeature[] = [
  { kind: "number", column: Float64Array.of(1, 5, Number.NaN, 400, 7, 3), transform: "log1p", weight: 2 },
  { kind: "levels", column: Float64Array.of(0, 1, 1, Number.NaN, 0, 2), levels: 3, weight: 1 },
];

describe("applyPreparation", () => {
  const made = finish(
    prepareFeatures({
      features,
      treatment: { missing: "median", outliers: { method: "winsorise", low: 5, high: 95 }, scaling: "robust" },
    }),
  );
  const treated = made.features.map(({ filledWith, lowerBound, upperBound }) => ({
    filledWith,
    lower: lowerBound,
    upper: upperBound,
  }));

  it("gives the same customers the same places as when the model was made", () => {
    const again = finish(applyPreparation({ features, treated, axes: made.axes }));
    expect(again.matrix.n).toBe(made.matrix.n);
    again.matrix.values.forEach((value, at) => expect(value).toBeCloseTo(made.matrix.values[at] as number, 12));
    expect(again.features[0]).toMatchObject({ missing: 1, filledWith: made.features[0]?.filledWith });
  });

  it("caps others where the first ones were capped, and knows no level that was not there", () => {
    const others: readonly RawFeature[] = [
      { kind: "number", column: Float64Array.of(1e6, 400), transform: "log1p", weight: 2 },
      { kind: "levels", column: Float64Array.of(Number.NaN, 1), levels: 3, weight: 1 },
    ];
    const placed = finish(applyPreparation({ features: others, treated, axes: made.axes }));
    expect(placed.matrix.values[0]).toBe(placed.matrix.values[4]);
    expect([...placed.matrix.values.subarray(1, 4)]).toEqual([0, 0, 0]);
    expect(placed.features[0]?.above).toBe(2);
  });
});
