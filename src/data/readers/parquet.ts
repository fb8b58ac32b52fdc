import { initSync, ParquetFile, type RecordBatch } from "parquet-wasm/esm";
import type { OnBatch, ParquetColumn, ParquetReader, ReadOptions } from "../../workers/reader-contract";
import { writeParquetFile } from "../export/write-parquet";
import { UserError } from "../user-error";
import { arrowFields } from "./arrow-schema";
import { arrivalOf } from "./arrow-type";
import { tableNames } from "./column-names";

const BATCH_ROWS = 65_536;

/** Starts `parquet-wasm` from its bytes, in this very thread. No Comlink, no DOM. */
export function startParquet(wasm: Uint8Array): ParquetReader {
  initSync({ module: wasm as Uint8Array<ArrayBuffer> });
  return {
    describe: (file) => inWords(async () => describe(await open(file))),
    read: async (file, fileNames, onBatch, options) => {
      const { rows, failure } = await inWords(() => read(file, fileNames, onBatch, options ?? {}));
      if (failure !== null) throw failure.error;
      return rows;
    },
    write: (ipc) => inWords(() => writeParquetFile(ipc)),
  };
}

/** parquet-wasm panics on a file shorter than its own footer, so that is refused here. */
async function open(file: Blob): Promise<ParquetFile> {
  if (file.size < 12) throw damaged("the file is shorter than a Parquet footer");
  return ParquetFile.fromFile(file);
}

function describe(file: ParquetFile): { columns: readonly ParquetColumn[]; rows: number } {
  const fields = arrowFields(file.schema().intoIPCStream());
  const names = tableNames(fields.map((field) => field.name));
  const columns = fields.map((field, index) => ({
    name: names[index] ?? field.name,
    fileName: field.name,
    ...arrivalOf(field),
  }));
  return { columns, rows: file.metadata().fileMetadata().numRows() };
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
  const opened = await open(file);
  const known = describe(opened).columns.map((column) => column.fileName);
  const missing = fileNames.find((name) => !known.includes(name));
  if (missing !== undefined || fileNames.length === 0)
    throw new RangeError(`The file has no column “${missing ?? ""}”, and at least one is needed.`);
  const { limit = Infinity } = options;
  const stream = (await opened.stream({
    batchSize: Math.min(options.batchSize ?? BATCH_ROWS, limit),
    columns: [...fileNames],
  })) as ReadableStream<RecordBatch>;
  const coming = known.filter((one) => fileNames.some((name) => one === name || one.startsWith(`${name}.`)));
  return drain(stream, { columns: coming.length, limit }, onBatch, options.signal);
}

/** Hands batches over one behind the reading, so that reading and inserting overlap but never drift apart. */
async function drain(
  stream: ReadableStream<RecordBatch>,
  { columns, limit }: { readonly columns: number; readonly limit: number },
  onBatch: OnBatch,
  signal?: AbortSignal,
): Promise<Drained> {
  const reader = stream.getReader();
  let rows = 0;
  let failure: Drained["failure"] = null;
  const hand = async (batch: RecordBatch): Promise<boolean> => {
    const count = batch.numRows;
    if (batch.numColumns !== columns) throw damaged("its columns cannot be told apart by name");
    rows += count;
    try {
      return (await onBatch(batch.intoIPCStream(), count)) && rows < limit;
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
    const known = error instanceof UserError || error instanceof RangeError;
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

/** The word for a file that the Parquet reader gives up on. */
export function damaged(details: string): UserError {
  return new UserError(
    `This Parquet file is damaged or uses a feature that cannot be read (${details.replace(/^Parquet error: /u, "").slice(0, 160)}).`,
    "Write it again with another tool, or save it as CSV, and open that.",
  );
}

function gone(): UserError {
  return new UserError("The file changed or disappeared while it was read.", "Choose it again.");
}
