import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestFirst } from "../../../../src/math/classifying/best-first";
import { capacities } from "../../../../src/math/classifying/capacities";
import { finish } from "../../../../src/math/progress";

describe("capacities", () => {
  it("counts outcomes among the best, leaves untested rows out and takes more contacts than rows as all", () => {
    const probabilities = Float64Array.of(0.9, 0.2, NaN, 0.8, 0.4, 0.1);
    const outcome = Uint8Array.of(1, 0, 1, 0, 1, 0);
    const made = finish(capacities({ probabilities, outcome, contacts: [1, 3, 900] }));
    expect(made.map(({ n, outcomes }) => [n, outcomes])).toEqual([
      [1, 1],
      [3, 2],
      [5, 2],
    ]);
    expect(made[1]?.byChance).toBeCloseTo(6 / 5, 12);
    expect(made[1]?.recall).toBe(1);
  });
});

describe("bestFirst", () => {
  it("orders places by falling score, equal ones as they stand", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 50 }), (scores) => {
        const order = Array.from(finish(bestFirst({ scores: Float64Array.from(scores) })));
        const expected = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
        expect(order).toEqual(expected);
      }),
    );
  });
});
