import { readFileSync } from "node:fs";
import {
  Decimal,
  DurationNanosecond,
  Float16,
  makeData,
  Table,
  tableToIPC,
  TimestampMicrosecond,
  Vector,
  vectorFromArray,
  Binary,
  type Data,
} from "apache-arrow";
import { Table as WasmTable, writeParquet } from "parquet-wasm/esm";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../../../src/data/engine";
import { inspect, load } from "../../../../../src/data/open-source";
import { startParquet } from "../../../../../src/data/readers/parquet/parquet";
import { withMemoryCap } from "../../../../../src/data/readers/parquet/wasm-memory";
import { sql } from "../../../../../src/data/sql";
import type { ParquetReader } from "../../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../../node-engine";

let engine: Engine;
let reader: ParquetReader;

beforeAll(async () => {
  engine = await nodeEngine();
  reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
});

async function opened(
  blob: Blob,
): Promise<{ types: string[]; notes: readonly string[]; values: (readonly (string | null)[])[] }> {
  const source = await inspect([{ name: "x.parquet", blob }], { reader });
  const names = source.columns.map((column) => column.name);
  const report = await load(source, names, "opened", { engine, reader });
  const answer = await engine.query(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM opened ORDER BY rowid`);
  return {
    types: report.columns.map(({ type }) => type),
    notes: report.notes,
    values: answer.names.map((name) => texts(answer, name)),
  };
}

const one = (data: Data): Vector => new Vector([data]);
const parquet = (columns: Record<string, Vector>): Blob =>
  new Blob([
    writeParquet(WasmTable.fromIPCStream(tableToIPC(new Table(columns), "stream"))) as Uint8Array<ArrayBuffer>,
  ]);

describe("types of Parquet that others trip over", () => {
  it("96-bit timestamps keep years that nanoseconds cannot hold, and UUIDs are text", async () => {
    const { types, values } = await opened(new Blob([readFileSync("tests/fixtures/int96-uuid.parquet")]));
    expect(types).toEqual(["INTEGER", "TIMESTAMP", "VARCHAR"]);
    expect(values[1]).toEqual(["2024-02-29 12:00:00.123456", "1066-10-14 00:00:00", null, "9999-12-31 23:59:59"]);
    expect(values[2]).toEqual([
      "00000000-0000-0000-0000-000000000001",
      "80000000-0000-0000-0000-000000000000",
      null,
      "ffffffff-ffff-ffff-ffff-ffffffffffff",
    ]);
  });

  it("moments outside the calendar are emptied and counted; infinities stay", async () => {
    const least = -(2n ** 63n);
    const data = BigInt64Array.of(least, least + 1n, 0n, 2n ** 63n - 1n);
    const at = one(makeData({ type: new TimestampMicrosecond(), length: 4, data }));
    const { notes, values } = await opened(parquet({ at }));
    expect(values[0]).toEqual([null, "-infinity", "1970-01-01 00:00:00", "infinity"]);
    expect(notes).toEqual(["One value of the column “at” lies outside the calendar and counts as missing."]);
  });

  it("halves, wide decimals, durations and bytes arrive whole", async () => {
    const wide = Uint32Array.of(
      0xffffffff,
      0xffffffff,
      0xffffffff,
      0xffffffff,
      1,
      0,
      0,
      0,
      ...new Uint32Array(8).fill(0xffffffff),
    );
    const { types, values } = await opened(
      parquet({
        half: one(makeData({ type: new Float16(), length: 2, data: Uint16Array.of(0x3c01, 0xfc00) })),
        wide: one(makeData({ type: new Decimal(2, 76, 256), length: 2, data: wide })),
        took: one(makeData({ type: new DurationNanosecond(), length: 2, data: BigInt64Array.of(1_500_000_001n, -1n) })),
        bytes: vectorFromArray([new TextEncoder().encode("é it's"), Uint8Array.of(255, 65, 92)], new Binary()),
      }),
    );
    expect(types).toEqual(["FLOAT", "VARCHAR", "DECIMAL(19,9)", "VARCHAR"]);
    expect(values).toEqual([
      ["1.0009766", "-inf"],
      ["6805647338418769269267492148635364229.11", "-0.01"],
      ["1.500000001", "-0.000000001"],
      ["é it's", "\\xFFA\\x5C"],
    ]);
  });
});

it("a cap holds whatever a module asks for", () => {
  // One memory of one page, exported as m.
  const module = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 5, 3, 1, 0, 1, 7, 5, 1, 1, 109, 2, 0);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(withMemoryCap(module, 4 * 65_536)));
  const memory = exports["m"] as WebAssembly.Memory;
  expect(memory.grow(3)).toBe(1);
  expect(() => memory.grow(1)).toThrow();
  expect(() => withMemoryCap(module.slice(0, 8), 1)).toThrow(RangeError);
});
