import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { gapStatistic } from "../../../../src/math/judging/gap-statistic";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { GapInput, GapOutput } from "../../../../src/workers/lab/judging";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { benchmark, benchmarksThere, golden, type GoldenGap } from "../../../golden/judging";

function gapped(matrix: Matrix, changes: Partial<GapInput> = {}): GapOutput {
  return finish(
    gapStatistic({ matrix, ks: [1, 2, 3, 4, 5, 6], references: 10, shape: "box", seed: 1, sample: 1e5, ...changes }),
  );
}

function even(n: number): Matrix {
  const random = seededRandom(n);
  return { values: Float64Array.from({ length: 2 * n }, () => random()), n, d: 2 };
}

/** As many groups, equally far from each other. */
function grouped(n: number, count: 2 | 3): Matrix {
  const matrix = even(n);
  const [x, y] = [
    [0, 4, 2],
    [0, 0, 3.5],
  ] as const;
  const values = matrix.values.map((value, at) => value + ((at % 2 === 0 ? x : y)[(at >> 1) % count] as number));
  return { ...matrix, values };
}

const cases = Object.keys(golden.gap).flatMap((name) => [
  { name, shape: "box" as const },
  { name, shape: "rotated" as const },
]);

describe.skipIf(!benchmarksThere)("gapStatistic on benchmark data (skipped where ../shared/data is absent)", () => {
  it.each(cases)("agrees with 200 references made elsewhere: $name, $shape", ({ name, shape }) => {
    const theirs = golden.gap[name]?.[shape] as GoldenGap;
    const { gaps } = gapped(benchmark(name).matrix, { shape, references: 20 });
    for (const [at, { logWithin, expected, gap, error }] of gaps.entries()) {
      const deviation = theirs.deviation[at] as number;
      // Two runs of references: the standard error of the difference of their means is 0.235 deviations.
      expect(Math.abs(expected - (theirs.expected[at] as number))).toBeLessThan(4 * 0.235 * deviation);
      expect(Math.abs(logWithin - (theirs.log_within[at] as number))).toBeLessThan(0.01);
      expect(gap).toBeCloseTo(expected - logWithin, 12);
      expect(error / Math.sqrt(1 + 1 / 20) / deviation).toBeGreaterThan(0.5);
      expect(error / Math.sqrt(1 + 1 / 20) / deviation).toBeLessThan(1.6);
    }
  });
});

describe("gapStatistic", () => {
  it("prefers one cluster where there is none to find", () => {
    expect(gapped(even(300)).preferred).toBe(1);
    expect(gapped(even(300), { shape: "rotated" }).preferred).toBe(1);
  });

  it("finds planted groups, in a sample too", () => {
    const matrix = grouped(600, 3);
    expect(gapped(matrix).preferred).toBe(3);
    expect(gapped(matrix, { shape: "rotated" }).preferred).toBe(3);
    const sampled = gapped(matrix, { sample: 200 });
    expect(sampled).toMatchObject({ preferred: 3, rows: 600, rowsUsed: 200 });
    expect(gapped(matrix, { sample: 200 })).toEqual(sampled);
  });

  it("says nothing where the rule finds no k, nor where different rows run out", () => {
    expect(gapped(grouped(200, 2), { ks: [1, 2] }).preferred).toBeNull();
    const few = gapped({ values: Float64Array.of(1, 1, 2, 5, 5), n: 5, d: 1 });
    expect(few.gaps.map(({ k }) => k)).toEqual([1, 2]);
    expect(few.notes).toEqual([
      "There are only 3 different rows, and the gap statistic needs more of them than clusters.",
    ]);
    expect(gapped({ values: new Float64Array(6), n: 3, d: 2 }).gaps).toEqual([]);
  });

  it("refuses no rows and no references", () => {
    expect(() => gapped({ values: new Float64Array(0), n: 0, d: 1 })).toThrow(InputError);
    expect(() => gapped(even(10), { references: 0 })).toThrow(InputError);
  });
});
