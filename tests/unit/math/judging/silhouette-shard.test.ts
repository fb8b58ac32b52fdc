import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleSilhouette } from "../../../../src/math/judging/assemble-silhouette";
import { silhouetteShard } from "../../../../src/math/judging/silhouette-shard";
import { finish } from "../../../../src/math/progress";
import type { Matrix } from "../../../../src/workers/lab/matrix";

function inParts(matrix: Matrix, labels: Int32Array, parts: number): Float64Array {
  const shards = Array.from({ length: parts }, (_, part) => finish(silhouetteShard({ matrix, labels, part, parts })));
  return assembleSilhouette(labels, shards.reverse());
}

/** The definition, row by row. */
function byDefinition({ values, n, d }: Matrix, labels: Int32Array): number[] {
  const distance = (i: number, j: number): number =>
    Math.hypot(...Array.from({ length: d }, (_, f) => (values[i * d + f] ?? 0) - (values[j * d + f] ?? 0)));
  const rows = Array.from({ length: n }, (_, i) => i);
  const clusters = [...new Set(labels)].filter((label) => label >= 0);
  return rows.map((i) => {
    const own = labels[i] ?? -1;
    if (own < 0 || clusters.length < 2) return Number.NaN;
    const meanTo = (label: number): number => {
      const others = rows.filter((j) => labels[j] === label && j !== i);
      return others.reduce((sum, j) => sum + distance(i, j), 0) / others.length;
    };
    const a = meanTo(own);
    const b = Math.min(...clusters.filter((label) => label !== own).map(meanTo));
    if (Number.isNaN(a)) return 0;
    return Math.max(a, b) > 0 ? (b - a) / Math.max(a, b) : 0;
  });
}

const cases = fc
  .record({ d: fc.integer({ min: 1, max: 9 }), labels: fc.array(fc.integer({ min: -1, max: 4 }), { maxLength: 25 }) })
  .chain(({ d, labels }) =>
    fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: d * labels.length, maxLength: d * labels.length })
      .map((values) => ({
        matrix: { values: Float64Array.from(values), n: labels.length, d },
        labels: Int32Array.from(labels),
      })),
  );

describe("silhouetteShard", () => {
  it("makes the silhouette of the definition, in one part or several", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4 }), ({ matrix, labels }, parts) => {
        const ours = inParts(matrix, labels, parts);
        byDefinition(matrix, labels).forEach((value, i) => {
          if (Number.isNaN(value)) expect(ours[i]).toBeNaN();
          else expect(ours[i]).toBeCloseTo(value, 10);
        });
      }),
    );
  });

  it("gives two workers about half the work each", () => {
    const n = 4000;
    const values = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
    for (const k of [2, 3, 8, 900]) {
      const labels = Int32Array.from({ length: n }, (_, i) => Math.floor(k * (i / n) ** 3));
      const steps = [0, 1].map((part) => {
        let looks = 0;
        const shard = silhouetteShard({ matrix: { values, n, d: 1 }, labels, part, parts: 2 });
        while (shard.next().done !== true) looks++;
        return looks;
      }) as [number, number];
      expect(Math.abs(steps[0] - steps[1])).toBeLessThanOrEqual(2);
      expect(steps[0]).toBeGreaterThan(5);
    }
  });
});
