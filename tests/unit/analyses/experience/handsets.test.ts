import { beforeAll, describe, expect, it } from "vitest";
import { handsetComparison } from "../../../../src/analyses/experience/handsets";
import { handsetQuery } from "../../../../src/analyses/experience/queries";
import { METRICS } from "../../../../src/data/dataset";
import type { Engine } from "../../../../src/data/engine";
import { nodeEngine } from "../../../node-engine";
import { putCustomers } from "../../segmentation/desk";

const throughput = METRICS.filter(({ column }) => column === "throughput_kbps");
const roundTrip = METRICS.filter(({ column }) => column === "rtt_ms");

describe("handsetComparison", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await nodeEngine();
    // Fast and Swift cannot be told apart, Slow is clearly behind, Rare has too few customers, and some are unknown.
    const kinds = ["Fast", "Swift", "Slow"];
    const handsets = [
      ...Array.from({ length: 300 }, (_, index) => kinds[index % 3] ?? null),
      ...Array.from({ length: 10 }, () => "Rare"),
      ...Array.from({ length: 500 }, () => null),
    ];
    const centre = (handset: string | null): number =>
      ({ Fast: 1000, Swift: 1001, Slow: 500, Rare: 5000 })[handset ?? ""] ?? 9999;
    const values = Float64Array.from(handsets, (handset, index) => centre(handset) + ((index * 37) % 100) - 50);
    await putCustomers(
      engine,
      handsets.map((_, index) => `c${index}`),
      { handset: handsets, throughput_kbps: values, rtt_ms: values.slice() },
    );
  });

  it.each([
    { metric: throughput, places: { Fast: 1, Swift: 1, Slow: 3, Rare: NaN } },
    { metric: roundTrip, places: { Slow: 1, Fast: 2, Swift: 2, Rare: NaN } },
  ])("lets types that cannot be told apart share a place ($metric.0.label)", async ({ metric: [metric], places }) => {
    if (metric === undefined) throw new Error("no such metric");
    const statement = handsetQuery(metric, 4);
    const { handsets } = handsetComparison(await engine.query(statement), metric, statement);
    expect(Object.fromEntries(handsets.map(({ handset, place }) => [handset, place]))).toEqual(places);
    expect(handsets.find(({ handset }) => handset === "Slow")?.n).toBe(100);
  });

  it("makes the 95 % interval of the mean", async () => {
    const [metric] = throughput;
    if (metric === undefined) throw new Error("no such metric");
    const statement = handsetQuery(metric, 1);
    const { handsets } = handsetComparison(await engine.query(statement), metric, statement);
    const [only] = handsets;
    expect(handsets).toHaveLength(1);
    const values = Array.from({ length: 100 }, (_, at) => 1000 + ((at * 3 * 37) % 100) - 50);
    const mean = values.reduce((sum, value) => sum + value, 0) / 100;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 99);
    expect(only?.handset).toBe("Fast");
    expect(only?.mean).toBeCloseTo(mean, 9);
    expect(only?.interval[1]).toBeCloseTo(mean + (1.959964 * sd) / 10, 6);
  });
});
