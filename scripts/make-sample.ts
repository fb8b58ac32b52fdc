import { open } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Compression, Table, transformParquetStream, WriterPropertiesBuilder } from "parquet-wasm/node";
import { runnerImport } from "vite";
import type * as telecom from "../src/data/samples/telecom";

/**
 * Writes a synthetic telecom xDR file as Parquet, of any size, with flat memory:
 * node scripts/make-sample.ts --rows 150001 --seed 1 --out telecom.parquet
 */
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "150001" },
    seed: { type: "string", default: "1" },
    out: { type: "string", default: "telecom.parquet" },
  },
});

// Sources import each other without extensions, which Node alone does not resolve; Vite's own loader does.
const { module: sample } = await runnerImport<typeof telecom>(
  new URL("../src/data/samples/telecom.ts", import.meta.url).pathname,
  { configFile: false, logLevel: "error" },
);

const pieces = sample.telecomSample({ rows: Number(values.rows), seed: Number(values.seed) });
const batches = new ReadableStream({
  pull(controller) {
    const { value, done } = pieces.next();
    if (done === true) return controller.close();
    for (const batch of Table.fromIPCStream(value).recordBatches()) controller.enqueue(batch);
  },
});
const properties = new WriterPropertiesBuilder()
  .setCompression(Compression.ZSTD)
  .setMaxRowGroupSize(131_072)
  .setCreatedBy("clientele synthetic sample")
  .build();
const started = performance.now();
const file = await open(values.out, "w");
let bytes = 0;
for await (const part of (await transformParquetStream(batches, properties)) as ReadableStream<Uint8Array>) {
  bytes += part.byteLength;
  await file.write(part);
}
await file.close();
const seconds = (performance.now() - started) / 1000;
console.log(`${values.out}: ${values.rows} synthetic rows, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`);
