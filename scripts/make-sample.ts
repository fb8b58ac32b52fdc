import { open } from "node:fs/promises";
import { parseArgs } from "node:util";
import { Compression, Table, transformParquetStream, WriterPropertiesBuilder } from "parquet-wasm/node";
import { runnerImport } from "vite";
import type * as shop from "../src/data/samples/shop";
import type * as truth from "../src/data/samples/shop-truth";
import type * as telecom from "../src/data/samples/telecom";

/**
 * Writes a synthetic file as Parquet, of any size, with flat memory: a telecom xDR file, or a shop's event log, of which it
 * then says what was planted.
 * node scripts/make-sample.ts --kind telecom --rows 150001 --seed 1 --out telecom.parquet
 */
const { values } = parseArgs({
  options: {
    kind: { type: "string", default: "telecom" },
    rows: { type: "string" },
    seed: { type: "string", default: "1" },
    out: { type: "string" },
  },
});

// Sources import each other without extensions, which Node alone does not resolve; Vite's own loader does.
async function source<T>(file: string): Promise<T> {
  const path = new URL(`../src/data/samples/${file}`, import.meta.url).pathname;
  return (await runnerImport<T>(path, { configFile: false, logLevel: "error" })).module;
}

const SAMPLES = {
  telecom: async () => (await source<typeof telecom>("telecom.ts")).telecomSample,
  shop: async () => (await source<typeof shop>("shop.ts")).shopSample,
} as const;
const ROWS = { telecom: 150_001, shop: 120_000 } as const;

const { kind } = values;
if (kind !== "telecom" && kind !== "shop")
  throw new Error(`There is no sample of the kind “${kind}”: telecom or shop.`);
const out = values.out ?? `${kind}.parquet`;
const [rows, seed] = [Number(values.rows ?? ROWS[kind]), Number(values.seed)];
const make = await SAMPLES[kind]();
const pieces = make({ rows, seed });
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
const file = await open(out, "w");
let bytes = 0;
for await (const part of (await transformParquetStream(batches, properties)) as ReadableStream<Uint8Array>) {
  bytes += part.byteLength;
  await file.write(part);
}
await file.close();
const seconds = (performance.now() - started) / 1000;
console.log(`${out}: ${rows} synthetic rows, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`);
if (kind === "shop") {
  const { loyal, ...planted } = (await source<typeof truth>("shop-truth.ts")).shopTruth(rows, seed);
  console.log(JSON.stringify({ ...planted, loyal: loyal.length }, null, 2));
}
