import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/data/user-error";
import { startCompute, type ComputePool } from "../../../src/workers/compute-client";
import type { ElbowInput, SegmentInput } from "../../../src/workers/contract";
import { directCompute } from "../../../src/workers/direct-compute";
import { bundledWorker, ThreadWorker } from "./thread-worker";

let file: URL;
beforeAll(async () => {
  file = await bundledWorker("../../../src/workers/compute.worker.ts");
});

const made: ThreadWorker[] = [];
const pools: ComputePool[] = [];
function pool(size: number): ComputePool {
  const started = startCompute((name) => {
    const worker = new ThreadWorker(file, name);
    made.push(worker);
    return worker as unknown as Worker;
  }, size);
  pools.push(started);
  return started;
}
afterEach(() => {
  for (const { stop } of pools.splice(0)) stop();
  made.length = 0;
});

const column = (n: number, step: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => Math.sin(i * step) * 50);
const segmentInput = (n: number): SegmentInput => ({
  features: { columns: [column(n, 0.7), column(n, 1.3)] },
  polarity: [1, 1],
  treatment: { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" },
  k: 3,
  seed: 4,
  restarts: 2,
});
/** Minutes of work. */
const endless = (): ElbowInput => ({ ...segmentInput(400_000), maxK: 20, sample: 1e9, silhouetteSample: 400_000 });

describe("startCompute", () => {
  it("gives the very answer of the job run here, and leaves the input usable", async () => {
    const input = segmentInput(5000);
    const there = await pool(1).compute("segment", input);
    expect(there).toEqual(await directCompute("segment", input));
    expect(input.features.columns[0]).toHaveLength(5000);
  });

  it("rejects with an AbortError at once and takes the next job on the same worker", async () => {
    const { compute } = pool(1);
    const stopper = new AbortController();
    let progress = 0;
    const running = compute("elbow", endless(), {
      signal: stopper.signal,
      onProgress: () => {
        if (progress++ === 2) stopper.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(progress).toBe(3);
    await expect(compute("segment", segmentInput(100))).resolves.toMatchObject({ k: 3 });
    expect(made).toHaveLength(1);
  });

  it("does a job once more when its worker dies, and then says so", async () => {
    const { compute } = pool(1);
    const once = compute("segment", segmentInput(60_000), { onProgress: () => made[0]?.postMessage("die") });
    await expect(once).resolves.toMatchObject({ k: 3 });
    expect(made).toHaveLength(2);
    // Word of progress may arrive after its worker's end: it must not hit the one that the last job gets.
    const strike = (): void => (made.length <= 3 ? made.at(-1)?.postMessage("die") : undefined);
    const twice = compute("elbow", endless(), { onProgress: strike });
    await expect(twice).rejects.toThrow("stopped unexpectedly: planted death");
    await expect(twice).rejects.toBeInstanceOf(UserError);
    expect(made).toHaveLength(3);
    await expect(compute("segment", segmentInput(100))).resolves.toMatchObject({ k: 3 });
    expect(made).toHaveLength(4);
  });

  it("notices workers that end without a word, busy or idle, at any moment", async () => {
    const { compute } = pool(2);
    const wanted = await directCompute("segment", segmentInput(3000));
    for (let round = 0; round < 12; round++) {
      const answers = [0, 1, 2].map(() => compute("segment", segmentInput(3000)));
      await new Promise((resolve) => setTimeout(resolve, round * 2));
      made.at(-1)?.terminate();
      expect(await Promise.all(answers)).toEqual([wanted, wanted, wanted]);
    }
    expect(made.length).toBeGreaterThan(6);
  });

  it("passes a plain sentence on as a UserError", async () => {
    const failing = pool(1).compute("segment", { ...segmentInput(0) });
    await expect(failing).rejects.toBeInstanceOf(UserError);
    await expect(failing).rejects.toThrow("There are no customers to group.");
  });

  it("makes no more workers than its size, and lets calls wait their turn or give up", async () => {
    const { compute } = pool(2);
    const stopper = new AbortController();
    const busy = [1, 2].map(() => compute("elbow", endless(), { signal: stopper.signal }));
    const impatient = new AbortController();
    const gaveUp = compute("segment", segmentInput(50), { signal: impatient.signal });
    const waited = compute("segment", segmentInput(50));
    impatient.abort();
    // At once: a rejection that nobody awaits is an error of its own.
    await expect(gaveUp).rejects.toMatchObject({ name: "AbortError" });
    await expect.poll(() => made.length).toBe(2);
    stopper.abort();
    for (const call of busy) await expect(call).rejects.toMatchObject({ name: "AbortError" });
    await expect(waited).resolves.toMatchObject({ k: 3 });
    expect(made).toHaveLength(2);
  });

  it("lets a running job wait and go on, on demand or by itself, with the same answer", async () => {
    const { compute, pause } = pool(1);
    let reports = 0;
    const input = segmentInput(150_000);
    const running = compute("segment", { ...input, restarts: 50 }, { onProgress: () => reports++ });
    await expect.poll(() => reports).toBeGreaterThan(1);
    await pause(60_000);
    const before = reports;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(reports - before).toBeLessThanOrEqual(1);
    await pause(50);
    await expect.poll(() => reports).toBeGreaterThan(before + 2);
    await pause(60_000);
    await pause(0);
    expect(await running).toEqual(await directCompute("segment", { ...input, restarts: 50 }));
  });

  it("gives up a job that waits at once, and pauses nothing where nothing runs", async () => {
    const { compute, pause } = pool(1);
    await pause(60_000);
    const stopper = new AbortController();
    const progress = Promise.withResolvers<undefined>();
    const running = compute("elbow", endless(), {
      signal: stopper.signal,
      onProgress: () => progress.resolve(undefined),
    });
    await progress.promise;
    await pause(60_000);
    stopper.abort();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    await pause(0);
    await expect(compute("segment", segmentInput(100))).resolves.toMatchObject({ k: 3 });
  });

  it("rejects what is running when stopped, and what is asked afterwards", async () => {
    const { compute, stop } = pool(1);
    const running = compute("elbow", endless());
    stop();
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    await expect(compute("segment", segmentInput(50))).rejects.toMatchObject({ name: "AbortError" });
  });
});
