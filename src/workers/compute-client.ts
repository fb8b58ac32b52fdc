import { StoppedError } from "../data/user-error";
import type { Compute } from "./contract";
import { copiedInput } from "./copied-input";
import { abortError } from "./run-in-slices";
import type { MakeWorker } from "./watched-worker";
import { workerSlot, type WorkerSlot } from "./worker-slot";

/**
 * Lets running jobs wait for so many milliseconds, so that what is drawn meanwhile has a core to itself; 0 lets them go on.
 * Resolves once they wait, or after 30 ms where a step takes longer.
 */
export type Pause = (milliseconds: number) => Promise<void>;

/** Runs jobs on workers until stopped. */
export interface ComputePool {
  readonly compute: Compute;
  readonly pause: Pause;
  /** Ends every worker. What was running or waiting rejects with an AbortError. */
  stop(): void;
}

/** A job whose step takes longer than this is not waited for. */
const LONGEST_WAIT_MS = 30;

/**
 * A pool of at most `size` compute workers, made by `makeWorker` when first needed; further calls wait their turn.
 * Inputs are copied for the worker a piece at a time, results are moved. A call rejects with an AbortError when its signal
 * fires, with a UserError when the job cannot be done with its input, or with a StoppedError when its worker died twice: a
 * dead worker is replaced and the job done once more.
 */
export function startCompute(makeWorker: MakeWorker, size: number): ComputePool {
  const slots = Array.from({ length: Math.max(1, size) }, () => workerSlot(makeWorker));
  const idle = [...slots];
  const waiting: ((slot: WorkerSlot) => void)[] = [];
  const stopping = new AbortController();
  let calls = 0;

  const release = (slot: WorkerSlot): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };
  const acquire = (signal: AbortSignal): Promise<WorkerSlot> => {
    const slot = idle.pop();
    if (slot) return Promise.resolve(slot);
    return new Promise((resolve, reject) => {
      waiting.push(resolve);
      signal.addEventListener(
        "abort",
        () => {
          const at = waiting.indexOf(resolve);
          if (at >= 0) waiting.splice(at, 1);
          reject(abortError());
        },
        { once: true },
      );
    });
  };

  const once: Compute = async (name, input, options = {}) => {
    const signal = options.signal ? AbortSignal.any([options.signal, stopping.signal]) : stopping.signal;
    if (signal.aborted) throw abortError();
    const slot = await acquire(signal);
    // Not before: what waits for its turn needs no memory of its own yet.
    const copied = signal.aborted ? null : await copiedInput(input);
    if (copied === null || signal.aborted) {
      release(slot);
      throw abortError();
    }
    const { answer, free } = slot.run(++calls, name, copied, signal, options.onProgress);
    void free.then(() => {
      release(slot);
    });
    return answer;
  };
  const compute: Compute = async (name, input, options) => {
    try {
      return await once(name, input, options);
    } catch (error) {
      if (!(error instanceof StoppedError)) throw error;
      return once(name, input, options);
    }
  };
  const busy = (): readonly WorkerSlot[] => slots.filter((slot) => !idle.includes(slot));
  const stop = (): void => {
    stopping.abort();
    for (const slot of slots) slot.stop();
  };
  return { compute, pause: (milliseconds) => pauseAll(busy(), milliseconds), stop };
}

async function pauseAll(busy: readonly WorkerSlot[], milliseconds: number): Promise<void> {
  if (busy.length === 0) return;
  const quiet = Promise.all(busy.map((slot) => slot.pause(milliseconds)));
  await Promise.race([quiet, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
}
