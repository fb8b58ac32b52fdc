import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentNames } from "../../../../src/math/describing/segment-names";
import type { FeatureProfile, ProfileOutput, SegmentName, SegmentSpread } from "../../../../src/workers/lab/describing";

/** A profile of which only z matters: one row per segment, one value per feature. */
function withZ(rows: readonly (readonly number[])[]): ProfileOutput {
  const features = (rows[0] ?? []).map((_, f) => ({ segments: rows.map((row) => ({ z: row[f] }) as SegmentSpread) }));
  return { features: features as unknown as FeatureProfile[], ranking: [], telling: rows.map(() => []) };
}

const words = ({ parts, number }: SegmentName): string =>
  [...parts.map(({ feature, level }) => `${feature} ${level}`), ...(number === null ? [] : [number])].join(", ");

describe("segmentNames", () => {
  it("names at most two features, strongest first, by stated cut points", () => {
    const names = segmentNames(
      withZ([
        [0.5, -1.6, 0.7],
        [0.49, 0.2, -0.1],
        [-0.5, 1.5, 0.1],
      ]),
    );
    expect(names.map(words)).toEqual(["1 very low, 2 high", "", "1 very high, 0 low"]);
    expect(names[0]?.parts[0]).toEqual({ feature: 1, level: "very low", z: -1.6, cut: -1.5, good: null });
    expect(names[2]?.parts[1]).toEqual({ feature: 0, level: "low", z: -0.5, cut: -0.5, good: null });
  });

  it("knows what is good", () => {
    const [name] = segmentNames(withZ([[1, -1]]), [1, -1]);
    expect(name?.parts.map(({ good }) => good)).toEqual([true, true]);
    expect(segmentNames(withZ([[1, -1]]), [-1, 0])[0]?.parts.map(({ good }) => good)).toEqual([false, null]);
  });

  it("adds a further feature where two would be called the same, in whatever order", () => {
    const names = segmentNames(
      withZ([
        [1.2, 1.1, 0.9, 0],
        [1.1, 1.2, 0, 0.8],
        [-1, 0, 0, 0],
      ]),
    );
    expect(names.map(words)).toEqual(["0 high, 1 high, 2 high", "1 high, 0 high, 3 high", "0 low"]);
  });

  it("numbers those that nothing tells apart", () => {
    const names = segmentNames(
      withZ([
        [1, 1],
        [0, NaN],
        [1.1, 1],
        [0.1, 0.15],
      ]),
    );
    expect(names.map(words)).toEqual(["0 high, 1 high, 1", "1", "0 high, 1 high, 2", "2"]);
  });

  it("says what several average segments lean to, but leaves a single one average", () => {
    const leaning = [
      [0.3, -0.1],
      [-0.25, 0.1],
      [1, 0],
    ];
    const names = segmentNames(withZ(leaning));
    expect(names.map(words)).toEqual(["0 somewhat high", "0 somewhat low", "0 high"]);
    expect(names[1]?.parts[0]?.cut).toBe(-0.2);
    expect(segmentNames(withZ(leaning.slice(1))).map(words)).toEqual(["", "0 high"]);
  });

  it("never calls two segments the same", () => {
    const table = fc.array(fc.array(fc.constantFrom(-2, -1, 0, 1, 2, NaN), { minLength: 3, maxLength: 3 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const names = segmentNames(withZ(rows)).map(({ parts, number }) =>
          [...parts.map(({ feature, level }) => `${feature} ${level}`).sort(), number].join(),
        );
        expect(new Set(names).size).toBe(rows.length);
      }),
    );
  });
});
