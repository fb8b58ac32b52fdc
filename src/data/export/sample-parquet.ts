import { Compression, Table, WriterPropertiesBuilder, transformParquetStream } from "parquet-wasm/esm";
import { shopSample } from "../samples/shop";
import { telecomSample } from "../samples/telecom";

const SAMPLES = { telecom: telecomSample, shop: shopSample } as const;

/** Which sample is to be made. */
export interface SampleOrder {
  readonly kind: keyof typeof SAMPLES;
  /** 2 … 10,000,000. */
  readonly rows: number;
  /** Whole number, 0 … 2^32 - 1. */
  readonly seed: number;
}

/**
 * A synthetic file as Parquet (snappy). `told` hears the share that is made, in 0 … 1, and answers whether to go
 * on; null when it said no. `parquet-wasm` must have been started.
 */
export async function sampleParquet(
  { kind, rows, seed }: SampleOrder,
  told: (share: number) => Promise<boolean> | boolean,
): Promise<Blob | null> {
  let made = 0;
  let stopped = false;
  const pieces = SAMPLES[kind]({ rows, seed });
  const batches = new ReadableStream({
    async pull(controller) {
      const { value, done } = stopped ? { value: undefined, done: true } : pieces.next();
      if (done === true || value === undefined) return controller.close();
      for (const batch of Table.fromIPCStream(value).recordBatches()) {
        made += batch.numRows;
        controller.enqueue(batch);
      }
      stopped = !(await told(made / rows));
    },
  });
  const properties = new WriterPropertiesBuilder()
    .setCompression(Compression.SNAPPY)
    .setMaxRowGroupSize(1 << 17)
    .build();
  const parts: Blob[] = [];
  const written = (await transformParquetStream(batches, properties)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  const reader = written.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(new Blob([next.value]));
  return stopped ? null : new Blob(parts, { type: "application/vnd.apache.parquet" });
}
