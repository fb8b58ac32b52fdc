import { describe, expect, it } from "vitest";
import { finish } from "../../../src/math/progress";
import { seededRandom } from "../../../src/math/random";
import { ranksOf, spearman } from "../../../src/math/ranks";
import { validity } from "../../../src/math/validity";
import { golden } from "../../golden/kmeans-math";

describe("ranks", () => {
  it("share the mean rank among equals", () => {
    expect([...ranksOf(Float64Array.of(5, 1, 5, 9))]).toEqual([2.5, 1, 2.5, 4]);
  });

  it("correlate as scipy's do, ties included", () => {
    // numpy rounds halves to even; the golden data has none here.
    const a = Float64Array.from(golden.data, ([x]) => Math.round(x ?? 0));
    const b = Float64Array.from(golden.data, ([, y]) => Math.round((y ?? 0) / 50));
    expect(spearman(a, b)).toBeCloseTo(golden.spearman, 10);
  });
});

describe("validity", () => {
  const random = seededRandom(8);
  const goodness = Float64Array.from({ length: 4000 }, () => random() * 4 - 2);
  // The planted flaw: a distance grows on both sides of the worst centroid.
  const distance = goodness.map((value) => Math.abs(value + 1));

  it("finds nothing wrong with a score that follows goodness, and everything with one that opposes it", () => {
    const fine = goodness.map((value) => 3 + value);
    const result = finish(
      validity({
        engagement: fine,
        experience: fine.map((v) => -v),
        engagementGoodness: goodness,
        experienceGoodness: goodness,
        seed: 1,
      }),
    );
    expect(result).toMatchObject({ engagementReversed: 0, experienceReversed: 1, pairs: 100_000 });
    expect(result.engagementMonotone).toBeCloseTo(1, 12);
    expect(result.experienceMonotone).toBeCloseTo(-1, 12);
  });

  it("sees that a distance has no sign", () => {
    const result = finish(
      validity({
        engagement: distance,
        experience: goodness,
        engagementGoodness: goodness,
        experienceGoodness: goodness,
        seed: 1,
      }),
    );
    // For two uniform draws on [-2, 2]: reversed when both are below -1 (1/16), or one below and nearer (1/16 more).
    expect(result.engagementReversed).toBeCloseTo(1 / 8, 1);
    expect(result.engagementMonotone).toBeLessThan(0.9);
    expect(result.engagementSpread).not.toBeCloseTo(result.experienceSpread, 2);
  });

  it("uses only customers that have both scores, and says NaN of none", () => {
    const none = Float64Array.of(Number.NaN, 1);
    const result = finish(
      validity({
        engagement: none,
        experience: none.slice().reverse(),
        engagementGoodness: none,
        experienceGoodness: none,
        seed: 1,
      }),
    );
    expect(result.engagementMean).toBeNaN();
    expect(result.engagementReversed).toBeNaN();
    expect(result.pairs).toBe(0);
  });
});
