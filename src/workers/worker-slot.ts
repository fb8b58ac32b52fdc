import { proxy, transfer, wrap, type Remote } from "comlink";
import { StoppedError } from "../data/user-error";
import type { ComputeWorkerApi } from "./compute.worker";
import type { JobName, Jobs } from "./contract";
import type { CopiedInput } from "./copied-input";
import { plainFailure } from "./plain-failure";
import { abortError } from "./run-in-slices";
import { endWhenStuck, watchedWorker, type MakeWorker, type WatchedWorker } from "./watched-worker";

interface Running {
  readonly watched: WatchedWorker;
  readonly remote: Remote<ComputeWorkerApi>;
  /** Rejects when the worker dies; never resolves. */
  readonly death: Promise<never>;
}

/** One place in the pool: a worker that is started when first needed and replaced after it died. */
export interface WorkerSlot {
  /**
   * The copied input is gone for the caller. `answer` settles for the caller: the output, a UserError or the job's own
   * error, an AbortError at once when the signal fires, or a StoppedError when the worker dies (a Comlink call to a dead
   * worker would never settle). `free` resolves when the worker can take the next job, which after an abort is within one
   * slice.
   */
  run<Name extends JobName>(
    id: number,
    name: Name,
    copied: CopiedInput<Jobs[Name]["input"]>,
    signal: AbortSignal | undefined,
    onProgress: ((share: number) => void) | undefined,
  ): { readonly answer: Promise<Jobs[Name]["output"]>; readonly free: Promise<void> };
  /** Lets the worker's job wait for so long; resolves once it does, at once where there is no worker. */
  pause(milliseconds: number): Promise<void>;
  stop(): void;
}

/** A slot that starts its workers with `makeWorker`. */
export function workerSlot(makeWorker: MakeWorker): WorkerSlot {
  let running: Running | null = null;
  const current = (): Running => {
    if (running !== null) return running;
    const fresh = started(makeWorker);
    void fresh.watched.death.then(() => (running = running === fresh ? null : running));
    return (running = fresh);
  };
  return {
    run(id, name, copied, signal, onProgress) {
      const { watched, remote, death } = current();
      const report = proxy((share: number) => {
        if (!signal?.aborted) onProgress?.(share);
      });
      const input = transfer(copied.input, [...copied.moved]);
      // TypeScript cannot see through Comlink's mapped types that a generic job's output is already unproxied.
      const call = remote.run(id, name, input, report) as Promise<Jobs[typeof name]["output"]>;
      const settled = Promise.race([call, death]).catch((thrown: unknown) => {
        throw plainFailure(thrown);
      });
      endWhenStuck(watched, settled, signal);
      const aborted = whenAborted(signal, () => void remote.cancel(id));
      const answer = Promise.race([settled, aborted.promise]).finally(aborted.forget);
      const free = settled.then(
        () => undefined,
        () => undefined,
      );
      return { answer, free };
    },
    async pause(milliseconds) {
      if (running === null) return;
      const { remote, watched } = running;
      await Promise.race([remote.pause(milliseconds), watched.death]);
    },
    stop() {
      running?.watched.end("it was stopped");
      running = null;
    },
  };
}

function started(makeWorker: MakeWorker): Running {
  const watched = watchedWorker(makeWorker, "compute");
  const death = watched.death.then((why): never => {
    throw new StoppedError(
      `The computation stopped unexpectedly: ${why}.`,
      "Close other tabs if memory is short, or choose fewer columns, and try again.",
    );
  });
  // Calls race with it; on its own it is not an unhandled rejection.
  death.catch(() => undefined);
  return { watched, remote: wrap<ComputeWorkerApi>(watched.worker), death };
}

function whenAborted(
  signal: AbortSignal | undefined,
  cancel: () => void,
): { promise: Promise<never>; forget: () => void } {
  let forget = (): void => undefined;
  const promise = new Promise<never>((_, reject) => {
    const abort = (): void => {
      cancel();
      reject(abortError());
    };
    signal?.addEventListener("abort", abort, { once: true });
    forget = () => signal?.removeEventListener("abort", abort);
  });
  return { promise, forget };
}
