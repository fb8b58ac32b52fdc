import { describe, expect, it } from "vitest";
import { curveOf } from "../../../../src/math/classifying/curve-of";
import { precisionInterval } from "../../../../src/math/classifying/precision-interval";
import { averagePrecision, rankingOf } from "../../../../src/math/classifying/ranking";
import { roc } from "../../../../src/math/classifying/roc";
import { finish } from "../../../../src/math/progress";
import { shopsThere } from "../../../golden/classifying";
import { goldenCurves, scoredShop } from "../../../golden/curves";

const ranked = (scores: readonly number[], outcome: readonly number[]) =>
  finish(rankingOf(Float64Array.from(scores), Uint8Array.from(outcome)));

describe("curveOf", () => {
  it("has a point at the end of every run of equal scores, the last with everybody", () => {
    expect(curveOf(ranked([0.9, 0.8, 0.8, 0.1], [1, 0, 1, 0]))).toEqual([
      { threshold: 0.9, n: 1, outcomes: 1 },
      { threshold: 0.8, n: 3, outcomes: 2 },
      { threshold: 0.1, n: 4, outcomes: 2 },
    ]);
  });

  it("keeps some hundred points of many, each of them exact", () => {
    const n = 50_000;
    const scores = Array.from({ length: n }, (_, i) => n - i);
    const outcome = scores.map((_, i) => ((i * 7919) % 97 < 30 - i / 2000 ? 1 : 0));
    const points = curveOf(ranked(scores, outcome));
    expect(points.length).toBeGreaterThan(300);
    expect(points.length).toBeLessThan(500);
    const counted = points.map(({ n: best }) => outcome.slice(0, best).reduce<number>((sum, one) => sum + one, 0));
    expect(points.map(({ outcomes }) => outcomes)).toEqual(counted);
    expect(points.at(-1)?.n).toBe(n);
  });

  it.skipIf(!shopsThere).each(["shoppers", "churn"] as const)(
    "is scikit-learn's on the same scores of %s, with areas and intervals, within 1e-9 (skipped where ../shared/data is absent)",
    (shop) => {
      const theirs = goldenCurves[shop];
      const { scores, outcome } = scoredShop(shop);
      expect(outcome).toHaveLength(theirs.rows);
      const ranking = finish(rankingOf(scores, outcome));
      const positives = outcome.reduce((sum, one) => sum + one, 0);
      const area = finish(roc(scores, outcome, undefined));
      const precision = averagePrecision(ranking);
      const { low95, high95 } = precisionInterval(precision, positives);
      expect(Math.abs(area.auc - theirs.auc)).toBeLessThan(1e-9);
      expect(Math.abs(area.low95 - theirs.aucInterval[0])).toBeLessThan(1e-9);
      expect(Math.abs(area.high95 - theirs.aucInterval[1])).toBeLessThan(1e-9);
      expect(Math.abs(precision - theirs.averagePrecision)).toBeLessThan(1e-9);
      expect(Math.abs(low95 - theirs.averagePrecisionInterval[0])).toBeLessThan(1e-9);
      expect(Math.abs(high95 - theirs.averagePrecisionInterval[1])).toBeLessThan(1e-9);
      const all = new Map(curveOf(ranking, Infinity).map((point) => [point.threshold, point]));
      for (const point of theirs.points) {
        const { n, outcomes } = all.get(point.threshold) ?? { n: NaN, outcomes: NaN };
        expect(Math.abs(outcomes / positives - point.truePositive)).toBeLessThan(1e-9);
        expect(Math.abs(outcomes / positives - point.recall)).toBeLessThan(1e-9);
        expect(Math.abs((n - outcomes) / (scores.length - positives) - point.falsePositive)).toBeLessThan(1e-9);
        expect(Math.abs(outcomes / n - point.precision)).toBeLessThan(1e-9);
      }
      expect(curveOf(ranking).every((point) => all.get(point.threshold)?.n === point.n)).toBe(true);
    },
  );
});

describe("precisionInterval", () => {
  it("says nothing where the average precision is 0 or 1", () => {
    expect(precisionInterval(1, 20)).toEqual({ low95: 0, high95: 1 });
    expect(precisionInterval(0, 20)).toEqual({ low95: 0, high95: 1 });
  });
});
