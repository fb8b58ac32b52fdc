import { transfer, type ProxyMarked } from "comlink";
import { sampleParquet, type SampleOrder } from "../data/export/sample-parquet";
import { startParquet } from "../data/readers/parquet/parquet";
import type { SourceFile } from "../data/source";
import { outcome, type Outcome } from "./outcome";
import type { ForeignFormat, OnBatch, ParquetDescription, ParquetReader, Unpacked } from "./reader-contract";
import { textService, type TextService } from "./text-service";

export type RemoteOnBatch = OnBatch & ProxyMarked;
export type RemoteTold = ((share: number) => Promise<boolean> | boolean) & ProxyMarked;

/** What the reader's thread answers to; only `reader-client.ts` speaks to it. */
export interface ReaderService extends TextService {
  start(wasm: Uint8Array): Outcome<null>;
  describe(file: Blob): Promise<Outcome<ParquetDescription>>;
  read(
    file: Blob,
    fileNames: readonly string[],
    batchSize: number | undefined,
    limit: number | undefined,
    onBatch: RemoteOnBatch,
  ): Promise<Outcome<number>>;
  /** Stops when `told` answers that it is no longer wanted. */
  unpack(
    file: SourceFile,
    format: ForeignFormat,
    told: RemoteTold,
    columns?: readonly string[],
  ): Promise<Outcome<Unpacked>>;
  write(ipc: Uint8Array): Promise<Outcome<Uint8Array>>;
  /** A synthetic sample; null when `told` answered that it is no longer wanted. */
  sample(order: SampleOrder, told: RemoteTold): Promise<Outcome<Blob | null>>;
}

/** The worker's side: a Parquet reader whose bytes leave by transfer, never by copy. */
export function readerService(): ReaderService {
  let reader: ParquetReader | null = null;
  const started = (): ParquetReader => {
    if (reader === null) throw new Error("The reader was not started.");
    return reader;
  };
  return {
    ...textService(),
    start: (wasm) => {
      reader = startParquet(wasm);
      return { value: null };
    },
    describe: (file) => outcome(() => started().describe(file)),
    read: (file, fileNames, batchSize, limit, onBatch) =>
      outcome(() =>
        started().read(file, fileNames, (ipc, rows) => onBatch(transfer(ipc, [ipc.buffer as ArrayBuffer]), rows), {
          ...(batchSize === undefined ? {} : { batchSize }),
          ...(limit === undefined ? {} : { limit }),
        }),
      ),
    unpack: (file, format, told, columns) => {
      const { tell, signal } = seldom(told);
      return outcome(() => started().unpack(file, format, tell, signal, columns));
    },
    write: async (ipc) => {
      const written = await outcome(() => started().write(ipc));
      return "value" in written ? transfer(written, [written.value.buffer as ArrayBuffer]) : written;
    },
    sample: (order, told) => {
      started();
      return outcome(() => sampleParquet(order, told));
    },
  };
}

const TELL_EVERY = 100;

/** Tells a few times a second at most; the signal fires once the answer is no. */
function seldom(told: RemoteTold): { tell(share: number): void; signal: AbortSignal } {
  const stop = new AbortController();
  let last = -TELL_EVERY;
  const tell = (share: number): void => {
    if (performance.now() - last < TELL_EVERY) return;
    last = performance.now();
    void Promise.resolve(told(share)).then((goOn) => {
      if (!goOn) stop.abort();
    });
  };
  return { tell, signal: stop.signal };
}
