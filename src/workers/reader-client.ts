import { proxy, transfer, wrap, type Remote } from "comlink";
import { abortable } from "../data/abortable";
import { UserError } from "../data/user-error";
import type { OnBatch, ParquetReader, ReadOptions } from "./reader-contract";
import type { Outcome, ReaderService } from "./reader-service";

/** A `ParquetReader` in its own thread. */
export interface ReaderClient extends ParquetReader {
  /** The synthetic telecom sample as a Parquet file; `told` hears the share made, in 0 … 1. */
  sample(rows: number, seed: number, told: (share: number) => void, signal: AbortSignal): Promise<Blob>;
  /** Ends the thread; calls under way reject with an AbortError, later ones start a new thread. */
  stop(): void;
}

interface Thread {
  readonly worker: Worker;
  readonly service: Remote<ReaderService>;
  readonly died: Promise<never>;
  readonly ready: Promise<unknown>;
  end(why: Error): void;
}

/**
 * The reader behind a worker made on first use from code and bytes already in memory. parquet-wasm panics on some
 * damaged files, which kills its thread without an answer: every call is raced with that death, rejects with a
 * UserError, and the next call gets a fresh thread.
 */
export function startReader(makeWorker: () => Worker, wasm: Uint8Array): ReaderClient {
  let thread: Thread | null = null;
  const living = (): Thread => (thread ??= startThread(makeWorker(), wasm, () => (thread = null)));
  const call = async <T>(
    work: (service: Remote<ReaderService>) => Promise<Outcome<T>>,
    signal?: AbortSignal,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const { service, died, ready } = living();
    return opened(await abortable(Promise.race([ready.then(() => work(service)), died]), signal));
  };
  return {
    describe: (file) => call((service) => service.describe(file)),
    read: (file, fileNames, onBatch, options = {}) =>
      call((service) => remoteRead(service, file, fileNames, onBatch, options), options.signal),
    unpack: (file, format, told, signal, columns) => {
      const goOn = (share: number): boolean => {
        told?.(share);
        return signal?.aborted !== true;
      };
      return call((service) => service.unpack(file, format, proxy(goOn), columns), signal);
    },
    write: (ipc) => call((service) => service.write(transfer(ipc, [ipc.buffer as ArrayBuffer]))),
    sample: async (rows, seed, told, signal) => {
      const goOn = (share: number): boolean => {
        told(share);
        return !signal.aborted;
      };
      const made = await call((service) => service.sample(rows, seed, proxy(goOn)), signal);
      if (made === null) throw new DOMException("Stopped.", "AbortError");
      return made;
    },
    stop: () => thread?.end(new DOMException("Stopped.", "AbortError")),
  };
}

function startThread(worker: Worker, wasm: Uint8Array, forget: () => void): Thread {
  const service = wrap<ReaderService>(worker);
  let fail: (why: Error) => void = forget;
  const died = new Promise<never>((_, reject) => (fail = reject));
  died.catch(forget);
  const end = (why: Error): void => {
    forget();
    worker.terminate();
    fail(why);
  };
  worker.addEventListener("error", (event) => end(panicked(event.message)));
  worker.addEventListener("messageerror", () => end(panicked("a message could not be read")));
  return { worker, service, died, ready: Promise.race([service.start(wasm), died]), end };
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

function opened<T>(outcome: Outcome<T>): T {
  if ("value" in outcome) return outcome.value;
  throw new UserError(outcome.message, outcome.next);
}

function panicked(details: string): UserError {
  return new UserError(
    `This Parquet file could not be read: it is damaged, too large for this browser, or uses an unsupported feature (${details}).`,
    "Write it again with another tool, or save it as CSV, and open that.",
  );
}
