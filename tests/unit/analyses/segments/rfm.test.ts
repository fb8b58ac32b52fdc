import { beforeAll, describe, expect, test } from "vitest";
import type { Figure } from "../../../../src/charts/figure";
import { groupByRfm } from "../../../../src/analyses/segments/rfm-group";
import { rfmFigures } from "../../../../src/analyses/segments/rfm-figures";
import { rfmLab } from "../../../../src/analyses/segments/rfm-lab";
import { RFM_SETTINGS } from "../../../../src/analyses/segments/rfm-settings";
import { studyRfm, type RfmChosen, type RfmStudy } from "../../../../src/analyses/segments/rfm";
import { rfmNotes, rfmRule } from "../../../../src/analyses/segments/rfm-words";
import { columnFeature } from "../../../../src/data/table/feature-specs";
import type { Engine } from "../../../../src/data/engine";
import { directCompute } from "../../../../src/workers/direct-compute";
import { nodeEngine } from "../../../node-engine";
import { rawOfSelect } from "../../data/clean/raw-of";
import { tableOf, type AnyTable } from "../../data/table/table-of";
import { PLAIN } from "../../segmentation/desk";

const DEFAULTS: RfmChosen = {
  rfmRecency: RFM_SETTINGS.rfmRecency.default,
  rfmFrequency: RFM_SETTINGS.rfmFrequency.default,
  rfmMoney: RFM_SETTINGS.rfmMoney.default,
  rfmReturns: RFM_SETTINGS.rfmReturns.default,
  rfmDate: RFM_SETTINGS.rfmDate.default,
  rfmCuts: RFM_SETTINGS.rfmCuts.default,
  rfmSegments: RFM_SETTINGS.rfmSegments.default,
};

/** 100 customers: number i ordered 1 + i % 10 times, last on day 1 + i, for 10 a time; customer 7 also gives back 5. */
const SHOP = `SELECT 'c' || c AS customer_id, 'o' || c || '-' || o AS order_id, TIMESTAMP '2020-01-01' + INTERVAL 1 DAY * (c - o) AS order_date,
    10 AS amount FROM range(100) t(c), range(10) s(o) WHERE o <= c % 10
  UNION ALL SELECT 'c7', 'back', TIMESTAMP '2020-01-08', -5`;

let engine: Engine;
let shop: AnyTable;
beforeAll(async () => {
  engine = await nodeEngine();
  shop = await tableOf(engine, await rawOfSelect(engine, SHOP));
});

const study = (chosen: Partial<RfmChosen> = {}): Promise<RfmStudy> =>
  studyRfm(
    {
      query: (statement) => engine.query(statement),
      table: () => Promise.resolve({ columns: shop.columns, repeated: true }),
    },
    { ...DEFAULTS, ...chosen },
  );

const tableColumn = ({ table }: Figure, label: string): readonly (string | number | null)[] =>
  Array.from(table.values[table.columns.findIndex((column) => column.label === label)] ?? []);

const figure = (found: RfmStudy, id: string): Figure => {
  const made = rfmFigures(found, { unit: "customer" }).find((one) => one.id === id);
  if (made === undefined) throw new Error(`There is no figure ${id}.`);
  return made;
};

const sum = (values: readonly (string | number | null)[]): number =>
  values.reduce<number>((total, value) => total + Number(value), 0);

describe("a study", () => {
  test("takes the columns that names suggest", async () => {
    const found = await study();
    expect(found.roles).toEqual({
      recency: { from: "moment", label: "order_date" },
      frequency: { from: "distinct", label: "order_id" },
      money: { from: "sum", label: "amount" },
      returns: "left-out",
      analysisDate: null,
    });
    expect(found.cuts.frequency).toEqual([3.8, 5.6, 7.4, 9.2]);
    expect(found.given).toEqual([]);
  });

  test("takes what was chosen: columns, day, cut points and segments", async () => {
    const found = await study({
      rfmRecency: "order_date",
      rfmFrequency: "~rows",
      rfmMoney: ["amount", "amount"],
      rfmReturns: "taken-off",
      rfmDate: "2020-02-20",
      rfmCuts: "n:2,3,4,5",
      rfmSegments: ["Best:5-5:5-5:1-5", "Once:1-5:1-1:1-5"],
    });
    expect(found.roles.money).toEqual({ from: "product", quantity: "amount", price: "amount" });
    expect(found.customers.account).toMatchObject({ analysisDate: Date.UTC(2020, 1, 20) });
    expect(found.cuts.frequency).toEqual([2, 3, 4, 5]);
    expect(found.given).toEqual(["frequency"]);
    expect(found.segments.map(({ name }) => name)).toEqual(["Best", "Once"]);
    expect(rfmNotes(found).join(" ")).toMatch(/After the analysis date, \d+ rows: left out\./u);
  });

  test("says what is missing where names suggest nothing, and takes days for what is a number", async () => {
    const columns = shop.columns.filter(({ label }) => label !== "order_date");
    const table = (): ReturnType<Parameters<typeof studyRfm>[0]["table"]> =>
      Promise.resolve({ columns, repeated: true });
    const desk = { query: engine.query.bind(engine), table };
    await expect(studyRfm(desk, DEFAULTS)).rejects.toThrow("No column's name says when customers bought");
    const found = await studyRfm(desk, { ...DEFAULTS, rfmRecency: "amount", rfmMoney: ["amount"] });
    expect(found.roles.recency).toEqual({ from: "days", label: "amount" });
  });
});

describe("settings", () => {
  test.each(["~rows", "order_id~distinct", "n~sum", ""])("orders are counted by “%s”", (text) =>
    expect(RFM_SETTINGS.rfmFrequency.accepts(text)).toBe(true),
  );
  test.each(["n", "~distinct", "n~mean", "n~sum~log1p", "n~sum~w2", "sessions~metric~sum"])("but not by “%s”", (text) =>
    expect(RFM_SETTINGS.rfmFrequency.accepts(text)).toBe(false),
  );
  test("a day is a day of the calendar", () => {
    const { accepts } = RFM_SETTINGS.rfmDate;
    expect(["", "2024-02-29", "2023-02-29", "2023-13-01", "1.2.2023"].map(accepts)).toEqual([
      ...[true, true, false, false, false],
    ]);
  });
  test("cut points and segments are checked", () => {
    expect(RFM_SETTINGS.rfmCuts.accepts("rec:1,2,3")).toBe(false);
    expect(RFM_SETTINGS.rfmSegments.accepts("Lost:2-1:1-1:1-1")).toBe(false);
    expect(RFM_SETTINGS.rfmMoney.accepts("")).toBe(false);
  });
});

test("what does not count is told", async () => {
  expect(rfmNotes(await study())).toEqual([
    "Returns, 1 row with a negative quantity or amount (-5 in all): no orders, and left out.",
    "Nobody can be in “New Customers”, “Promising”, “Can't Lose Them”: segments before hold all of those scores.",
  ]);
});

describe("the grouping", () => {
  test("numbers segments by size, over the rows of the matrix, with means in its space", async () => {
    const found = await study();
    const around = { customerNo: Int32Array.of(3, 1, 0), features: [], beside: [], leftOut: [] };
    const lab = rfmLab(found, around);
    expect(lab.raw.map((raw) => raw.kind === "number" && raw.transform)).toEqual(["none", "log1p", "log1p"]);
    const prepared = await directCompute("prepareFeatures", { features: lab.raw, treatment: PLAIN });
    const { grouping, names } = await groupByRfm(found, prepared, [], directCompute);
    const sizes = names.map((_, label) => grouping.labels.filter((one) => one === label).length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sum(sizes)).toBe(100);
    expect(grouping).toMatchObject({ algorithm: "rfm", k: names.length, noise: 0, modelExact: false, fittedOn: 100 });
    expect(grouping.places).toHaveLength(names.length);
    expect(grouping.places.every((place) => place.length === 3 && place.every(Number.isFinite))).toBe(true);
    const champions = names.findIndex(({ name }) => name === "Champions");
    const expected = Array.from(found.places.keys()).filter((i) => found.places[i] === 0);
    expect(Array.from(grouping.labels.keys()).filter((i) => grouping.labels[i] === champions)).toEqual(expected);
    const given = [{ grouping: `rfm-${grouping.k}`, segment: 1, name: "Mine" }];
    const renamed = await groupByRfm(found, prepared, given, directCompute);
    expect(renamed.names[1]).toEqual({ name: "Mine", rule: `Named by you. ${names[1]?.rule ?? ""}`, given: true });
    expect(renamed.names[0]).toEqual(names[0]);
  });

  test("describes the features of the lab beside its own, for the same customers", async () => {
    const found = await study();
    const feature = {
      spec: columnFeature("x"),
      text: "x",
      label: "x",
      format: "number" as const,
      column: Float64Array.of(30, 10),
      levels: null,
      sql: "",
    };
    const lab = rfmLab(found, { customerNo: Int32Array.of(3, 1), features: [feature], beside: [], leftOut: [] });
    expect([...(lab.beside[0]?.column ?? [])].slice(0, 4)).toEqual([NaN, 10, NaN, 30]);
    expect(lab.beside[0]?.column).toHaveLength(found.customers.customerNo.length);
  });

  test("the rule says scores, and what they are in the file's units", async () => {
    const found = await study({ rfmCuts: "rec:10,20,30,40;n:2,3,4,5;amt:10,20,30,40" });
    expect(rfmRule(found, 0)).toBe(
      "Scores of recency 4 to 5 (below 20 days), frequency 4 to 5 (4 orders and more), money 4 to 5 (30 and more).",
    );
    expect(rfmRule(found, 5)).toBe(
      "Scores of recency 2 to 3 (20 to below 40 days), frequency 2 to 3 (2 to below 4 orders), money 2 to 3 (10 to below 30), and in no segment before it.",
    );
    expect(rfmRule(found, 10)).toBe("Scores that fall into none of the named segments.");
  });
});

describe("figures", () => {
  test("the grid, the segments and each score hold every customer, order and all money", async () => {
    const found = await study();
    const orders = found.customers.frequency.reduce((total, value) => total + value, 0);
    expect(orders).toBe(550);
    for (const id of ["segments-rfm-grid", "segments-rfm-named"]) {
      expect(sum(tableColumn(figure(found, id), "Size"))).toBe(100);
      expect(sum(tableColumn(figure(found, id), "Orders"))).toBe(550);
      expect(sum(tableColumn(figure(found, id), "Money"))).toBe(5500);
    }
    const scored = (measure: string) => tableColumn(figure(found, `segments-rfm-${measure}`), "Size");
    expect(scored("recency")).toEqual([19, 20, 20, 20, 21]);
    expect(scored("frequency")).toEqual([30, 20, 20, 20, 10]);
    expect(scored("money")).toEqual([20, 20, 20, 20, 20]);
  });

  test("every card explains itself, with the statement", async () => {
    const made = rfmFigures(await study(), { unit: "customer" });
    expect(made.map(({ id }) => id)).toEqual([
      "segments-rfm-grid",
      "segments-rfm-named",
      ...["recency", "frequency", "money"].map((measure) => `segments-rfm-${measure}`),
    ]);
    for (const { table, explain } of made) {
      expect(explain.sql).toMatch(/order_lines/u);
      expect(new Set(table.values.map((values) => values.length)).size).toBe(1);
    }
  });

  test("cut points are drawn where values fall apart; a score of nobody is told", async () => {
    const found = await study({ rfmCuts: "n:2,2,3,1000" });
    const card = figure(found, "segments-rfm-frequency");
    const shapes = card.chart?.layout["shapes"] as readonly { x0: number }[];
    expect(shapes.map(({ x0 }) => x0)).toEqual([1.5, 1.5, 2.5]);
    expect(card.caution).toMatch(/score of 2 or 5/u);
    expect(tableColumn(card, "From")).toEqual([NaN, 2, 2, 3, 1000]);
  });

  test("Others are told, and a caution where they are many", async () => {
    const found = await study({ rfmSegments: ["Best:5-5:5-5:5-5"] });
    const card = figure(found, "segments-rfm-named");
    expect(tableColumn(card, "Segment")).toEqual(["Best", "Others"]);
    expect(card.caution).toMatch(/in none of the named segments/u);
    expect(rfmNotes(found)[0]).toMatch(/fall into none of the named segments/u);
  });
});
