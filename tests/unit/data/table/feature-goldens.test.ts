import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/data/engine";
import { readFeatureColumns, type FeatureColumn } from "../../../../src/data/table/feature-columns";
import { readFeature } from "../../../../src/view/feature-text";
import { golden, told, type Told } from "../../../golden/customer-features";
import { nodeEngine } from "../../../node-engine";
import { isThere, sharedTable } from "./shared-table";
import { basisOf, columnCalled, type AnyTable } from "./table-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const read = async (table: AnyTable, texts: readonly string[]): Promise<readonly FeatureColumn[]> => {
  const specs = texts.flatMap((text) => readFeature(text) ?? []);
  expect(specs).toHaveLength(texts.length);
  const { features, leftOut } = await readFeatureColumns((statement) => engine.query(statement), specs, basisOf(table));
  expect(leftOut).toEqual([]);
  return features;
};

function same(found: Told, expected: unknown, what: string): void {
  const { given, sum, squares, placed } = expected as Told;
  const near = (a: number, b: number): number => Math.abs(a - b) / Math.max(1, Math.abs(b));
  expect(found.given, what).toBe(given);
  expect(Math.max(near(found.sum, sum), near(found.squares, squares), near(found.placed, placed)), what).toBeLessThan(
    1e-10,
  );
}

const RETAIL = "data/online-retail/online_retail.csv";
describe.skipIf(!isThere(RETAIL))(`${RETAIL} (skipped where ../shared is absent)`, { timeout: 240_000 }, () => {
  const expected = golden["online-retail"];
  let table: AnyTable;
  beforeAll(async () => {
    table = await sharedTable(engine, RETAIL);
  }, 240_000);

  test("lines without a customer are set aside; equal lines of an invoice stay", () => {
    expect(table.clean).toMatchObject({ unit: "customer", grain: "session", hasTime: true, repeated: true });
    expect(table.dataset.counts).toMatchObject({ rowsSetAside: 135_080, customers: expected.customers });
    expect(columnCalled(table.columns, "CustomerID").role).toBe("customer");
    expect(columnCalled(table.columns, "InvoiceDate")).toMatchObject({ role: "start", kind: "moment" });
  });

  test("every measure is as pandas has it", async () => {
    const texts = Object.keys(expected).filter((text) => text.includes("~"));
    const features = await read(table, ["~rows", ...texts]);
    ["rows", ...texts].forEach((text, place) => {
      same(told((features[place] as FeatureColumn).column), expected[text], text);
    });
  });

  test("the thirty commonest countries are told apart, the others put together", async () => {
    const [country] = await read(table, ["Country~mode~one-hot"]);
    expect(country?.levels).toEqual([...expected.countries.map(([name]) => name), "(other)"]);
    expect(country?.capped).toBe(expected.countries_in_all - 30);
    const sizes = new Map<number, number>();
    country?.column.forEach((code) => sizes.set(code, (sizes.get(code) ?? 0) + 1));
    expect(expected.countries.map((_, code) => sizes.get(code))).toEqual(expected.countries.map(([, count]) => count));
  });
});

const SHOPPERS = "data/shoppers-intention/online_shoppers_intention.csv";
describe.skipIf(!isThere(SHOPPERS))(`${SHOPPERS} (skipped where ../shared is absent)`, () => {
  const expected = golden["shoppers-intention"];
  test("every row is a customer, and features are as pandas has them", async () => {
    const table = await sharedTable(engine, SHOPPERS);
    expect(table.clean).toMatchObject({ unit: "row", customers: expected.customers, metrics: [], categories: [] });
    const texts = ["ProductRelated_Duration", "Weekend", "Month~ordinal", "VisitorType~frequency", "Browser~one-hot"];
    const features = await read(table, texts);
    texts.forEach((text, place) => same(told((features[place] as FeatureColumn).column), expected[text], text));
    for (const [label, skewness] of Object.entries(expected.skewness))
      expect(columnCalled(table.columns, label).skewness).toBeCloseTo(skewness, 9);
  });
});

const SOCIAL = "data/social-media/train.csv";
describe.skipIf(!isThere(SOCIAL))(`${SOCIAL} (skipped where ../shared is absent)`, () => {
  const expected = golden["social-media"];
  test("usage and emotions are as pandas has them", async () => {
    const table = await sharedTable(engine, SOCIAL);
    expect(table.clean).toMatchObject({ unit: "customer", grain: "customer", customers: expected.customers });
    const texts = Object.keys(expected).filter((text) => !["customers", "emotions"].includes(text));
    const features = await read(table, [...texts, "Dominant_Emotion~one-hot"]);
    texts.forEach((text, place) => same(told((features[place] as FeatureColumn).column), expected[text], text));
    expect(features.at(-1)).toMatchObject({ levels: expected.emotions.map(([name]) => name), capped: 0 });
  });
});
