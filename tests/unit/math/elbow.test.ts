import { describe, expect, it } from "vitest";
import { elbow } from "../../../src/math/elbow";
import { finish } from "../../../src/math/progress";
import type { ElbowInput, ElbowOutput } from "../../../src/workers/contract";
import { columnsOf, golden } from "../../golden/kmeans-math";

function elbowed(changes: Partial<ElbowInput> = {}): ElbowOutput {
  return finish(
    elbow({
      features: { columns: columnsOf(golden.data) },
      treatment: { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" },
      maxK: 6,
      seed: 1,
      restarts: 3,
      sample: 1000,
      silhouetteSample: 1000,
      ...changes,
    }),
  );
}

describe("elbow", () => {
  it("agrees with scikit-learn and finds the three planted groups", () => {
    const { k, inertia, silhouette, silhouetteMargin, silhouetteRows, knee, bestSilhouette } = elbowed();
    expect(k).toEqual([1, 2, 3, 4, 5, 6]);
    k.forEach((count, at) => expect(inertia[at]).toBeCloseTo(golden.inertia[count] ?? Number.NaN, 6));
    expect(silhouette[0]).toBeNaN();
    expect(silhouette[2]).toBeCloseTo(golden.silhouette["3"] ?? Number.NaN, 9);
    expect(silhouetteMargin.slice(1)).toEqual([0, 0, 0, 0, 0]);
    expect({ silhouetteRows, knee, bestSilhouette }).toEqual({ silhouetteRows: 240, knee: 3, bestSilhouette: 3 });
  });

  it("gives a sampled silhouette its margin", () => {
    const { silhouetteRows, silhouetteMargin } = elbowed({ silhouetteSample: 100 });
    expect(silhouetteRows).toBe(100);
    for (const margin of silhouetteMargin.slice(1)) expect(margin).toBeGreaterThan(0);
  });

  it("clusters a sample of many rows, and gives the inertia of all", () => {
    const whole = elbowed();
    const sampled = elbowed({ sample: 160 });
    expect([whole.rowsUsed, whole.rows, sampled.rowsUsed, sampled.rows]).toEqual([240, 240, 160, 240]);
    for (const [at, inertia] of sampled.inertia.entries())
      expect(Math.abs(inertia / (whole.inertia[at] ?? 0) - 1)).toBeLessThan(0.2);
    expect(sampled.knee).toBe(3);
    expect(elbowed({ sample: 160 })).toEqual(sampled);
  });

  it("stops where there are no more different rows", () => {
    const columns = [Float64Array.of(1, 1, 2, 2, 5)];
    expect(elbowed({ features: { columns } })).toMatchObject({ k: [1, 2, 3], rowsUsed: 5 });
    const one = elbowed({ features: { columns: [Float64Array.of(4, 4)] } });
    expect(one).toMatchObject({ k: [1], knee: null, bestSilhouette: null });
  });
});
