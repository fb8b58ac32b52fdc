import { readFileSync } from "node:fs";
import {
  Bool,
  Decimal,
  Dictionary,
  Field,
  Float64,
  Int32,
  Int64,
  RecordBatchStreamWriter,
  Struct,
  Table,
  TimestampMicrosecond,
  Uint64,
  Utf8,
  Vector,
  makeData,
  tableToIPC,
  vectorFromArray,
} from "apache-arrow";
import { beforeAll, describe, expect, it } from "vitest";
import { fileOf, opener, type Opener } from "../../../../opened-files";

let door: Opener;
beforeAll(async () => {
  door = await opener();
});

const TABLE = new Table({
  big: vectorFromArray([9007199254740993n, null, -1n], new Int64()),
  huge: vectorFromArray([18446744073709551615n, 0n, null], new Uint64()),
  text: vectorFromArray(["a", null, "ü\u0000"], new Utf8()),
  share: vectorFromArray([0.1, -0, null], new Float64()),
  yes: vectorFromArray([true, false, null], new Bool()),
  kind: vectorFromArray(["x", "y", "x"], new Dictionary(new Utf8(), new Int32())),
});

const ROWS = [
  ["9007199254740993", "18446744073709551615", "a", "0.1", "true", "x"],
  [null, "0", null, "-0.0", "false", "y"],
  ["-1", null, "ü\u0000", null, null, "x"],
];

describe("Arrow", () => {
  it.each(["file", "stream"] as const)("reads a %s with its types", async (kind) => {
    const { rows, source } = await door.open(fileOf("x.arrow", tableToIPC(TABLE, kind)));
    expect(source).toMatchObject({ format: "arrow", rows: 3 });
    expect(source.columns.map(({ type }) => type)).toEqual([
      "BIGINT",
      "UBIGINT",
      "VARCHAR",
      "DOUBLE",
      "BOOLEAN",
      "VARCHAR",
    ]);
    expect(rows).toEqual(ROWS);
  });

  it("reads batch after batch, and a table without rows", async () => {
    const batch = (from: number) => new Table({ n: vectorFromArray([from, from + 1], new Int32()) });
    const stream = RecordBatchStreamWriter.writeAll(batch(0).concat(batch(2), batch(4))).toUint8Array(true);
    expect((await door.open(fileOf("x.arrows", stream))).rows.flat()).toEqual(["0", "1", "2", "3", "4", "5"]);
    const none = new Table({ n: vectorFromArray([], new Int32()) });
    expect(await door.open(fileOf("x.arrow", tableToIPC(none, "file")))).toMatchObject({ columns: ["n"], rows: [] });
  });

  it("reads truths that are all missing in a batch, for which apache-arrow writes no bits", async () => {
    const nothing = [null, null, null, null, null, null, null, null, null];
    const inner = new Struct<{ yes: Bool }>([new Field("yes", new Bool(), true)]);
    const batch = (yes: readonly (boolean | null)[]) =>
      new Table({
        text: vectorFromArray(nothing, new Utf8()),
        kind: vectorFromArray([...nothing.slice(1), "x"], new Dictionary(new Utf8(), new Int32())),
        within: vectorFromArray(
          nothing.map(() => ({ yes: null })),
          inner,
        ),
        yes: vectorFromArray(yes, new Bool()),
        n: vectorFromArray([...nothing.keys()], new Int32()),
      });
    const some = [true, ...nothing.slice(1)];
    const ipc = RecordBatchStreamWriter.writeAll(batch(nothing).concat(batch(some))).toUint8Array(true);
    const { rows, source } = await door.open(fileOf("x.arrows", ipc));
    expect(source.columns.map(({ type }) => type)).toContain("BOOLEAN");
    expect(rows.map((row) => row.at(-2))).toEqual([...nothing, "true", ...nothing.slice(1)]);
    expect(rows.map((row) => row.at(-1))).toEqual([...nothing.keys(), ...nothing.keys()].map(String));
  });

  it("keeps decimals and moments", async () => {
    const at = makeData({ type: new TimestampMicrosecond(), length: 1, data: new BigInt64Array([1n]) });
    const amounts = makeData({ type: new Decimal(2, 20, 128), length: 1, data: new Uint32Array([12345, 0, 0, 0]) });
    const table = new Table({ at: new Vector([at]), amount: new Vector([amounts]) });
    const { rows, source } = await door.open(fileOf("x.arrow", tableToIPC(table, "stream")));
    expect(source.columns.map(({ type }) => type)).toEqual(["TIMESTAMP", "DECIMAL(20,2)"]);
    expect(rows).toEqual([["1970-01-01 00:00:00.000001", "123.45"]]);
  });

  it.each(["lz4", "zstd"])("unpacks buffers that pyarrow packed with %s", async (packing) => {
    const { rows, columns } = await door.open(
      fileOf("x.feather", readFileSync(`tests/fixtures/packed.${packing}.arrow`)),
    );
    expect(columns).toEqual(["id", "text", "noise", "kind"]);
    const expected = Array.from({ length: 3000 }, (_, row) => [
      String(9007199254740993n + BigInt(row)),
      row % 7 === 0 ? null : `value ${row % 100} of many`,
      String((row * 2654435761) % 4294967296),
      ["x", "y", "z"][row % 3],
    ]);
    expect(rows).toEqual(expected);
  });

  it("refuses what is cut or damaged at any place, in words, and never hangs", async () => {
    for (const packing of ["lz4", "zstd"]) {
      const whole = readFileSync(`tests/fixtures/packed.${packing}.arrow`);
      for (let cut = 20; cut < whole.length; cut += Math.ceil(whole.length / 12)) {
        expect(await door.refusal(fileOf("x.arrow", whole.subarray(0, cut)))).toContain(
          "damaged or incomplete Arrow file",
        );
        const flipped = new Uint8Array(whole);
        flipped[cut] = (flipped[cut] ?? 0) ^ 255;
        const after = await door.refusal(fileOf("x.arrow", flipped)).catch((error: unknown) => String(error));
        expect(after).toMatch(/“x\.arrow”|It opened/u);
      }
    }
    expect((await door.open(fileOf("x.arrow", tableToIPC(TABLE, "file")))).rows).toEqual(ROWS);
  });
});
