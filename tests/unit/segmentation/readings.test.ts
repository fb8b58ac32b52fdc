import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { METRICS } from "../../../src/data/dataset";
import type { ClusterTable } from "../../../src/segmentation/cluster-table";
import { clusterReadings, comparison } from "../../../src/segmentation/readings";

const sessions = METRICS.filter((metric) => metric.column === "sessions");

function tableOf(means: readonly number[], sizes: readonly number[]): ClusterTable {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const total = means.reduce((sum, mean, index) => sum + mean * (sizes[index] ?? 0), 0);
  const stats = means.map((mean, index) => [
    { n: sizes[index] ?? 0, min: 0, max: mean, mean, total: mean * (sizes[index] ?? 0) },
  ]);
  return {
    metrics: sessions,
    sizes,
    stats,
    overall: [{ n: all, min: 0, max: Math.max(...means), mean: total / all, total }],
    sql: "",
  };
}

describe("clusterReadings", () => {
  it("says size, share, mean and how it compares", () => {
    const readings = clusterReadings(tableOf([1, 4.4], [9_600, 400]), ["Low engagement", "High engagement"]);
    expect(readings[1]).toBe("High engagement: 400 customers (4 %). Mean sessions 4.4, 3.87 times the overall mean.");
  });

  it("never calls a lower mean higher", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (mean, overall) => {
          const words = comparison(mean, overall);
          if (words.includes("above") || words.includes("times")) expect(mean).toBeGreaterThan(overall);
          if (words.includes("below")) expect(mean).toBeLessThan(overall);
        },
      ),
    );
  });

  it("says nothing where there is nothing to compare with", () => {
    expect(comparison(1, 0)).toBe("");
    expect(comparison(NaN, 2)).toBe("");
    expect(clusterReadings(tableOf([1, NaN], [5, 0]), ["Low", "High"])[1]).toBe("High: no customers.");
  });
});
