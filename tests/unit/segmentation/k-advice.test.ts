import { describe, expect, it } from "vitest";
import { kAdvice } from "../../../src/segmentation/k-advice";
import type { ElbowOutput } from "../../../src/workers/contract";

const curve = (knee: number | null, silhouette: readonly number[], margin = 0.001): ElbowOutput => ({
  k: [1, 2, 3, 4],
  inertia: [100, 50, 30, 25],
  silhouette,
  silhouetteMargin: silhouette.map(() => margin),
  silhouetteRows: 100,
  knee,
  bestSilhouette: 1 + silhouette.indexOf(Math.max(...silhouette.slice(1))),
  rowsUsed: 100,
  rows: 100,
});

describe("kAdvice", () => {
  it("shows that knee and silhouette disagree", () => {
    const advice = kAdvice(curve(3, [NaN, 0.8, 0.5, 0.4]), 3);
    expect(advice.agree).toBe(false);
    expect(advice.text).toBe(
      "The elbow bends at k = 3 and the silhouette is best at k = 2: they disagree, so the data does not settle the number of segments. You are looking at k = 3.",
    );
  });

  it("counts silhouettes within sampling error as jointly best", () => {
    const advice = kAdvice(curve(3, [NaN, 0.51, 0.5, 0.3], 0.02), 3);
    expect(advice.jointlyBest).toEqual([2, 3]);
    expect(advice.agree).toBe(true);
    expect(advice.settled).toBe(true);
  });

  it("stays calm when there is neither bend nor silhouette", () => {
    const none = { ...curve(null, [NaN, NaN, NaN, NaN]), bestSilhouette: null };
    expect(kAdvice(none, 1).agree).toBe(false);
  });
});
