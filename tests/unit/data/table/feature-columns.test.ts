import { beforeAll, describe, expect, test } from "vitest";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import type { Engine } from "../../../../src/data/engine";
import { choosableEncodings, choosableMeasures } from "../../../../src/data/table/choosable";
import type { FeatureSpec } from "../../../../src/view/feature";
import { columnFeature, metricFeature, rowsFeature } from "../../../../src/data/table/feature-specs";
import { readFeatureColumns, type FeatureColumns } from "../../../../src/data/table/feature-columns";
import { readFeature } from "../../../../src/view/feature-text";
import { nodeEngine } from "../../../node-engine";
import { rawOfCsv, rawOfSelect } from "../clean/raw-of";
import { ALL, basisOf, tableOf, type AnyTable } from "./table-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const read = (table: AnyTable, specs: readonly FeatureSpec[]): Promise<FeatureColumns> =>
  readFeatureColumns((statement) => engine.query(statement), specs, basisOf(table));

const values = async (table: AnyTable, text: string): Promise<readonly number[]> => {
  const spec = readFeature(text);
  const { features } = await read(table, spec === null ? [] : [spec]);
  return [...(features[0]?.column ?? [])];
};

const VISITS = `customer_id,when,spent,paid,shop,items
b,2024-01-01 23:00:00,10,yes,West,1
b,2024-01-03 08:00:00,20,no,East,3
b,2024-01-03 09:00:00,,yes,West,1
b,2024-01-10 08:30:00,60,yes,East,2
a,2024-01-08 12:00:00,5,,n/a,2
a,,7,no,,2
c,2024-01-09 00:00:00,-1,no,North,
`;

describe("several rows for a customer", () => {
  let table: AnyTable;
  beforeAll(async () => {
    table = await tableOf(engine, await rawOfCsv(engine, VISITS));
  });

  test.each<readonly [string, readonly number[]]>([
    ["~rows", [2, 4, 1]],
    ["spent~sum", [12, 90, -1]],
    ["spent~mean", [6, 30, -1]],
    ["spent~median", [6, 20, -1]],
    ["spent~min", [5, 10, -1]],
    ["spent~max", [7, 60, -1]],
    ["spent~sd", [Math.SQRT2, Math.sqrt(700), NaN]],
    ["spent~count", [2, 3, 1]],
    ["spent~distinct", [2, 3, 1]],
    ["spent", [5, 10, -1]],
    ["items~mode", [2, 1, NaN]],
    ["items~sum", [4, 7, NaN]],
    ["when~recency-days", [1 + 20.5 / 24, 0, 1 + 8.5 / 24]],
    ["when~age-days", [1 + 20.5 / 24, 8 + 9.5 / 24, 1 + 8.5 / 24]],
    ["when~active-days", [1, 3, 1]],
    ["when~hour", [12, 8, 0]],
    ["when~weekday", [1, 3, 2]],
    ["paid~truth-share", [0, 0.75, 0]],
    ["shop~distinct", [0, 2, 1]],
    ["shop~mode~frequency", [NaN, 0.5, 0.5]],
    ["shop~mode~ordinal", [NaN, 0, 1]],
  ])("%s", async (text, expected) => {
    const found = await values(table, text);
    expect(found).toHaveLength(expected.length);
    expected.forEach((value, place) =>
      Number.isNaN(value) ? expect(found[place]).toBeNaN() : expect(found[place]).toBeCloseTo(value, 10),
    );
  });

  test("ties of the most frequent go to the alphabetically first, and levels to the most customers", async () => {
    const { features } = await read(table, [columnFeature("shop", { measure: "mode", encoding: "one-hot" })]);
    expect(features[0]).toMatchObject({
      label: "Most frequent shop",
      levels: ["East", "North"],
      capped: 0,
      unit: null,
    });
    expect([...(features[0]?.column ?? [])]).toEqual([NaN, 0, 1]);
  });

  test("days of the week have names", async () => {
    const { features } = await read(table, [columnFeature("when", { measure: "weekday", encoding: "one-hot" })]);
    expect(features[0]?.levels).toEqual(["Monday", "Tuesday", "Wednesday"]);
  });

  test("many at once stand in one order, with their labels and statements", async () => {
    const { customerNo, features, statements, leftOut } = await read(table, [
      rowsFeature(),
      columnFeature("shop", { measure: "mode", encoding: "one-hot" }),
      columnFeature("spent", { measure: "sum", transform: "signed-log", weight: 2 }),
      metricFeature("rtt_ms"),
    ]);
    expect([...customerNo]).toEqual([0, 1, 2]);
    expect(features.map(({ label, unit }) => [label, unit])).toEqual([
      ["Rows", "count"],
      ["Most frequent shop", null],
      ["Total spent", null],
    ]);
    expect(features.map(({ column }) => column[1])).toEqual([4, 0, 90]);
    expect(statements).toHaveLength(2);
    expect(leftOut.map(({ why }) => why)).toEqual(["This file has no “rtt_ms”."]);
  });

  test("what cannot be made is left out and told", async () => {
    const specs = ["gone~sum", "shop~sum", "shop~mode", "when~truth-share", "traffic_bytes~metric"].map((text) =>
      readFeature(text),
    );
    const { features, leftOut } = await read(
      table,
      specs.flatMap((spec) => spec ?? []),
    );
    expect(features).toEqual([]);
    expect(leftOut.map(({ why }) => why)).toEqual([
      "This file has no column “gone”.",
      "“shop” has no sum.",
      "“shop” holds words: choose how they become numbers.",
      "“when” has no share of true.",
      "This file has no “traffic_bytes”.",
    ]);
  });

  test("every measure and encoding that is offered can be read", async () => {
    const specs = table.columns.flatMap((column) =>
      choosableMeasures(column, true).flatMap((measure) =>
        choosableEncodings(column, measure).map((encoding) => columnFeature(column.label, { measure, encoding })),
      ),
    );
    const { features, leftOut } = await read(table, specs);
    expect(leftOut).toEqual([]);
    expect(features).toHaveLength(specs.length);
    expect(specs.length).toBeGreaterThan(35);
  });
});

describe("one row for a customer", () => {
  test("values, and what an aggregated table would offer too", async () => {
    const csv =
      "size,seen,colour,on\n1.5,2024-01-01 06:00:00,red,true\n,2024-01-02 18:00:00,,false\n3,,blue,true\n4,2024-01-02 18:00:00,red,true\n";
    const table = await tableOf(engine, await rawOfCsv(engine, csv));
    expect(table.clean.unit).toBe("row");
    expect(await values(table, "size")).toEqual([1.5, NaN, 3, 4]);
    expect(await values(table, "size~sum")).toEqual([1.5, NaN, 3, 4]);
    expect(await values(table, "size~count")).toEqual([1, 0, 1, 1]);
    expect(await values(table, "seen~recency-days")).toEqual([1.5, 0, NaN, 0]);
    expect(await values(table, "seen~hour")).toEqual([6, 18, NaN, 18]);
    expect(await values(table, "seen")).toEqual([19723.25, 19724.75, NaN, 19724.75]);
    expect(await values(table, "on")).toEqual([1, 0, 1, 1]);
    expect(await values(table, "colour~one-hot")).toEqual([0, NaN, 1, 0]);
    expect(await values(table, "~rows")).toEqual([1, 1, 1, 1]);
    const specs = table.columns.flatMap((column) =>
      choosableMeasures(column, false).flatMap((measure) =>
        choosableEncodings(column, measure).map((encoding) => columnFeature(column.label, { measure, encoding })),
      ),
    );
    expect((await read(table, specs)).leftOut).toEqual([]);
  });

  test("metrics stand beside columns, and filters choose the customers of both", async () => {
    const csv = `MSISDN,Start,Dur. (s),Handset Manufacturer,note
2,2024-01-01 10:00:00,10,Nokia,5
1,2024-01-01 11:00:00,20,Apple,6
3,2024-01-01 12:00:00,30,Apple,7
`;
    const table = await tableOf(engine, await rawOfCsv(engine, csv));
    const specs = [metricFeature("duration_s"), columnFeature("note")];
    const all = await read(table, specs);
    expect(all.features.map(({ label, unit, column }) => [label, unit, [...column]])).toEqual([
      ["Duration", "seconds", [20, 10, 30]],
      ["note", null, [6, 5, 7]],
    ]);
    await applyFilters(engine, table.clean, { ...ALL, makers: ["Apple"] });
    const some = await read(table, specs);
    expect(some.features.map(({ column }) => [...column])).toEqual([
      [20, 30],
      [6, 7],
    ]);
  });

  test("more than thirty levels are put together, however hostile their names", async () => {
    const names = ["' OR 1=1 --", '"', "__proto__", "(other)", "?", "$1"];
    const csv = `word\n${Array.from({ length: 36 }, (_, index) => `"${(names[index] ?? `level ${index}`).replaceAll('"', '""')}"\n`.repeat(index < 6 ? 3 : index < 30 ? 2 : 1)).join("")}`;
    const table = await tableOf(engine, await rawOfCsv(engine, csv));
    const { features } = await read(table, [columnFeature("word", { encoding: "one-hot" })]);
    const [word] = features;
    expect(word?.levels).toHaveLength(31);
    expect(new Set(word?.levels?.slice(0, 6))).toEqual(new Set(names));
    expect(word?.levels?.at(-1)).toBe("(other)");
    expect(word?.capped).toBe(6);
    expect(word?.column.filter((code) => code === 30)).toHaveLength(6);
  });

  test("ten thousand categories are capped, and no order is offered for them", async () => {
    const table = await tableOf(engine, await rawOfSelect(engine, "SELECT 'word ' || range AS word FROM range(10000)"));
    const column = table.columns[0];
    if (column === undefined) throw new Error("The table has a column.");
    expect(choosableEncodings(column, "value")).toEqual(["one-hot", "frequency"]);
    const { features, leftOut } = await read(table, [
      columnFeature("word", { encoding: "one-hot" }),
      columnFeature("word", { encoding: "frequency" }),
      columnFeature("word", { encoding: "ordinal" }),
    ]);
    expect(features[0]).toMatchObject({ capped: 9970 });
    expect(features[1]?.column[77]).toBe(1 / 10_000);
    expect(leftOut[0]?.why).toBe("“word” has too many levels for an order.");
  });
});
