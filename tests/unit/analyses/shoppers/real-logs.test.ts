import { beforeAll, describe, expect, test } from "vitest";
import type { ShoppersResult } from "../../../../src/analyses/shoppers/result";
import type { Engine } from "../../../../src/data/engine";
import { goldenShoppers, told, type GoldenShoppers } from "../../../golden/shoppers";
import type { IndicesOutput } from "../../../../src/workers/lab/judging";
import { nodeEngine } from "../../../node-engine";
import { ESHOP, hasFile, INVOICES, RETAIL, textOf } from "../../behaviour/logs";
import { ranShoppers, type Chosen } from "./ran-shoppers";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const ran = (path: string, chosen: Partial<Chosen> = {}): Promise<ShoppersResult> =>
  ranShoppers(engine, textOf(path), chosen);

/** Every feature and the size of every kind, as pandas has them. */
function expectGolden({ behaviour, kinds, none, total }: ShoppersResult, golden: GoldenShoppers): void {
  expect(total).toBe(golden.customers);
  expect(behaviour.features.map(({ key }) => key).toSorted()).toEqual(
    expect.arrayContaining(Object.keys(golden.features).toSorted()),
  );
  for (const [key, numbers] of Object.entries(golden.features)) {
    const column = behaviour.columns[behaviour.features.findIndex((feature) => feature.key === key)];
    const found = told(column ?? new Float64Array());
    numbers.forEach((number, at) => {
      expect(Math.abs((found[at] ?? NaN) - number), `${key} ${at}: ${found[at]} for ${number}`).toBeLessThanOrEqual(
        1e-9 * Math.abs(number),
      );
    });
  }
  expect([...kinds.map(({ n }) => n), none]).toEqual(golden.kinds);
}

/** Segments from the same features as scikit-learn's, as good as the best of its 200 starts (within 0.01 %). */
async function segmented(path: string, golden: GoldenShoppers, chosen: Partial<Chosen> = {}): Promise<IndicesOutput> {
  const { keys, k, inertia } = golden.segments ?? never();
  const { segments } = await ran(path, { ...chosen, by: keys, segments: k, restarts: 50 });
  if (segments === null || "problem" in segments) return never();
  expect(segments.features.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  expect(Math.abs(segments.made.inertia / inertia - 1)).toBeLessThan(1e-4);
  return segments.indices;
}

function never(): never {
  throw new Error("There are no segments to compare.");
}

describe("real logs, against pandas (skipped without ../shared/data)", () => {
  test.skipIf(!hasFile(RETAIL))(
    "events of a shop",
    async () => {
      const result = await ran(RETAIL);
      expectGolden(result, goldenShoppers.events);
      expect(result.kinds.filter(({ undecided }) => undecided.length > 0).map(({ rule }) => rule.name)).toEqual([
        "Bargain hunter",
      ]);
    },
    60_000,
  );

  test.skipIf(!hasFile(RETAIL))(
    "segments of a shop's customers, of whom several groupings are as good",
    async () => {
      const { silhouette } = await segmented(RETAIL, goldenShoppers.events);
      expect(silhouette).toBeCloseTo(goldenShoppers.events.segments?.silhouette ?? NaN, 1);
    },
    60_000,
  );

  test.skipIf(!hasFile(INVOICES))(
    "segments of those who get invoices, who are grouped best in one way",
    async () => {
      const chosen = { what: "StockCode", things: "Description" };
      const { clusters, silhouette } = await segmented(INVOICES, goldenShoppers.invoices, chosen);
      expect(clusters.map(({ size }) => size)).toEqual(goldenShoppers.invoices.segments?.sizes);
      expect(silhouette).toBeCloseTo(goldenShoppers.invoices.segments?.silhouette ?? NaN, 6);
    },
    120_000,
  );

  test.skipIf(!hasFile(ESHOP))(
    "clicks without a time of day, each session a customer",
    async () => {
      const chosen = { what: "page 2 (clothing model)", things: "page 1 (main category)" };
      expectGolden(await ran(ESHOP, chosen), goldenShoppers.clicks);
    },
    60_000,
  );

  test.skipIf(!hasFile(INVOICES))(
    "invoices, cancellations left out",
    async () => {
      const result = await ran(INVOICES, { what: "StockCode", things: "Description" });
      expectGolden(result, goldenShoppers.invoices);
      const money = result.worth.reduce((sum, one) => sum + (one.money?.sum ?? NaN), 0);
      expect(money).toBeCloseTo(8_911_407.904, 2);
    },
    120_000,
  );
});
