import { describe, expect, it } from "vitest";
import { jobs } from "../../../src/workers/jobs";

describe("jobs", () => {
  const n = 200_000;
  const column = (step: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => Math.sin(i * step) + (i % 7));
  const features = { columns: [column(0.3), column(0.5), column(0.9)] };
  const treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" } as const;

  it("segment gives the thread back often enough to be cancelled", () => {
    const job = jobs.segment({ features, polarity: [1, 1, 1], treatment, k: 6, seed: 1, restarts: 2 });
    const yields = [...job];
    expect(yields.length).toBeGreaterThan(60);
    expect(Math.max(...yields)).toBeLessThanOrEqual(1);
    expect(yields.at(-1)).toBeGreaterThan(0.9);
  });

  it("stops for good when it is told to return", () => {
    const job = jobs.segment({ features, polarity: [1, 1, 1], treatment, k: 6, seed: 1, restarts: 2 });
    for (let i = 0; i < 10; i++) job.next();
    // A generator that is returned runs nothing further.
    expect(job.return(undefined as never).done).toBe(true);
    expect(job.next().done).toBe(true);
  });
});
