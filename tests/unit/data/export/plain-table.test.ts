import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { plainTableIpc } from "../../../../src/data/export/plain-table";
import { startParquet } from "../../../../src/data/readers/parquet/parquet";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

it("keeps columns that end in missing values, or hold nothing else", async () => {
  const reader = startParquet(readFileSync("node_modules/parquet-wasm/esm/parquet_wasm_bg.wasm"));
  const values = Float64Array.from({ length: 40 }, (_, row) => (row < 5 ? row : NaN));
  const blob = new Blob([
    (await reader.write(
      plainTableIpc([
        { label: "tail", values },
        { label: "none", values: new Float64Array(40).fill(NaN) },
        { label: "text", values: [...new Array<null>(39).fill(null), "x"] },
      ]),
    )) as Uint8Array<ArrayBuffer>,
  ]);
  expect((await reader.describe(blob)).rows).toBe(40);
});

it("keeps numbers exact, missing values missing and text as it is", async () => {
  const ipc = plainTableIpc([
    { label: "Traffic (B)", values: Float64Array.of(0.1, NaN, 2 ** 53) },
    { label: "Place", values: [1, null, 3] },
    { label: "Customer", values: ["=1+1", null, "ü 🌍"] },
    { label: "Customer", values: ["a", 2, null] },
  ]);
  await engine.insertArrow(ipc, "plain", true);
  const answer = await engine.query(sql`SELECT * FROM plain ORDER BY rowid`);
  expect(answer.names).toEqual(["Traffic (B)", "Place", "Customer", "Customer (2)"]);
  expect([...numbers(answer, "Traffic (B)")]).toEqual([0.1, NaN, 2 ** 53]);
  expect([...numbers(answer, "Place")]).toEqual([1, NaN, 3]);
  expect(texts(answer, "Customer")).toEqual(["=1+1", null, "ü 🌍"]);
  expect(texts(answer, "Customer (2)")).toEqual(["a", "2", null]);
});
