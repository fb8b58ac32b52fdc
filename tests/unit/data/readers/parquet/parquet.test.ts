import { readFileSync } from "node:fs";
import {
  Dictionary,
  Float64,
  Int32,
  Field,
  List,
  makeData,
  RecordBatch,
  Schema,
  Table,
  tableToIPC,
  TimestampMicrosecond,
  TimestampNanosecond,
  Uint64,
  Utf8,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import { Compression, Table as WasmTable, WriterPropertiesBuilder, writeParquet } from "parquet-wasm/esm";
import { beforeAll, describe, expect, it } from "vitest";
import { texts, type Engine } from "../../../../../src/data/engine";
import { head, inspect, load } from "../../../../../src/data/open-source";
import { startParquet } from "../../../../../src/data/readers/parquet/parquet";
import type { LoadProgress } from "../../../../../src/data/source";
import { sql } from "../../../../../src/data/sql";
import type { ParquetReader } from "../../../../../src/workers/reader-contract";
import { nodeEngine } from "../../../../node-engine";

let engine: Engine;
let reader: ParquetReader;

beforeAll(async () => {
  engine = await nodeEngine();
  reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
});

/** A Parquet file of these columns, by position so that names may repeat. */
function parquet(columns: readonly (readonly [string, Vector])[], compression = Compression.SNAPPY, group = 100): Blob {
  const fields = columns.map(([name, vector]) => new Field(name, vector.type, true));
  const plain = new Table(Object.fromEntries(columns.map(([, vector], index) => [`c${index}`, vector])));
  const ipc = tableToIPC(new Table(plain.batches.map((batch) => renamed(batch, fields))), "stream");
  const properties = new WriterPropertiesBuilder().setCompression(compression).setMaxRowGroupSize(group).build();
  return new Blob([writeParquet(WasmTable.fromIPCStream(ipc), properties) as Uint8Array<ArrayBuffer>]);
}

function renamed(batch: RecordBatch, fields: Field[]): RecordBatch {
  return new RecordBatch(new Schema(fields), batch.data);
}

const int = (...values: (number | null)[]): Vector => vectorFromArray(values, new Int32());

/** The value and a null. */
function nanoseconds(value: bigint): Vector {
  const nulls = { nullCount: 1, nullBitmap: Uint8Array.of(1) };
  return new Vector([
    makeData({ type: new TimestampNanosecond(), length: 2, data: BigInt64Array.of(value, 0n), ...nulls }),
  ]);
}

async function opened(blob: Blob): Promise<{ types: string[]; notes: readonly string[]; rows: (string | null)[][] }> {
  const source = await inspect([{ name: "x.parquet", blob }], { reader });
  const names = source.columns.map((column) => column.name);
  const report = await load(source, names, "opened", { engine, reader });
  const answer = await engine.query(sql`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM opened ORDER BY rowid`);
  const columns = answer.names.map((name) => texts(answer, name));
  return {
    types: report.columns.map(({ name, type }) => `${name} ${type}`),
    notes: report.notes,
    rows: Array.from({ length: answer.rowCount }, (_, row) => columns.map((column) => column[row] ?? null)),
  };
}

describe("a Parquet file", () => {
  it("arrives with its types, exact beyond 2^53, dictionaries as text, times in UTC", async () => {
    const blob = parquet([
      ["id", vectorFromArray([13114483460844900352n, null], new Uint64())],
      ["at", vectorFromArray([1554379278000, null], new TimestampMicrosecond("Europe/Paris"))],
      ["ns", nanoseconds(1554379278123456789n)],
      ["kind", vectorFromArray(["é", null], new Dictionary(new Utf8(), new Int32()))],
      ["x", vectorFromArray([0.1, null], new Float64())],
    ]);
    expect(await opened(blob)).toEqual({
      types: ["id UBIGINT", "at TIMESTAMP", "ns TIMESTAMP_NS", "kind VARCHAR", "x DOUBLE"],
      notes: ["About the column “at”: its times are shown in UTC, not Europe/Paris."],
      rows: [
        ["13114483460844900352", "2019-04-04 12:01:18", "2019-04-04 12:01:18.123456789", "é", "0.1"],
        [null, null, null, null, null],
      ],
    });
  });

  it("shows nested columns as JSON text and says so", async () => {
    const nested = vectorFromArray([[1], [2, 3]], new List(new Field("item", new Int32(), true)));
    const { types, notes, rows } = await opened(
      parquet([
        ["a", int(1, 2)],
        ["tags", nested],
      ]),
    );
    expect(types).toEqual(["a INTEGER", "tags VARCHAR"]);
    expect(notes).toEqual(["About the column “tags”: it holds lists or groups of values, shown as JSON text."]);
    expect(rows).toEqual([
      ["1", "[1]"],
      ["2", "[2, 3]"],
    ]);
  });

  it("tells columns apart that share a name, whatever the name", async () => {
    const blob = parquet([
      ["a", int(1)],
      ["A", int(2)],
      ["a", int(3)],
      ["a.b", int(4)],
      ["", int(5)],
      ["__proto__", int(6)],
      ['q"', int(7)],
    ]);
    const { types, rows } = await opened(blob);
    expect(types.map((type) => type.replace(" INTEGER", ""))).toEqual([
      "a",
      "A (2)",
      "a (3)",
      "a.b",
      "column 5",
      "__proto__",
      'q"',
    ]);
    expect(rows).toEqual([["1", "2", "3", "4", "5", "6", "7"]]);
    const source = await inspect([{ name: "x", blob }], { reader });
    const report = await load(source, ["a.b", "__proto__"], "some", { engine, reader });
    expect(report.columns.map(({ name }) => name)).toEqual(["a.b", "__proto__"]);
  });

  it("tells columns apart that share a name and of which one is rewritten", async () => {
    const nested = vectorFromArray([[1], [2, 3]], new List(new Field("item", new Int32(), true)));
    const table = new Table({ "n aa": int(1, 2), "n ab": vectorFromArray(["x", "y"], new Utf8()), list: nested });
    // Arrow's JavaScript writes columns of one name wrongly, so the second gets its name afterwards.
    const bytes = Buffer.from(tableToIPC(table, "stream"));
    for (let at = bytes.indexOf("n ab"); at >= 0; at = bytes.indexOf("n ab", at)) bytes.write("n aa", at);
    const blob = new Blob([writeParquet(WasmTable.fromIPCStream(bytes)) as Uint8Array<ArrayBuffer>]);
    const { types, rows } = await opened(blob);
    expect(types).toEqual(["n aa INTEGER", "n aa (2) VARCHAR", "list VARCHAR"]);
    expect(rows).toEqual([
      ["1", "x", "[1]"],
      ["2", "y", "[2, 3]"],
    ]);
  });

  it.each([
    ["no compression", Compression.UNCOMPRESSED],
    ["snappy", Compression.SNAPPY],
    ["gzip", Compression.GZIP],
    ["brotli", Compression.BROTLI],
    ["zstd", Compression.ZSTD],
    ["lz4", Compression.LZ4_RAW],
  ])("keeps physical order over row groups, batches and files, with %s", async (_, compression) => {
    const part = (from: number): Blob =>
      parquet([["n", int(...Array.from({ length: 950 }, (_, row) => from + row))]], compression);
    const source = await inspect(
      [
        { name: "b", blob: part(950) },
        { name: "a", blob: part(0) },
      ],
      { reader },
    );
    const told: LoadProgress[] = [];
    const report = await load(source, ["n"], "ordered", {
      engine,
      reader,
      onProgress: (progress) => told.push(progress),
    });
    expect([source.rows, report.rows]).toEqual([1900, 1900]);
    const answer = await engine.query(sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM ordered WHERE rowid <> n`);
    expect(answer.columns[0]).toEqual(Float64Array.of(0));
    expect(told.at(-1)).toEqual({ rows: 1900, rowsTotal: 1900, bytes: source.bytes, bytesTotal: source.bytes });
  });

  it("makes a table of no rows from a file of no rows", async () => {
    expect(await opened(parquet([["a", int()]]))).toEqual({ types: ["a INTEGER"], notes: [], rows: [] });
  });

  it("shows the first values as text without loading", async () => {
    const source = await inspect([{ name: "x", blob: parquet([["a", int(1, null, 3)]]) }], { reader });
    expect(await head(source, 2, { engine, reader })).toEqual([["1", null]]);
  });

  it("names a type that differs between files", async () => {
    const files = [
      { name: "a", blob: parquet([["n", int(1)]]) },
      { name: "b", blob: parquet([["n", vectorFromArray([1.5], new Float64())]]) },
    ];
    await expect(inspect(files, { reader })).rejects.toThrow("its column “n” holds DOUBLE, not INTEGER");
  });

  it("is refused when its middle is missing", async () => {
    const whole = parquet([["n", int(...Array.from({ length: 950 }, (_, row) => row))]], Compression.UNCOMPRESSED);
    const cut = new Blob([whole.slice(0, 600), whole.slice(1200)]);
    await expect(opened(cut)).rejects.toMatchObject({ name: "UserError" });
  });
});

describe("reading in batches", () => {
  const many = (): Blob => parquet([["n", int(...Array.from({ length: 1000 }, (_, row) => row))]]);

  it("never reads more than one batch ahead of its receiver", async () => {
    let [running, most, calls] = [0, 0, 0];
    const rows = await reader.read(
      many(),
      ["n"],
      async (_, count) => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        calls += Number(count === 50);
        return true;
      },
      { batchSize: 50 },
    );
    expect([rows, most, calls]).toEqual([1000, 1, 20]);
  });

  it("stops when the receiver says so, when the signal fires, and with the receiver's own error", async () => {
    let calls = 0;
    expect(await reader.read(many(), ["n"], () => ++calls < 3, { batchSize: 50 })).toBe(150);
    const stop = new AbortController();
    const aborted = reader.read(many(), ["n"], () => (stop.abort(), true), { batchSize: 50, signal: stop.signal });
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
    const failed = reader.read(many(), ["n"], () => Promise.reject(new TypeError("mine")), { batchSize: 50 });
    await expect(failed).rejects.toThrow(new TypeError("mine"));
    expect(await reader.read(many(), ["n"], () => true)).toBe(1000);
  });

  it("refuses a column that is not there instead of panicking", async () => {
    await expect(reader.read(many(), ["m"], () => true)).rejects.toThrow(RangeError);
    await expect(reader.read(many(), [], () => true)).rejects.toThrow(RangeError);
  });
});
