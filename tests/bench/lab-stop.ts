import type { ComputePool } from "../../src/workers/compute-client";
import type { LabTask } from "./lab-tasks";

/** Stops a job after `delay` milliseconds; how many then pass until its thread has answered another one. */
export async function heldAfterStop(
  { ours: job }: LabTask,
  pool: (size: number) => ComputePool,
  delay: number,
): Promise<number> {
  const { compute, stop } = pool(1);
  const small = { matrix: { values: new Float64Array(2), n: 2, d: 1 }, labels: new Int32Array(2), k: 1 };
  await compute("clusterMeans", small);
  const stopping = new AbortController();
  const work = job(compute, stopping.signal).catch((thrown: unknown) => {
    if (thrown instanceof DOMException && thrown.name === "AbortError") return "stopped";
    throw thrown;
  });
  await new Promise((resolve) => setTimeout(resolve, delay));
  const pressed = performance.now();
  stopping.abort();
  await compute("clusterMeans", small);
  const held = performance.now() - pressed;
  const ended = await work;
  stop();
  if (ended !== "stopped") throw new Error("The job had ended before it was stopped: take more rows.");
  return held;
}
