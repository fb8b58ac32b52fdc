import { beforeAll, describe, expect, test } from "vitest";
import { readChanges } from "../../../../src/analyses/journeys/changes";
import type { Engine } from "../../../../src/data/engine";
import { nodeEngine } from "../../../node-engine";
import { aLog } from "../../behaviour/a-log";
import { shopCsv } from "../../behaviour/a-shop";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

describe("what changed", () => {
  test("finds the week in which paying was broken, and on what", async () => {
    const { context, log } = await aLog(engine, shopCsv(1, true));
    const changes = await readChanges(context, log);
    const [first] = changes?.found ?? [];
    expect(first).toMatchObject({ property: "platform", value: "mobile", from: "payment", period: "2024-02-19" });
    expect(["purchase", "error"]).toContain(first?.to);
    expect(Math.abs(first?.difference ?? 0)).toBeGreaterThan(0.4);
    expect(changes?.found.every(({ period }) => period === "2024-02-19")).toBe(true);
  });

  test.each([2, 3, 4])("finds nothing where nothing changed (seed %i)", async (seed) => {
    const { context, log } = await aLog(engine, shopCsv(seed, false));
    const changes = await readChanges(context, log);
    expect(changes?.tests).toBeGreaterThan(100);
    expect(changes?.found).toEqual([]);
  });
});
