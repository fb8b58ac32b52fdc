import { Compression, Table, WriterPropertiesBuilder, transformParquetStream } from "parquet-wasm/esm";
import { telecomSample, type TelecomSampleOptions } from "../samples/telecom";

/**
 * The synthetic telecom file as Parquet (snappy). `told` hears the share that is made, in 0 … 1, and answers whether to go
 * on; null when it said no. `parquet-wasm` must have been started.
 */
export async function telecomParquet(
  options: TelecomSampleOptions,
  told: (share: number) => Promise<boolean> | boolean,
): Promise<Blob | null> {
  let made = 0;
  let stopped = false;
  const pieces = telecomSample(options);
  const batches = new ReadableStream({
    async pull(controller) {
      const { value, done } = stopped ? { value: undefined, done: true } : pieces.next();
      if (done === true || value === undefined) return controller.close();
      for (const batch of Table.fromIPCStream(value).recordBatches()) {
        made += batch.numRows;
        controller.enqueue(batch);
      }
      stopped = !(await told(made / options.rows));
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
