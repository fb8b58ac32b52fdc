import { describe, expect, it } from "vitest";
import { numbers } from "../../../src/data/engine";
import { sql } from "../../../src/data/sql";
import { warmUp } from "../../../src/session/warm-up";
import { memoryAddress } from "./memory-address";
import { partsInNode, sessionOver, settled, statesOf } from "./session-in-node";

const times = (): readonly string[] =>
  performance
    .getEntriesByType("measure")
    .map(({ name }) => name)
    .filter((name) => name.startsWith("clientele:"));

const SMALL = { kind: "telecom", rows: 2000, seed: 1 } as const;

describe("the warm-up", () => {
  it("goes the whole way, and leaves no time that could be taken for a person's file", async () => {
    const parts = await partsInNode();
    const asked: string[] = [];
    const compute: typeof parts.compute = (job, ...rest) => {
      asked.push(job);
      return parts.compute(job, ...rest);
    };
    const doing = warmUp({ ...parts, compute }, (stop) => parts.makeSample(SMALL, () => undefined, stop), 0);
    await expect
      .poll(() => [...new Set(asked)].sort(), { timeout: 30_000 })
      .toEqual(["elbow", "pca", "regression", "segment", "validity"]);
    await doing.stop();
    expect(times()).toEqual([]);
  });

  it("gives way to a file at any moment, which is then read as if nothing had been", async () => {
    const parts = await partsInNode();
    const calm = sessionOver(parts, memoryAddress("home"));
    await calm.openSample("telecom", 3000);
    await settled(calm);
    const customers = sql`SELECT CAST(count(*) AS DOUBLE) AS n, CAST(sum(traffic_bytes) AS DOUBLE) AS bytes FROM customers`;
    const expected = await parts.engine.query(customers);
    for (const moment of [0, 40, 150, 400]) {
      const doing = warmUp(parts, (stop) => parts.makeSample(SMALL, () => undefined, stop), 0);
      await new Promise((resolve) => setTimeout(resolve, moment));
      const session = sessionOver({ ...parts, makeWay: () => doing.stop() }, memoryAddress("home"));
      await session.openSample("telecom", 3000);
      await settled(session);
      expect(statesOf(session)).toEqual(["done", "done", "done", "done"]);
      const found = await parts.engine.query(customers);
      expect([...numbers(found, "n"), ...numbers(found, "bytes")]).toEqual([
        ...numbers(expected, "n"),
        ...numbers(expected, "bytes"),
      ]);
    }
  });
});
