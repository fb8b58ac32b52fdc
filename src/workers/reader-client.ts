import { proxy, transfer, wrap, type Remote } from "comlink";
import { abortable } from "../data/abortable";
import type { SampleOrder } from "../data/export/sample-parquet";
import { StoppedError } from "../data/user-error";
import { opened, type Outcome } from "./outcome";
import type { OnBatch, ParquetReader, ReadOptions } from "./reader-contract";
import type { ReaderService } from "./reader-service";
import { textClient } from "./text-client";
import { endWhenStuck, watchedWorker, type MakeWorker, type WatchedWorker } from "./watched-worker";

/** A `ParquetReader` in its own thread. */
export interface ReaderClient extends ParquetReader {
  /** A synthetic sample as a Parquet file; `told` hears the share made, in 0 … 1. */
  sample(sample: SampleOrder, told: (share: number) => void, signal: AbortSignal): Promise<Blob>;
  /** Gives back what the thread holds of a large file, whose memory never shrinks: ends it, unless it is at work. */
  rest(): void;
  /** Ends the thread; calls under way reject with an AbortError, later ones start a new thread. */
  stop(): void;
}

interface Thread {
  readonly watched: WatchedWorker;
  readonly service: Remote<ReaderService>;
  readonly died: Promise<never>;
  readonly ready: Promise<unknown>;
  stop(): void;
}

/**
 * The reader behind a worker made on first use from code and bytes already in memory. parquet-wasm panics on some
 * damaged files, which kills its thread without an answer, and a browser may end a thread for want of memory: every call
 * is raced with that death. It is then done once more in a fresh thread, unless batches were handed over already, and
 * else rejects with a StoppedError.
 */
export function startReader(makeWorker: MakeWorker, wasm: Uint8Array): ReaderClient {
  let thread: Thread | null = null;
  let underWay = 0;
  const living = (): Thread => {
    if (thread !== null) return thread;
    const fresh = startThread(makeWorker, wasm);
    fresh.died.catch(() => (thread = thread === fresh ? null : thread));
    return (thread = fresh);
  };
  const once = async <T>(work: Work<T>, signal?: AbortSignal): Promise<T> => {
    signal?.throwIfAborted();
    const { watched, service, died, ready } = living();
    const answer = Promise.race([ready.then(() => work(service)), died]);
    endWhenStuck(watched, answer, signal);
    underWay += 1;
    void settled(answer).then(() => (underWay -= 1));
    return opened(await abortable(answer, signal));
  };
  const call = async <T>(work: Work<T>, signal?: AbortSignal, again = () => true): Promise<T> => {
    try {
      return await once(work, signal);
    } catch (error) {
      if (!(error instanceof StoppedError) || !again()) throw error;
      return once(work, signal);
    }
  };
  return {
    text: textClient(call),
    describe: (file) => call((service) => service.describe(file)),
    read: (file, fileNames, onBatch, options = {}) => {
      let untouched = true;
      const first: OnBatch = (ipc, rows) => {
        untouched = false;
        return onBatch(ipc, rows);
      };
      const work: Work<number> = (service) => remoteRead(service, file, fileNames, first, options);
      return call(work, options.signal, () => untouched);
    },
    unpack: (file, format, told, signal, columns) => {
      const goOn = (share: number): boolean => {
        told?.(share);
        return signal?.aborted !== true;
      };
      return call((service) => service.unpack(file, format, proxy(goOn), columns), signal);
    },
    // What is written moves to the thread and dies with it.
    write: (ipc) => once((service) => service.write(transfer(ipc, [ipc.buffer as ArrayBuffer]))),
    sample: async (sample, told, signal) => {
      const goOn = (share: number): boolean => {
        told(share);
        return !signal.aborted;
      };
      const made = await call((service) => service.sample(sample, proxy(goOn)), signal);
      if (made === null) throw new DOMException("Stopped.", "AbortError");
      return made;
    },
    rest: () => (underWay === 0 ? thread?.stop() : undefined),
    stop: () => thread?.stop(),
  };
}

const settled = (answer: Promise<unknown>): Promise<unknown> => answer.catch(() => undefined);

type Work<T> = (service: Remote<ReaderService>) => Promise<Outcome<T>>;

function startThread(makeWorker: MakeWorker, wasm: Uint8Array): Thread {
  const watched = watchedWorker(makeWorker, "reader");
  const service = wrap<ReaderService>(watched.worker);
  let stopped = false;
  const died = watched.death.then((why): never => {
    throw stopped ? new DOMException("Stopped.", "AbortError") : panicked(why);
  });
  died.catch(() => undefined);
  const ready = Promise.race([service.start(wasm), died]);
  ready.catch(() => undefined);
  const stop = (): void => {
    stopped = true;
    watched.end("it was stopped");
  };
  return { watched, service, died, ready, stop };
}

/**
 * An aborted read still has a batch on its way: refusing it stops the worker's loop. What the receiver throws stays on
 * this side, whole, because Comlink would strip it.
 */
async function remoteRead(
  service: Remote<ReaderService>,
  file: Blob,
  fileNames: readonly string[],
  onBatch: OnBatch,
  options: ReadOptions,
): Promise<Outcome<number>> {
  let failure: { readonly error: unknown } | null = null as { readonly error: unknown } | null;
  const wanted: OnBatch = async (ipc, rows) => {
    if (options.signal?.aborted === true) return false;
    try {
      return await onBatch(ipc, rows);
    } catch (error) {
      failure = { error };
      return false;
    }
  };
  const read = await service.read(file, fileNames, options.batchSize, options.limit, proxy(wanted));
  if (failure !== null) throw failure.error;
  return read;
}

function panicked(details: string): StoppedError {
  return new StoppedError(
    `This file could not be read: it is damaged, too large for this browser, or uses an unsupported feature (${details}).`,
    "Try once more; if it stays, write it again with another tool or save it as CSV, and open that.",
  );
}
