import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderRoc, roc } from "../../../../src/math/classifying/roc";
import { averagePrecision, rankingOf } from "../../../../src/math/classifying/ranking";
import { scoresOf } from "../../../../src/math/classifying/scores-of";
import { finish } from "../../../../src/math/progress";
import { golden } from "../../../golden/classifying";

const rows = fc.array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 4,
  maxLength: 60,
});
const split = (cells: readonly (readonly [number, number])[]): readonly [Float64Array, Uint8Array] => [
  Float64Array.from(cells, ([score]) => score),
  Uint8Array.from(cells, ([, y]) => y),
];

describe("roc", () => {
  const scores = Float64Array.from(golden.judged.probabilities);
  const outcome = Uint8Array.from(golden.judged.outcome);

  it("finds scikit-learn's area and DeLong's error by the definition", () => {
    const { auc, low95, high95 } = finish(roc(scores, outcome, undefined));
    expect(auc).toBeCloseTo(golden.judged.scores.auc, 12);
    expect((high95 - low95) / 2 / 1.959963984540054).toBeCloseTo(golden.judged.delongError, 12);
    expect((high95 + low95) / 2).toBeCloseTo(auc, 12);
  });

  it("finds scikit-learn's average precision, log loss and Brier score", () => {
    const ours = finish(scoresOf(scores, outcome));
    for (const name of ["auc", "prAuc", "logLoss", "brier"] as const)
      expect(ours[name]).toBeCloseTo(golden.judged.scores[name], 12);
  });

  it("is Mann-Whitney's: the share of pairs in the right order, ties half", () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const having = cells.filter(([, y]) => y === 1);
        const others = cells.filter(([, y]) => y === 0);
        fc.pre(having.length > 0 && others.length > 0);
        const right = having
          .flatMap(([a]) => others.map(([b]) => (a > b ? 1 : a === b ? 0.5 : 0)))
          .reduce<number>((x, y) => x + y, 0);
        const [values, y] = split(cells);
        const area = finish(areaUnderRoc(values, y));
        expect(area).toBeCloseTo(right / having.length / others.length, 12);
        expect(
          finish(
            areaUnderRoc(
              values.map((value) => Math.exp(value)),
              y,
            ),
          ),
        ).toBe(area);
        expect(
          finish(
            areaUnderRoc(
              values.map((value) => -value),
              y,
            ),
          ),
        ).toBeCloseTo(1 - area, 12);
        expect(
          finish(
            areaUnderRoc(
              values,
              y.map((kind) => 1 - kind),
            ),
          ),
        ).toBeCloseTo(1 - area, 12);
      }),
    );
  });

  it("has no wider interval when every row is a customer, and a wider one when rows repeat", () => {
    const plain = finish(roc(scores, outcome, undefined));
    const alone = finish(roc(scores, outcome, Int32Array.from(scores.keys())));
    expect((alone.high95 - alone.low95) / (plain.high95 - plain.low95)).toBeCloseTo(1, 1);
    const thrice = <T extends Float64Array | Uint8Array>(values: T): number[] =>
      Array.from(values).flatMap((value) => [value, value, value]);
    const groups = Int32Array.from({ length: 3 * scores.length }, (_, row) => Math.floor(row / 3));
    const repeated = finish(roc(Float64Array.from(thrice(scores)), Uint8Array.from(thrice(outcome)), groups));
    expect(repeated.auc).toBeCloseTo(plain.auc, 12);
    expect(repeated.high95 - repeated.low95).toBeCloseTo(alone.high95 - alone.low95, 12);
  });

  it("is undefined for one kind of outcome", () => {
    expect(finish(areaUnderRoc(Float64Array.of(1, 2), Uint8Array.of(1, 1)))).toBeNaN();
  });
});

describe("rankingOf", () => {
  it("shares out ties evenly, whatever the order of rows", () => {
    const { found } = finish(rankingOf(Float64Array.of(1, 5, 1, 1, 9), Uint8Array.of(0, 1, 1, 0, 0)));
    [0, 0, 1, 4 / 3, 5 / 3, 2].forEach((value, n) => expect(found[n]).toBeCloseTo(value, 12));
    fc.assert(
      fc.property(rows, (cells) => {
        const one = finish(rankingOf(...split(cells)));
        const other = finish(rankingOf(...split(cells.toReversed())));
        expect(other).toEqual(one);
        expect(one.found.every((value, n) => n === 0 || value >= (one.found[n - 1] ?? 0))).toBe(true);
        expect(one.found.at(-1)).toBe(cells.reduce((sum, [, y]) => sum + y, 0));
      }),
    );
  });

  it("has an average precision of the base rate where all scores are equal, and of 1 where none is wrong", () => {
    expect(averagePrecision(finish(rankingOf(new Float64Array(8), Uint8Array.of(1, 0, 0, 1, 0, 0, 0, 0))))).toBe(0.25);
    expect(averagePrecision(finish(rankingOf(Float64Array.of(3, 2, 1), Uint8Array.of(1, 1, 0))))).toBe(1);
  });
});
