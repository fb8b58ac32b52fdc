import { describe, expect, it } from "vitest";
import { decisionTree } from "../../../../src/math/describing/decision-tree";
import { segmentRules } from "../../../../src/math/describing/segment-rules";
import { finish } from "../../../../src/math/progress";
import type { Rule, SegmentRules } from "../../../../src/workers/lab/deciding";
import { classified, clusteringThere } from "../../../golden/describing";

function ruled(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  k: number,
  depth = 4,
  minLeaf = 1,
): SegmentRules[] {
  return segmentRules(finish(decisionTree({ columns, labels: Int32Array.from(labels), k, depth, minLeaf, seed: 1 })));
}

/** Rows that meet all conditions, missing values by `orMissing`. */
function meeting(columns: readonly Float64Array[], { conditions }: Rule): number[] {
  const rows = Array.from(columns[0]?.keys() ?? []);
  return rows.filter((row) =>
    conditions.every(({ feature, lower, upper, orMissing }) => {
      const value = columns[feature]?.[row] ?? Number.NaN;
      return Number.isNaN(value) ? orMissing : (lower === null || value > lower) && (upper === null || value <= upper);
    }),
  );
}

function expectTrue(
  columns: readonly Float64Array[],
  labels: ArrayLike<number>,
  segments: readonly SegmentRules[],
): void {
  const seen = new Set<number>();
  segments.forEach(({ size, rules, coverage }, s) => {
    let found = 0;
    for (const rule of rules) {
      const rows = meeting(columns, rule);
      const own = rows.filter((row) => labels[row] === s).length;
      expect([rule.n, rule.inSegment]).toEqual([rows.length, own]);
      expect(rule.coverage).toBe(own / size);
      expect(rule.precision).toBe(own / rows.length);
      expect(rule.lift).toBeCloseTo(own / rows.length / (size / labels.length), 12);
      expect(new Set(rule.conditions.map(({ feature }) => feature)).size).toBe(rule.conditions.length);
      found += own;
      rows.forEach((row) => expect(seen.has(row)).toBe(false));
      rows.forEach((row) => seen.add(row));
    }
    expect(coverage).toBeCloseTo(found / size, 12);
  });
}

describe("segmentRules", () => {
  it.skipIf(!clusteringThere)(
    "says of every rule on wine what its rows say (skipped where ../shared/data is absent)",
    () => {
      const { columns, classes } = classified("wine");
      const segments = ruled(columns, classes, 3);
      expectTrue(columns, classes, segments);
      segments.forEach(({ coverage, precision, majority }) => {
        expect(majority).toBe(true);
        expect(Math.min(coverage, precision)).toBeGreaterThan(0.9);
      });
    },
  );

  it("merges questions on one feature into an interval", () => {
    const column = Float64Array.from({ length: 30 }, (_, i) => i);
    const labels = Array.from({ length: 30 }, (_, i) => (i >= 10 && i < 20 ? 1 : 0));
    const [outside, inside] = ruled([column], labels, 2);
    const both = { feature: 0, orMissing: false };
    expect(inside?.rules.map(({ conditions }) => conditions)).toEqual([[{ ...both, lower: 9.5, upper: 19.5 }]]);
    expect(outside?.rules.map(({ conditions }) => conditions)).toEqual([
      [{ ...both, lower: null, upper: 9.5 }],
      [{ ...both, lower: 19.5, upper: null }],
    ]);
    expect(outside).toMatchObject({ coverage: 1, precision: 1, size: 20 });
  });

  it("holds for rows with missing values, and says so", () => {
    const column = Float64Array.of(1, 2, 3, NaN, 8, 9, NaN);
    const other = Float64Array.of(1, NaN, 2, 1, 7, 8, 9);
    const labels = [0, 0, 0, 0, 1, 1, 1];
    const segments = ruled([column, other], labels, 2);
    expectTrue([column, other], labels, segments);
    expect(segments[0]?.rules.some(({ conditions }) => conditions.some(({ orMissing }) => orMissing))).toBe(true);
  });

  it("takes leaves together where they agree", () => {
    const column = Float64Array.of(1, 2, 3, 4, 5, 6);
    const segments = ruled([column], [0, 0, 0, 0, 0, 1], 2, 4, 2);
    expect(segments[0]?.rules).toHaveLength(1);
    expect(segments[0]?.rules[0]).toMatchObject({ conditions: [], n: 6, inSegment: 5, lift: 1 });
  });

  it("gives a segment that is nowhere the most frequent its best leaf", () => {
    const column = Float64Array.of(1, 2, 3, 4, 5, 6);
    const [, rare] = ruled([column], [0, 0, 0, 0, 0, 1], 2, 4, 2);
    expect(rare?.majority).toBe(false);
    expect(rare?.rules[0]).toMatchObject({ n: 2, inSegment: 1, coverage: 1, precision: 0.5, lift: 3 });
  });

  it("has no rule for an empty segment", () => {
    const [, , empty] = ruled([Float64Array.of(1, 2)], [0, 1], 3);
    expect(empty).toMatchObject({ size: 0, rules: [], coverage: NaN, precision: NaN });
  });
});
