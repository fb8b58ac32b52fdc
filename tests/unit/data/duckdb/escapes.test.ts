import { beforeAll, describe, expect, it } from "vitest";
import { escapesTried, mustBeLocked } from "../../../../src/data/duckdb/escapes";
import type { Engine } from "../../../../src/data/engine";
import { nodeEngine } from "../../../node-engine";

describe("the engine's part of the self-check", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
  });

  it("finds a hardened engine locked, in the engine's own words", async () => {
    const tried = await escapesTried(engine, "https://example.test");
    expect(tried).toHaveLength(5);
    for (const one of tried) expect(one, one.tried).toMatchObject({ refused: true });
    for (const { said } of tried) expect(said).toMatch(/locked|disabled/u);
  });

  it("tells of an engine that lets a statement through", async () => {
    const open: Engine = {
      ...engine,
      query: (statement) =>
        statement.text.startsWith("SET memory")
          ? engine.query({ text: "SELECT 1", values: [] })
          : engine.query(statement),
    };
    expect((await escapesTried(open, "https://example.test")).map(({ refused }) => refused)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  it("lets a locked engine start, and no other", async () => {
    await expect(mustBeLocked(engine, "https://example.test")).resolves.toBeUndefined();
    const loose: Engine = { ...engine, query: () => engine.query({ text: "SELECT 1", values: [] }) };
    await expect(mustBeLocked(loose, "https://example.test")).rejects.toThrow(
      "The SQL engine is not locked: raising the SQL engine's memory limit;",
    );
  });

  it("does not take a failed connection for the engine's refusal", async () => {
    const reaching: Engine = {
      ...engine,
      query: () => Promise.reject(new Error("IO Error: Failed to load from https://example.test/seal-check.js")),
    };
    expect((await escapesTried(reaching, "https://example.test")).every(({ refused }) => !refused)).toBe(true);
  });
});
