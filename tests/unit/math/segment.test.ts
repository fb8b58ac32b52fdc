import { describe, expect, it } from "vitest";
import { finish } from "../../../src/math/progress";
import { seededRandom } from "../../../src/math/random";
import { segment } from "../../../src/math/segment";
import type { SegmentInput, SegmentOutput } from "../../../src/workers/contract";

const random = seededRandom(2);
const bump = (centre: number, width: number): number => centre + width * (random() + random() + random() - 1.5);
const groups = Array.from({ length: 900 }, (_, i) => i % 3);
// Group 2 is busiest; its delay is the smallest.
const traffic = Float64Array.from(groups, (group) => bump([10, 50, 90][group] ?? 0, 5));
const delay = Float64Array.from(groups, (group) => bump([300, 150, 20][group] ?? 0, 10));

function segmented(changes: Partial<SegmentInput> = {}): SegmentOutput {
  return finish(
    segment({
      features: { columns: [traffic, delay] },
      polarity: [1, -1],
      treatment: { missing: "drop", outliers: { method: "keep" }, scaling: "zscore" },
      k: 3,
      seed: 1,
      restarts: 3,
      ...changes,
    }),
  );
}

describe("segment", () => {
  it("orders clusters from worst to best whatever the seed", () => {
    for (let seed = 0; seed < 5; seed++) expect([...segmented({ seed }).labels]).toEqual(groups);
  });

  it("turns the order round when more is worse", () => {
    expect([...segmented({ polarity: [-1, 1] }).labels]).toEqual(groups.map((group) => 2 - group));
  });

  it("scores by the distance to the worst centroid, in scaled space", () => {
    const { score, signed, goodness, centroids, features } = segmented();
    const scaled = [traffic, delay].map(
      (column, f) => ((column[7] ?? 0) - (features[f]?.centre ?? 0)) / (features[f]?.scale ?? 1),
    );
    const [x = 0, y = 0] = scaled;
    const worst = centroids[0] ?? [];
    const best = centroids[2] ?? [];
    expect(score[7]).toBeCloseTo(Math.hypot(x - (worst[0] ?? 0), y - (worst[1] ?? 0)), 12);
    expect(goodness[7]).toBeCloseTo(x - y, 12);
    const way = best.map((value, f) => value - (worst[f] ?? 0));
    const along = (x - (worst[0] ?? 0)) * (way[0] ?? 0) + (y - (worst[1] ?? 0)) * (way[1] ?? 0);
    expect(signed[7]).toBeCloseTo(along / Math.hypot(...way), 12);
  });

  it("describes treated values per cluster and adds up", () => {
    const { treated, sizes, rowsUsed } = segmented();
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rowsUsed);
    const total = traffic.reduce((sum, value) => sum + value, 0);
    expect(treated.reduce((sum, [stats]) => sum + (stats?.total ?? 0), 0)).toBeCloseTo(total, 6);
    expect(treated[2]?.[0]?.min).toBeGreaterThan(treated[1]?.[0]?.max ?? Infinity);
  });

  it("never calls a dropped customer a zero", () => {
    const gap = traffic.slice();
    gap[4] = Number.NaN;
    const { labels, score, signed, goodness, rowsDropped } = segmented({ features: { columns: [gap, delay] } });
    expect([labels[4], score[4], signed[4], goodness[4], rowsDropped]).toEqual([
      -1,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      1,
    ]);
  });

  it("has no line to stand on with one cluster", () => {
    const { signed, score, k } = segmented({ k: 1 });
    expect(k).toBe(1);
    expect(signed.every(Number.isNaN)).toBe(true);
    expect(score.every(Number.isFinite)).toBe(true);
  });

  it("is the same to the last bit for the same seed, and reports rising progress", () => {
    expect(segmented({ seed: 5 })).toEqual(segmented({ seed: 5 }));
    const job = segment({
      features: { columns: [traffic, delay] },
      polarity: [1, -1],
      treatment: { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" },
      k: 4,
      seed: 1,
      restarts: 2,
    });
    const shares = [...job];
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(shares.length).toBeGreaterThan(10);
  });

  it("passes on notes about constant features and missing variety", () => {
    const same = new Float64Array(900).fill(7);
    expect(segmented({ features: { columns: [same, same] } }).notes).toEqual([
      "Feature 1 is the same for every customer, so it cannot tell them apart.",
      "Feature 2 is the same for every customer, so it cannot tell them apart.",
      "All customers have the same values, so there is 1 cluster instead of 3.",
    ]);
    expect(() => segmented({ polarity: [1] })).toThrow("needs a direction");
  });
});
