import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactTests } from "../../../../src/math/journeys/exact-tests";
import type { ExactOutput } from "../../../../src/workers/journeys/funnel";

type Pair = readonly [n: number, own: number, otherN: number, other: number];

function run(pairs: readonly Pair[]): ExactOutput {
  const column = (at: 0 | 1 | 2 | 3): Float64Array => Float64Array.from(pairs, (pair) => pair[at]);
  const job = exactTests({ n: column(0), own: column(1), otherN: column(2), other: column(3) });
  for (let step = job.next(); ; step = job.next()) if (step.done) return step.value;
}

describe("exactTests", () => {
  test.each<[Pair, number]>([
    [[3, 10, 1, 12], 0.45112781954887216],
    [[47, 280, 72, 3325], 8.938917061895892e-23],
    [[0, 81, 500, 900], 3.9911204372871025e-27],
    [[20, 100, 20, 100], 1],
    [[5, 5, 0, 7], 0.0025252525252525246],
    [[1200, 3000, 90_000, 270_000], 3.6368666278047e-14],
    [[13, 81, 1532, 2060], 1.6388492839990917e-26],
  ])("as SciPy's hypergeometric tails, doubled: %j", (pair, expected) => {
    const [p = NaN] = run([pair]).p;
    expect(Math.abs(p / expected - 1)).toBeLessThan(1e-9);
  });

  test("is the same whichever side is first and whichever outcome is counted", () => {
    const side = fc
      .integer({ min: 1, max: 60 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
    fc.assert(
      fc.property(side, side, ([n, own], [otherN, other]) => {
        const { p } = run([
          [n, own, otherN, other],
          [otherN, other, n, own],
          [own - n, own, other - otherN, other],
        ]);
        const [first = NaN] = p;
        expect(first).toBeGreaterThan(0);
        for (const one of p) expect(one).toBeCloseTo(first, 10);
      }),
    );
  });

  test("has no answer where a side is empty, and corrects only those that have one", () => {
    const { p, q } = run([
      [0, 0, 1, 5],
      [5, 5, 0, 7],
    ]);
    expect(p[0]).toBeNaN();
    expect(q[1]).toBe(p[1]);
  });
});
