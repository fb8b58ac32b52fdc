import { describe, expect, it } from "vitest";
import { makeUp } from "../../../../src/math/describing/make-up";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import type { MakeUpOutput } from "../../../../src/workers/lab/describing";
import { golden, socialColumn, socialThere } from "../../../golden/describing";

function madeUp(codes: readonly number[], categories: number, labels: readonly number[], k: number): MakeUpOutput {
  return finish(makeUp({ codes: Int32Array.from(codes), categories, labels: Int32Array.from(labels), k }));
}

describe("makeUp", () => {
  it.skipIf(!socialThere).each([
    ["emotion", "Dominant_Emotion"],
    ["platform", "Platform"],
  ] as const)("agrees with scipy on %s by segment (skipped where ../shared/data is absent)", (name, column) => {
    const expected = golden.social[name];
    const codes = socialColumn(column).map((text) => expected.categories.indexOf(text));
    const ours = madeUp(codes, expected.categories.length, golden.social.labels, 3);
    expect(Array.from(ours.counts)).toEqual(expected.counts);
    expect(ours.degrees).toBe(expected.degrees);
    expect(ours.chiSquared / expected.chiSquared).toBeCloseTo(1, 12);
    expect(ours.p / expected.p).toBeCloseTo(1, 9);
    expect(ours.sparse).toBe(expected.sparse);
    expect(ours.cramersV).toBeCloseTo(expected.cramersV, 12);
    expect(ours.cramersVCorrected).toBeCloseTo(expected.cramersVCorrected, 12);
    expected.residuals.forEach((residual, at) => expect(ours.residuals[at]).toBeCloseTo(residual, 10));
    expect(Array.from(ours.dominant, (c) => expected.categories[c])).toEqual(expected.dominant);
  });

  it("measures shares and lift, and leaves out rows without a segment or a category", () => {
    const ours = madeUp([0, 0, 1, 1, 1, -1, 0], 2, [0, 0, 0, 1, 1, 1, -1], 2);
    expect(Array.from(ours.counts)).toEqual([2, 1, 0, 2]);
    expect(Array.from(ours.missing)).toEqual([0, 1]);
    expect(ours.n).toBe(5);
    expect(Array.from(ours.share)).toEqual([2 / 3, 1 / 3, 0, 1]);
    expect(ours.lift[0]).toBeCloseTo(2 / 3 / 0.4, 12);
    expect([ours.sparse, ours.caution]).toEqual([1, true]);
  });

  it("tells the most frequent category from the typical one", () => {
    const codes = [...Array<number>(6).fill(0), ...Array<number>(4).fill(1), ...Array<number>(10).fill(0)];
    const labels = [...Array<number>(10).fill(0), ...Array<number>(10).fill(1)];
    const ours = madeUp(codes, 2, labels, 2);
    expect(Array.from(ours.dominant)).toEqual([0, 0]);
    expect(Array.from(ours.typical)).toEqual([1, 0]);
  });

  it("does not count segments and categories without rows in the test", () => {
    const codes = [0, 0, 2, 2, 0, 2];
    const labels = [0, 0, 2, 2, 2, 0];
    const ours = madeUp(codes, 4, labels, 4);
    const compact = madeUp(
      codes.map((code) => code / 2),
      2,
      labels.map((label) => label / 2),
      2,
    );
    expect([ours.chiSquared, ours.degrees, ours.p]).toEqual([compact.chiSquared, 1, compact.p]);
    expect(ours.cramersVCorrected).toBe(compact.cramersVCorrected);
    expect(ours.share[4]).toBeNaN();
    expect(Array.from(ours.dominant)).toEqual([0, -1, 2, -1]);
  });

  it("has no test for one segment, one category or no row", () => {
    for (const ours of [madeUp([0, 1], 2, [0, 0], 1), madeUp([0, 0], 1, [0, 1], 2), madeUp([-1], 3, [0], 2)]) {
      expect([ours.p, ours.cramersV, ours.cramersVCorrected]).toEqual([NaN, NaN, NaN]);
      expect(ours.degrees).toBe(0);
      expect(Array.from(ours.typical).every((category) => category === -1)).toBe(true);
    }
  });

  it("has no corrected V where every row is a category of its own", () => {
    expect(madeUp([0, 1, 2], 3, [0, 1, 2], 3)).toMatchObject({ cramersV: 1, cramersVCorrected: NaN });
  });

  it("counts ten thousand categories", () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => i);
    const ours = madeUp(
      rows.map((i) => i % 10_000),
      10_000,
      rows.map((i) => i % 7),
      7,
    );
    expect(ours.degrees).toBe(9_999 * 6);
    expect(ours.caution).toBe(true);
    expect(ours.p).toBeGreaterThan(0.99);
  });

  it("refuses codes and labels that do not fit", () => {
    expect(() => madeUp([2], 2, [0], 1)).toThrow(InputError);
    expect(() => madeUp([0], 2, [0, 0], 1)).toThrow(InputError);
    expect(() => madeUp([0], 2, [1], 1)).toThrow(InputError);
  });
});
