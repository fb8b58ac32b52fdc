import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  tableToIPC,
  makeData,
  RecordBatch,
  Schema,
  Field,
  Struct,
  Table,
  Utf8,
  Float64,
  vectorFromArray,
} from "apache-arrow";
import { initSync } from "parquet-wasm/esm";
import { writeParquetFile } from "../../src/data/export/write-parquet";
import { NAUGHTY } from "../fixtures/naughty-strings";

/** Short enough to be a name; the long ones are tried where they can be read. */
export const NAMES: readonly string[] = NAUGHTY.filter((text) => text.length <= 80);

/** Names to give to the applications, whose columns have plain ones. */
export const APPS = ["<b>Games</b>", "__proto__", "%{x}", "=1+1", "&amp;"] as const;

export function appColumn(index: number, way: string): string {
  return `App ${index} ${way.toUpperCase()} (Bytes)`;
}

/** What the file is called. */
export const FILE_NAME = "<img src=x onerror=probe()> %{x} &amp; \u202Egnp.parquet";

const ROWS = 2 * NAMES.length;

function numbers(seed: number): number[] {
  return Array.from({ length: ROWS }, (_, row) => 1000 + ((row * (7919 + 2 * seed)) % 90_001));
}

/** Names in another order for each column, every one of them twice. */
function names(step: number): string[] {
  return Array.from({ length: ROWS }, (_, row) => NAMES[(row * step) % NAMES.length] ?? "");
}

/** A file of sessions in which every name is naughty: of customers, makers, handsets, places, applications, columns and itself. */
export function naughtyFile(): { name: string; mimeType: string; buffer: Buffer } {
  const some = NAMES.filter((name, index) => index % 16 === 0 && !name.includes("\0"));
  const odd = [...new Set([...some, "<script>probe()</script>", "=1+1", "__proto__", "constructor"])];
  const columns: readonly (readonly [string, readonly string[] | readonly number[]])[] = [
    ["MSISDN/Number", names(1)],
    ["Dur. (ms)", numbers(1)],
    ["Avg RTT DL (ms)", numbers(2)],
    ["Avg Bearer TP DL (kbps)", numbers(3)],
    ["TCP DL Retrans. Vol (Bytes)", numbers(4)],
    ["Total DL (Bytes)", numbers(5)],
    ["Total UL (Bytes)", numbers(6)],
    ["Handset Manufacturer", names(5)],
    ["Handset Type", names(7)],
    ["Last Location Name", names(11)],
    ...APPS.flatMap((_, index) => [
      [appColumn(index, "dl"), numbers(10 + index)] as const,
      [appColumn(index, "ul"), numbers(20 + index)] as const,
    ]),
    ...odd.map((name) => [name, names(1)] as const),
  ];
  const vectors = columns.map(([, values]) =>
    typeof values[0] === "number"
      ? vectorFromArray(values as number[], new Float64())
      : vectorFromArray(values as string[], new Utf8()),
  );
  const fields = columns.map(([name], index) => new Field(name, vectors[index]?.type ?? new Utf8(), true));
  const data = makeData({
    type: new Struct(fields),
    length: ROWS,
    children: vectors.map((vector) => vector.data[0] as never),
  });
  const batch = new RecordBatch(new Schema(fields), data);
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve("parquet-wasm/esm/parquet_wasm_bg.wasm")) });
  const bytes = writeParquetFile(tableToIPC(new Table([batch]), "stream"));
  return { name: FILE_NAME, mimeType: "", buffer: Buffer.from(bytes) };
}
