import { describe, expect, it } from "vitest";
import { UserError } from "../../../src/data/user-error";
import { directCompute } from "../../../src/workers/direct-compute";

const column = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(i) * 50 + Math.cos(i * i));
const treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" } as const;

describe("directCompute", () => {
  it("reports rising progress and ends when the signal fires", async () => {
    const stopper = new AbortController();
    const shares: number[] = [];
    const running = directCompute(
      "elbow",
      {
        features: { columns: [column(60_000), column(60_000)] },
        treatment,
        maxK: 20,
        seed: 1,
        restarts: 5,
        sample: 1e9,
        silhouetteSample: 60_000,
      },
      {
        signal: stopper.signal,
        onProgress: (share) => {
          shares.push(share);
          if (shares.length === 5) stopper.abort();
        },
      },
    );
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares).toHaveLength(5);
  });

  it("does not start when the signal has fired already", async () => {
    const features = { columns: [column(10)] };
    const call = directCompute("pca", { features, scaling: "none", components: 1 }, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  it("turns an input that cannot be computed with into a UserError", async () => {
    const call = directCompute("pca", { features: { columns: [column(1)] }, scaling: "none", components: 1 });
    await expect(call).rejects.toBeInstanceOf(UserError);
  });
});
