import { beforeAll, expect, it } from "vitest";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { plainTableIpc } from "../../../../src/data/export/plain-table";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
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
