import { beforeAll, describe, expect, it } from "vitest";
import { overview } from "../../../../src/analyses/overview";
import type { OverviewResult } from "../../../../src/analyses/overview/result";
import type { Dataset } from "../../../../src/data/dataset";
import type { Engine } from "../../../../src/data/engine";
import { sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { directContext } from "./direct-context";
import { APPS, hasTelecom, putSessionTables, putUserTables, sessionsReference } from "./telecom-tables";

const DEFAULTS = { top: 10, bins: 30 };

describe.skipIf(!hasTelecom)("overview of sessions.csv against pandas and scikit-learn", () => {
  let engine: Engine;
  let dataset: Dataset;
  let result: OverviewResult;
  const truth = hasTelecom ? sessionsReference() : null;

  beforeAll(async () => {
    engine = await nodeEngine();
    dataset = await putSessionTables(engine);
    result = await overview.run(directContext(engine, dataset), DEFAULTS);
  });

  it("sums every application exactly", () => {
    const found = Object.fromEntries(
      result.base.apps?.labels.map((label, index) => [`${label} (Bytes)`, result.base.apps?.bytes[index]]) ?? [],
    );
    expect(found).toEqual(truth?.app_totals);
  });

  it("lists handsets by sessions, the unknown apart", () => {
    const known = truth?.top10_handsets.filter(([handset]) => handset !== "undefined") ?? [];
    const list = result.names.handsets;
    expect(list?.labels.map((label, index) => [label, list.sessions[index]]).slice(0, known.length)).toEqual(known);
    expect(list?.unknown).toBe(truth?.top10_handsets.find(([handset]) => handset === "undefined")?.[1]);
    expect(list?.labels).not.toContain("undefined");
  });

  it("finds the top makers and their handsets", () => {
    const list = result.names.makers;
    expect(list?.labels.map((label, index) => [label, list.sessions[index]])).toEqual(truth?.top3_manufacturers);
    for (const { maker, list: handsets } of result.names.handsetsOfMakers) {
      const pairs = handsets.labels.map((label, index) => [label, handsets.sessions[index]]);
      expect(pairs.slice(0, 5)).toEqual(truth?.top5_handsets_per_manufacturer[maker]);
    }
  });

  it("cuts ten deciles, not five, with the reference's traffic", () => {
    expect(result.base.deciles?.traffic).toEqual(Object.values(truth?.decile_traffic ?? {}));
    expect(result.base.deciles?.customers).toEqual([741, ...new Array<number>(9).fill(740)]);
    expect(result.base.deciles?.tiedAcross).toBeGreaterThan(1000);
  });

  it("correlates the applications to 1e-9", () => {
    const found = result.base.correlations?.values ?? [];
    expect(found).toHaveLength(APPS.length);
    found.forEach((row, i) =>
      row.forEach((value, j) => expect(Math.abs(value - (truth?.app_corr[i]?.[j] ?? NaN))).toBeLessThan(1e-9)),
    );
  });

  it("explains the variance of the applications to 1e-6", () => {
    const found = result.base.pca?.explained ?? [];
    expect(found).toHaveLength(APPS.length);
    found.forEach((share, index) =>
      expect(Math.abs(share - (truth?.app_pca_explained[index] ?? NaN))).toBeLessThan(1e-6),
    );
  });

  it("lists the customers with the most traffic first", () => {
    const { customers, columns } = result.base.customers;
    const traffic = columns.find((column) => column.label === "Traffic")?.values ?? new Float64Array();
    expect(customers.slice(0, 10).map((customer, index) => [customer, traffic[index]])).toEqual(
      truth?.top10_traffic_bytes,
    );
  });

  it("counts every customer once in every histogram and in every panel", () => {
    for (const { counts } of result.histograms) expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7401);
    for (const { counts } of result.base.links?.apps ?? [])
      expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(7401);
  });

  it("measures concentration by the textbook formula", () => {
    const shared = result.base.concentration;
    expect(shared?.customerShare.at(-1)).toBe(1);
    expect(shared?.valueShare.at(-1)).toBeCloseTo(1, 12);
    const { customerShare: x, valueShare: y } = shared ?? { customerShare: [], valueShare: [] };
    const area = x
      .slice(1)
      .reduce((sum, right, i) => sum + ((right - (x[i] ?? 0)) * ((y[i] ?? 0) + (y[i + 1] ?? 0))) / 2, 0);
    expect(1 - 2 * area).toBeCloseTo(shared?.gini ?? NaN, 3);
  });

  it("shows the customers by cluster only where clusters exist", async () => {
    expect(result.clusters).toBeNull();
    await engine.query(
      sql`CREATE OR REPLACE TABLE derived_engagement AS SELECT customer_no, CAST(customer_no % 3 AS INTEGER) AS engagement_cluster FROM customers`,
    );
    await engine.query(
      sql`CREATE OR REPLACE TABLE derived_experience AS SELECT customer_no, CAST(CASE WHEN customer_no = 0 THEN -1 ELSE customer_no % 2 END AS INTEGER) AS experience_cluster FROM customers`,
    );
    const { clusters } = await overview.run(directContext(engine, dataset), DEFAULTS);
    expect(clusters?.engagement).toEqual(["Low engagement", "Medium engagement", "High engagement"]);
    expect(clusters?.ungrouped).toBe(1);
    expect(clusters?.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(7400);
    await engine.query(sql`DROP TABLE derived_engagement`);
    await engine.query(sql`DROP TABLE derived_experience`);
  });

  it("makes cards, figures and findings whose tables have one length", () => {
    expect(overview.cards(result)).toHaveLength(5);
    const figures = overview.figures(result);
    expect(new Set(figures.map((figure) => figure.id)).size).toBe(figures.length);
    for (const { table, id } of figures) {
      expect(table.values.length, id).toBe(table.columns.length);
      expect(new Set(table.values.map((column) => column.length)).size, id).toBe(1);
    }
    expect(overview.findings(result).length).toBeGreaterThan(3);
    expect(overview.answer(result)).toMatch(/^7,401 customers made 8,747 sessions and carried 8\.02 TB/u);
  });
});

describe.skipIf(!hasTelecom)("overview of users.csv, a file without applications", () => {
  it("shows what there is, and a slider reads only what it changes", async () => {
    const engine = await nodeEngine();
    const dataset = await putUserTables(engine);
    const first = await overview.run(directContext(engine, dataset), DEFAULTS);
    expect(first.base.apps).toBeNull();
    expect(first.names.makers).toBeNull();
    expect(first.base.deciles?.traffic).toHaveLength(10);
    expect(overview.figures(first).map((figure) => figure.id)).not.toContain("app-traffic");
    const again = directContext(engine, dataset);
    const started = performance.now();
    const second = await overview.run(again, { top: 20, bins: 60 });
    console.log(`users.csv, slider: ${Math.round(performance.now() - started)} ms, ${again.asked.length} statements`);
    expect(again.asked.length).toBeLessThanOrEqual(4);
    expect(second.names.handsets?.labels.length).toBeGreaterThanOrEqual(20);
    expect(second.base).toBe(first.base);
  });
});
