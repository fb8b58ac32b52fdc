import { initSync, type RecordBatch } from "parquet-wasm/esm";
import type { OnBatch, ParquetReader, ReadOptions } from "../../../workers/reader-contract";
import { writeParquetFile } from "../../export/write-parquet";
import { UserError } from "../../user-error";
import { forgetTimezones } from "./arrow-schema";
import type { Rewrite } from "./arrow-type";
import { damaged, describeParquet, openParquet, refuseBomb, type OpenColumn } from "./open-parquet";
import { rewriteColumns } from "./rewrite-columns";
import { withMemoryCap } from "./wasm-memory";
import { unpack } from "../unpack";

const BATCH_ROWS = 65_536;

/** A column that unpacks to more than this at once fails in here instead of taking the tab's memory. */
const MEMORY_BYTES = 1_500_000_000;

/** Starts `parquet-wasm` from its bytes, in this very thread. No Comlink, no DOM. */
export function startParquet(wasm: Uint8Array): ParquetReader {
  initSync({ module: withMemoryCap(wasm, MEMORY_BYTES) });
  return {
    describe: (file) => inWords(async () => describeParquet(await openParquet(file))),
    read: async (file, fileNames, onBatch, options) => {
      const { rows, failure } = await inWords(() => read(file, fileNames, onBatch, options ?? {}));
      if (failure !== null) throw failure.error;
      return rows;
    },
    unpack,
    write: (ipc) => inWords(() => writeParquetFile(ipc)),
  };
}

/** Rows handed over, and the receiver's own error, kept apart because it says nothing about the file. */
interface Drained {
  readonly rows: number;
  readonly failure: { readonly error: unknown } | null;
}

async function read(
  file: Blob,
  fileNames: readonly string[],
  onBatch: OnBatch,
  options: ReadOptions,
): Promise<Drained> {
  options.signal?.throwIfAborted();
  const opened = await openParquet(file);
  const missing = fileNames.find((name) => !opened.columns.some(({ field }) => field.name === name));
  if (missing !== undefined || fileNames.length === 0)
    throw new RangeError(`The file has no column “${missing ?? ""}”, and at least one is needed.`);
  refuseBomb(opened.file, new Set(fileNames));
  const { limit = Infinity } = options;
  const batchSize = Math.min(options.batchSize ?? BATCH_ROWS, limit);
  // A size of batches is held against the footer's count: where that is 0 although there are rows, none would come.
  const stream = (await opened.file.stream({
    ...(opened.miscounted ? {} : { batchSize }),
    columns: [...fileNames],
  })) as ReadableStream<RecordBatch>;
  const coming = opened.columns.filter(({ field: { name } }) =>
    fileNames.some((wanted) => name === wanted || name.startsWith(`${wanted}.`)),
  );
  return drain(stream, { ...planFor(coming), limit }, onBatch, options.signal);
}

/** What is to be done with each batch. */
interface Plan {
  readonly columns: number;
  /** By position; null where nothing is to be rewritten. */
  readonly rewrites: readonly (Rewrite | null)[] | null;
  readonly zones: boolean;
}

function planFor(columns: readonly OpenColumn[]): Plan {
  const rewrites = columns.map(({ arrival }) => arrival.rewrite ?? null);
  return {
    columns: columns.length,
    rewrites: rewrites.every((rewrite) => rewrite === null) ? null : rewrites,
    zones: columns.some(({ field }) => field.timezone !== null),
  };
}

function bytesOf(batch: RecordBatch, { rewrites, zones }: Plan): Uint8Array {
  const plain = batch.intoIPCStream();
  if (zones) forgetTimezones(plain);
  return rewrites === null ? plain : rewriteColumns(plain, rewrites);
}

/** Hands batches over one behind the reading, so that reading and inserting overlap but never drift apart. */
async function drain(
  stream: ReadableStream<RecordBatch>,
  plan: Plan & { readonly limit: number },
  onBatch: OnBatch,
  signal?: AbortSignal,
): Promise<Drained> {
  const reader = stream.getReader();
  let rows = 0;
  let failure: Drained["failure"] = null;
  const hand = async (batch: RecordBatch): Promise<boolean> => {
    const count = batch.numRows;
    if (batch.numColumns !== plan.columns) throw damaged("its columns cannot be told apart by name");
    rows += count;
    const bytes = bytesOf(batch, plan);
    try {
      return (await onBatch(bytes, count)) && rows < plan.limit;
    } catch (error) {
      failure = { error };
      return false;
    }
  };
  let handed = Promise.resolve(true);
  for (;;) {
    const [next, wanted] = await Promise.all([reader.read(), handed]);
    if (next.done) return { rows, failure };
    if (!wanted || signal?.aborted === true) {
      next.value.free();
      await reader.cancel();
      signal?.throwIfAborted();
      return { rows, failure };
    }
    handed = hand(next.value);
  }
}

async function inWords<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // A trap leaves the module in pieces: whoever owns its thread must begin anew.
    const known =
      error instanceof UserError || error instanceof RangeError || error instanceof WebAssembly.RuntimeError;
    if (known || (error instanceof DOMException && error.name === "AbortError")) throw error;
    if (error instanceof DOMException && error.name === "NotReadableError") throw gone();
    throw parquetError(error instanceof Error ? error.message : String(error));
  }
}

function parquetError(message: string): Error {
  if (/encrypt/iu.test(message))
    return new UserError(
      "This Parquet file is encrypted, and Clientele has no key.",
      "Write it without encryption and open it again.",
    );
  return damaged(message);
}

function gone(): UserError {
  return new UserError("The file changed or disappeared while it was read.", "Choose it again.");
}
