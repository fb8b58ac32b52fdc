import { expose, releaseProxy, transfer, type ProxyMethods } from "comlink";
import type { JobName, Jobs } from "./contract";
import { jobs } from "./jobs";
import { holdLifeline } from "./lifeline";
import { runInSlices } from "./run-in-slices";
import { transferablesOf } from "./transferables";

/** Numbers rise and a worker has one job at a time, so the last cancelled number is all there is to remember. */
let cancelled = 0;

/** By this thread's clock: jobs wait until then. */
let pausedUntil = 0;

/** What the client may ask of a compute worker: one job at a time, by number. */
export interface ComputeWorkerApi {
  run<Name extends JobName>(
    id: number,
    name: Name,
    input: Jobs[Name]["input"],
    onProgress: (share: number) => void,
  ): Promise<Jobs[Name]["output"]>;
  cancel(id: number): void;
  /** Lets jobs wait for so long from now; 0 lets them go on. Answered between two slices, so that the thread is quiet then. */
  pause(milliseconds: number): void;
}

const api: ComputeWorkerApi = {
  async run(id, name, input, onProgress) {
    try {
      const output = await runInSlices(
        jobs[name](input),
        () => cancelled === id,
        onProgress,
        () => performance.now() < pausedUntil,
      );
      return transfer(output, transferablesOf(output));
    } finally {
      // Comlink hands functions over as proxies that hold a port open until released.
      (onProgress as Partial<ProxyMethods>)[releaseProxy]?.();
    }
  },
  cancel(id) {
    cancelled = id;
  },
  pause(milliseconds) {
    pausedUntil = performance.now() + milliseconds;
  },
};

holdLifeline();
expose(api);
