import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profile } from "../../../../src/math/describing/profile";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { ProfileOutput } from "../../../../src/workers/lab/describing";
import { classified, clusteringThere, golden, type GoldenFeature } from "../../../golden/describing";

function profiled(
  columns: readonly (readonly number[] | Float64Array)[],
  labels: readonly number[],
  k: number,
): ProfileOutput {
  const input = { columns: columns.map((column) => Float64Array.from(column)), labels: Int32Array.from(labels), k };
  return finish(profile(input));
}

function expectClose(actual: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-10 * Math.abs(expected) + 1e-13);
}

/** p-values down to 1e-100 carry the rounding of F. */
function expectP(actual: number | undefined, expected: number): void {
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(1e-8);
}

function expectFeatures({ features }: ProfileOutput, expected: readonly GoldenFeature[]): void {
  expect(features).toHaveLength(expected.length);
  expected.forEach(({ anova, welch, adjustedP, segments, ...whole }, f) => {
    const ours = features[f];
    expectClose(ours?.etaSquared, whole.etaSquared);
    for (const part of ["mean", "median", "sd"] as const) expectClose(ours?.all[part], whole[part]);
    expectClose(ours?.anova.f, anova[0]);
    expectP(ours?.anova.p, anova[1]);
    expectClose(ours?.welch.f, welch[0]);
    expectP(ours?.welch.p, welch[1]);
    expect([ours?.test, ours?.p]).toEqual(["welch", ours?.welch.p]);
    expectP(ours?.adjustedP, adjustedP);
    segments.forEach((segment, s) => {
      for (const part of Object.keys(segment) as (keyof typeof segment)[]) {
        expectClose(ours?.segments[s]?.[part], segment[part]);
      }
    });
  });
}

describe("profile", () => {
  it("agrees with pandas and scipy on data with missing values and rows left out", () => {
    const columns = golden.mixed.columns.map((column) => column.map((value) => value ?? Number.NaN));
    expectFeatures(profiled(columns, golden.mixed.labels, 3), golden.mixed.profile);
  });

  it.skipIf(!clusteringThere).each(["iris", "wine"] as const)(
    "agrees with pandas and scipy on %s (skipped where ../shared/data is absent)",
    (name) => {
      const { labels, profile: expected } = golden[name];
      const ours = profiled(classified(name).columns, labels, 3);
      expectFeatures(ours, expected);
      const eta = ours.ranking.map((f) => expected[f]?.etaSquared);
      expect(eta).toEqual([...eta].sort((a, b) => (b ?? 0) - (a ?? 0)));
    },
  );

  it("counts pairs for superiority, ties half, whatever the data", () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: -1, max: 2 })), { minLength: 1 });
    fc.assert(
      fc.property(rows, (cells) => {
        const values = cells.map(([value]) => value);
        const labels = cells.map(([, label]) => label);
        const { segments } = profiled([values], labels, 3).features[0] ?? { segments: [] };
        segments.forEach(({ superiority, cliffsDelta }, s) => {
          const own = values.filter((_, i) => labels[i] === s);
          const rest = values.filter((_, i) => labels[i] !== s && labels[i] !== -1);
          const wins = own.flatMap((a) => rest.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
          const expected = wins.reduce((sum, win) => sum + win, 0) / wins.length;
          if (wins.length === 0) expect(superiority).toBeNaN();
          else expect(superiority).toBeCloseTo(expected, 12);
          if (wins.length > 0) expect(cliffsDelta).toBeCloseTo(2 * expected - 1, 12);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("ranks for each segment what tells it apart", () => {
    const noise = [3, 1, 2, 3, 1, 2];
    const third = [9, 9, 8, 2, 1, 3];
    const { telling, ranking } = profiled([noise, third], [0, 0, 0, 1, 1, 1], 2);
    expect(telling).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(ranking).toEqual([1, 0]);
  });

  it("answers for one segment: spreads, but nothing to tell apart", () => {
    const { features } = profiled([[1, 2, 6]], [0, 0, 0], 1);
    const [feature] = features;
    expect(feature?.segments[0]).toMatchObject({ n: 3, mean: 3, median: 2, min: 1, max: 6, z: 0, lift: 1 });
    expect(feature?.segments[0]?.cohensD).toBeNaN();
    expect(feature?.segments[0]?.superiority).toBeNaN();
    expect(feature?.test).toBe("none");
    expect(feature?.adjustedP).toBeNaN();
    expect(feature?.etaSquared).toBe(0);
  });

  it("falls back on Fisher's test for a segment of one row, whose sd is not defined", () => {
    const [feature] = profiled([[1, 2, 3, 9]], [0, 0, 0, 1], 2).features;
    expect(feature?.test).toBe("anova");
    expect(feature?.p).toBe(feature?.anova.p);
    expect(feature?.welch.p).toBeNaN();
    expect(feature?.segments[1]).toMatchObject({ n: 1, mean: 9, cohensD: 7 });
    expect(feature?.segments[1]?.sd).toBeNaN();
  });

  it("answers for a constant feature, one without values and an empty segment", () => {
    const labels = [0, 0, 1, 1];
    const { features, ranking } = profiled(
      [
        [0.1, 0.1, 0.1, 0.1],
        [NaN, NaN, Infinity, NaN],
        [1, 2, 3, 4],
      ],
      labels,
      3,
    );
    const [constant, empty, usual] = features;
    expect(constant?.etaSquared).toBeNaN();
    expect(constant?.all.sd).toBe(0);
    expect(constant?.segments[0]?.z).toBeNaN();
    expect(constant?.segments[0]).toMatchObject({ lift: 1, cohensD: 0, superiority: 0.5 });
    expect(constant?.test).toBe("none");
    expect(empty?.all).toEqual({ n: 0, missing: 4, mean: NaN, median: NaN, sd: NaN, min: NaN, max: NaN });
    expect(empty?.segments[0]).toMatchObject({ n: 0, missing: 2, mean: NaN, lift: null, cohensD: NaN });
    expect(usual?.segments[2]).toMatchObject({ n: 0, missing: 0, mean: NaN, lift: null, superiority: NaN });
    expect(usual?.adjustedP).toBe(usual?.p);
    expect(ranking).toEqual([2, 0, 1]);
  });

  it("has infinite effects where only the means differ, and no lift across signs or over 0", () => {
    const [apart, signs, zero] = profiled(
      [
        [1, 1, 2, 2],
        [-1, -2, 5, 6],
        [-1, -1, 1, 1],
      ],
      [0, 0, 1, 1],
      2,
    ).features;
    expect(apart?.anova).toMatchObject({ f: Infinity, p: 0 });
    expect(apart?.segments.map(({ cohensD }) => cohensD)).toEqual([-Infinity, Infinity]);
    expect(signs?.segments.map(({ lift }) => lift)).toEqual([null, 2.75]);
    expect(zero?.segments.map(({ lift }) => lift)).toEqual([null, null]);
  });

  it("refuses labels that do not fit, and no feature at all", () => {
    expect(() => profiled([[1, 2]], [0], 1)).toThrow(InputError);
    expect(() => profiled([[1, 2]], [0, 2], 2)).toThrow(InputError);
    expect(() => profiled([], [], 1)).toThrow(InputError);
  });

  it("gives the thread back after every stretch of 65,536 rows it sorts", () => {
    const random = seededRandom(1);
    const columns = [0, 1].map(() => Float64Array.from({ length: 262_144 }, random));
    const labels = Int32Array.from(columns[0] ?? [], (value) => Math.floor(value * 5));
    const shares = Array.from(profile({ columns, labels, k: 5 }));
    expect(shares.length).toBeGreaterThan(2 * 4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});
