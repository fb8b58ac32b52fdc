import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { numbers, type Engine } from "../../../../src/data/engine";
import { nodeEngine } from "../../../node-engine";
import { REFUSED, WITHOUT_EFFECT } from "../../../sql-attacks";

/** The engine's lock refuses, or the thing is not there; never a failed connection, which would mean that it tried. */
const REFUSAL =
  /configuration has been locked|disabled (?:by|through) configuration|not in the catalog|does not exist|Extension Autoloading Error|not supported in duckdb-wasm/u;

const run = (engine: Engine, text: string) => engine.query({ text, values: [] });

describe("SQL that tries to get out", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  it("is at least 34 statements", () => {
    expect(new Set(REFUSED).size).toBeGreaterThanOrEqual(34);
    expect(new Set(REFUSED).size).toBe(REFUSED.length);
  });

  it.each(REFUSED)("is refused: %s", async (text) => {
    await expect(run(engine, text)).rejects.toThrow(REFUSAL);
  });

  it.each(WITHOUT_EFFECT)("does nothing: %s", async (text) => {
    await run(engine, text);
    await expect(run(engine, "LOAD httpfs")).rejects.toThrow(REFUSAL);
    const installed = await run(
      engine,
      "SELECT CAST(COUNT(*) AS DOUBLE) AS n FROM duckdb_extensions() WHERE installed AND extension_name <> 'core_functions'",
    );
    expect(numbers(installed, "n")[0]).toBe(0);
  });

  it("left the engine alive, with right answers and nothing on disk", async () => {
    const answer = await run(
      engine,
      "SELECT CAST(SUM(i) AS DOUBLE) AS total, CAST(COUNT(DISTINCT i % 7) AS DOUBLE) AS kinds FROM range(1000) AS t(i)",
    );
    expect([numbers(answer, "total")[0], numbers(answer, "kinds")[0]]).toEqual([499_500, 7]);
    const left = await run(
      engine,
      "SELECT CAST(COUNT(*) AS DOUBLE) AS n FROM duckdb_tables() WHERE table_name = 'leak'",
    );
    expect(numbers(left, "n")[0]).toBe(0);
    for (const path of ["/outside", "/outside.csv", "/outside.db", "/outside.log", "/outside.json"])
      expect(existsSync(path), path).toBe(false);
  });

  it("still reads what is in the vault, and nothing that only looks like it", async () => {
    await engine.registerFile("/vault/in.csv", new Blob(["a\n1\n2\n"]));
    const answer = await run(engine, "SELECT CAST(SUM(a) AS DOUBLE) AS total FROM read_csv('/vault/in.csv')");
    expect(numbers(answer, "total")[0]).toBe(3);
    await engine.registerFile("/vaulted/in.csv", new Blob(["a\n1\n"]));
    await expect(run(engine, "SELECT * FROM read_csv('/vaulted/in.csv')")).rejects.toThrow(REFUSAL);
    await engine.dropFile("/vault/in.csv");
    await engine.dropFile("/vaulted/in.csv");
  });
});
