import { makeTable, tableToIPC } from "apache-arrow";
import { beforeAll, expect, test } from "vitest";
import { single, texts, type Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";

const ROWS = 500_000;

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const held = async (): Promise<number> =>
  single(await engine.query(sql`SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS n FROM duckdb_memory()`), "n");

test("words that repeat take a fraction of their length, and come back as they were", async () => {
  const before = await held();
  await engine.query(
    sql`CREATE TABLE words AS SELECT concat('a rather long word ', i % 7) AS word FROM range(CAST(${ROWS} AS BIGINT)) AS r (i)`,
  );
  await engine.query(sql`CHECKPOINT`);
  expect((await held()) - before).toBeLessThan(ROWS * 2);
  const last = await engine.query(sql`SELECT word FROM words ORDER BY rowid DESC LIMIT 1`);
  expect(texts(last, "word")).toEqual([`a rather long word ${(ROWS - 1) % 7}`]);
});

test("rows that arrive in pieces are made small on the way", async () => {
  const before = await held();
  const ipc = tableToIPC(makeTable({ n: Float64Array.from({ length: ROWS }, (_, row) => row % 3) }), "stream");
  for (let piece = 0; piece < 17; piece++) await engine.insertArrow(ipc, "numbers", piece === 0);
  expect((await held()) - before).toBeLessThan(17 * ROWS * 4);
  const sum = await engine.query(sql`SELECT CAST(sum(n) AS DOUBLE) AS n FROM numbers`);
  expect(single(sum, "n")).toBe(17 * Array.from({ length: ROWS }, (_, row) => row % 3).reduce((a, b) => a + b, 0));
});
