import { initSync, ParquetFile, type RecordBatch } from "parquet-wasm/esm";
import type { OnBatch, ParquetColumn, ParquetReader, ReadOptions } from "../../workers/reader-contract";
import { writeParquetFile } from "../export/write-parquet";
import { UserError } from "../user-error";
import { withoutArrowHint } from "./arrow-hint";
import { arrowFields, forgetTimezones, type ArrowField } from "./arrow-schema";
import { arrivalOf, type Rewrite } from "./arrow-type";
import { tableNames } from "./column-names";
import { canRewrite, rewriteColumns } from "./rewrite-columns";

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

/** An open file with the fields of its schema as its writer meant them. */
interface Opened {
  readonly file: ParquetFile;
  readonly fields: readonly ArrowField[];
  readonly rows: number;
  /** What the footer says of the whole file is untrue; its parts are to be believed. */
  readonly miscounted: boolean;
}

/** parquet-wasm panics on a file shorter than its own footer, so that is refused here. */
async function open(blob: Blob): Promise<Opened> {
  if (blob.size < 12) throw damaged("the file is shorter than a Parquet footer");
  const file = await ParquetFile.fromFile(blob);
  const schema = file.schema().intoIPCStream();
  const fields = arrowFields(schema);
  const metadata = file.metadata();
  const rows = metadata.rowGroups().reduce((sum, group) => sum + group.numRows(), 0);
  const miscounted = rows !== metadata.fileMetadata().numRows();
  const plain = !fields.some((field) => arrivalOf(field).rewrite !== undefined) || canRewrite(schema);
  return { file: plain ? file : await ParquetFile.fromFile(await withoutArrowHint(blob)), fields, rows, miscounted };
}

function describe({ fields, rows }: Opened): { columns: readonly ParquetColumn[]; rows: number } {
  const names = tableNames(fields.map((field) => field.name));
  const columns = fields.map((field, index) => {
    const { type, note } = arrivalOf(field);
    return { name: names[index] ?? field.name, fileName: field.name, type, note };
  });
  return { columns, rows };
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
  const missing = fileNames.find((name) => !opened.fields.some((field) => field.name === name));
  if (missing !== undefined || fileNames.length === 0)
    throw new RangeError(`The file has no column “${missing ?? ""}”, and at least one is needed.`);
  const { limit = Infinity } = options;
  const batchSize = Math.min(options.batchSize ?? BATCH_ROWS, limit);
  // A size of batches is held against the footer's count: where that is 0 although there are rows, none would come.
  const stream = (await opened.file.stream({
    ...(opened.miscounted ? {} : { batchSize }),
    columns: [...fileNames],
  })) as ReadableStream<RecordBatch>;
  const fields = opened.fields.filter(({ name }) =>
    fileNames.some((wanted) => name === wanted || name.startsWith(`${wanted}.`)),
  );
  return drain(stream, { ...plan(fields), limit }, onBatch, options.signal);
}

/** What is to be done with each batch. */
interface Plan {
  readonly columns: number;
  /** By position; null where nothing is to be rewritten. */
  readonly rewrites: readonly (Rewrite | null)[] | null;
  readonly zones: boolean;
}

function plan(fields: readonly ArrowField[]): Plan {
  const rewrites = fields.map((field) => arrivalOf(field).rewrite ?? null);
  return {
    columns: fields.length,
    rewrites: rewrites.every((rewrite) => rewrite === null) ? null : rewrites,
    zones: fields.some((field) => field.timezone !== null),
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
