import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { seededRandom } from "../../../../src/math/random";

/** The definition, pair by pair. */
function pairByPair(a: Int32Array, b: Int32Array): number {
  const pairs = { both: 0, onlyA: 0, onlyB: 0, apart: 0 };
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const inA = a[i] === a[j];
      const inB = b[i] === b[j];
      pairs[inA ? (inB ? "both" : "onlyA") : inB ? "onlyB" : "apart"]++;
    }
  }
  const { both, onlyA, onlyB, apart } = pairs;
  if (onlyA === 0 && onlyB === 0) return 1;
  const all = both + onlyA + onlyB + apart;
  const expected = ((both + onlyA) * (both + onlyB)) / all;
  return (both - expected) / ((both + onlyA + both + onlyB) / 2 - expected);
}

const labelled = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 3 })), {
  maxLength: 40,
});

describe("adjustedRandIndex", () => {
  it("is what scikit-learn documents", () => {
    expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), Int32Array.of(1, 1, 0, 0))).toBe(1);
    expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 2), Int32Array.of(0, 0, 1, 1))).toBeCloseTo(0.5714285714, 9);
    expect(adjustedRandIndex(Int32Array.of(0, 0, 0, 0), Int32Array.of(0, 1, 2, 3))).toBe(0);
    expect(adjustedRandIndex(Int32Array.of(0, 0, 1, 1), Int32Array.of(0, 1, 0, 1))).toBe(-0.5);
  });

  it("is the definition over all pairs, whichever comes first", () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const a = Int32Array.from(rows, ([label]) => label);
        const b = Int32Array.from(rows, ([, label]) => label);
        expect(adjustedRandIndex(a, b)).toBeCloseTo(pairByPair(a, b), 10);
        expect(adjustedRandIndex(b, a)).toBeCloseTo(adjustedRandIndex(a, b), 12);
      }),
    );
  });

  it("counts noise as a label of its own", () => {
    expect(adjustedRandIndex(Int32Array.of(-1, -1, 0, 0), Int32Array.of(4, 4, -1, -1))).toBe(1);
  });

  it("takes none or one row for agreement and refuses different lengths", () => {
    expect(adjustedRandIndex(Int32Array.of(), Int32Array.of())).toBe(1);
    expect(adjustedRandIndex(Int32Array.of(3), Int32Array.of(0))).toBe(1);
    expect(() => adjustedRandIndex(Int32Array.of(1), Int32Array.of())).toThrow(InputError);
  });

  it("stays exact over a million rows, also with every row alone", () => {
    const random = seededRandom(4);
    const a = Int32Array.from({ length: 1_000_000 }, () => Math.floor(random() * 8));
    const alone = Int32Array.from(a, (_, i) => i);
    expect(adjustedRandIndex(a, a)).toBe(1);
    expect(adjustedRandIndex(alone, alone)).toBe(1);
    expect(adjustedRandIndex(a, alone)).toBe(0);
    const shuffled = Int32Array.from(a, () => Math.floor(random() * 5));
    expect(Math.abs(adjustedRandIndex(a, shuffled))).toBeLessThan(1e-5);
  });
});
