import { startCompute, type ComputePool } from "../../src/workers/compute-client";
import { bundledWorker, ThreadWorker } from "../unit/workers/thread-worker";
import { measured } from "./lab-measure";
import { heldAfterStop } from "./lab-stop";
import type { LabRow } from "./lab-table";
import { labTasks } from "./lab-tasks";

/** Most that a job which nobody wants any more may hold its thread. */
const STOP_TARGET = 100;

/** When in its run a job is stopped, as a share of the time it takes. */
const STOPPED_AT = 0.4;

/**
 * Times the lab's jobs on Node's threads through the pool that the page uses, copying the rows included, and beside each
 * the same job of scikit-learn on the same rows where `python` is not null. Ours and the peer's runs alternate and never
 * overlap. `share` is the part of the rows taken; `tell` hears of each row at once. The last row is how long a stopped job holds its thread, at worst.
 */
export async function benchLab(python: string | null, share: number, tell: (row: LabRow) => void): Promise<void> {
  const worker = await bundledWorker("../../../src/workers/compute.worker.ts");
  const pool = (size: number): ComputePool =>
    startCompute((name) => new ThreadWorker(worker, name) as unknown as Worker, size);
  const held: { readonly what: string; readonly milliseconds: number }[] = [];
  for (const task of labTasks(share)) {
    const row = await measured(task, pool, python);
    tell(row);
    held.push({ what: task.what, milliseconds: await heldAfterStop(task, pool, row.ours * STOPPED_AT) });
  }
  const worst = held.reduce((most, one) => (one.milliseconds > most.milliseconds ? one : most));
  tell(stopRow(worst));
}

function stopRow({ what, milliseconds }: { readonly what: string; readonly milliseconds: number }): LabRow {
  const target = { milliseconds: STOP_TARGET };
  return {
    what: "thread free after a stop, worst of these",
    ours: milliseconds,
    peer: null,
    cpuRatio: null,
    target,
    answer: what,
  };
}
