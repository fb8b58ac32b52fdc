import { beforeAll, describe, expect, test } from "vitest";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import { filterChoices } from "../../../../src/data/customers/filter-choices";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { scoredCustomers } from "../../../../src/data/export/tables";
import { sql } from "../../../../src/data/sql";
import { RoleError } from "../../../../src/data/user-error";
import { nodeEngine } from "../../../node-engine";
import { ALL } from "../table/table-of";
import { clean, rawOfCsv, rawOfSelect, step } from "./raw-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const keptRows = async (): Promise<readonly (readonly number[])[]> => {
  const answer = await engine.query(sql`SELECT row_no, customer_no FROM kept_rows ORDER BY row_no`);
  const customers = numbers(answer, "customer_no");
  return Array.from(numbers(answer, "row_no"), (row, index) => [row, customers[index] ?? NaN]);
};

describe("a table in which no column is the customer", () => {
  test("takes each row for one, equal rows too, and says so", async () => {
    const result = await clean(engine, await rawOfCsv(engine, "petal,colour\n1,red\n1,red\n,\n2,blue\n"));
    expect(result).toMatchObject({ unit: "row", grain: "customer", customers: 4, repeated: false, metrics: [] });
    expect(step(result, "unit")).toMatchObject({ affected: 4, of: "rows", switchable: false });
    expect(step(result, "unit").text).toContain("each row stands for one: 4 rows");
    expect(step(result, "duplicates").affected).toBe(0);
    const dataset = await applyFilters(engine, result, ALL);
    expect(dataset).toMatchObject({ unit: "row", hasTime: false, metrics: [], apps: [], categories: [] });
    expect(dataset.counts).toMatchObject({ customers: 4, rowsKept: 4, rowsSetAside: 0, rowsFiltered: 0 });
    expect(await keptRows()).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
    const exported = await engine.query(await scoredCustomers(engine, dataset));
    expect(exported.names).toEqual(["customer"]);
    expect(texts(exported, "customer")).toEqual(["1", "2", "3", "4"]);
    expect(await filterChoices(engine, result)).toMatchObject({
      makers: { listed: [], total: 0 },
      apps: [],
      from: null,
    });
  });

  test("keeps a place as a filter", async () => {
    const raw = await rawOfCsv(engine, "city,points\nBonn,1\nKiel,2\nBonn,3\n");
    const result = await clean(engine, raw);
    const dataset = await applyFilters(engine, result, { ...ALL, locations: ["Bonn"] });
    expect(dataset.counts).toMatchObject({ customers: 2, rowsFiltered: 1 });
    expect(await keptRows()).toEqual([
      [1, 0],
      [3, 1],
    ]);
  });

  test("takes each session of a table of clicks for one", async () => {
    const result = await clean(engine, await rawOfCsv(engine, "session ID,page\n9,a\n10,a\n9,a\n,b\n"));
    expect(result).toMatchObject({ unit: "session", grain: "session", customers: 2, repeated: true, metrics: [] });
    expect(step(result, "unit").text).toContain("each “session ID” stands for one: 2 sessions");
    expect(step(result, "missing-customer").affected).toBe(1);
    expect(step(result, "duplicates")).toMatchObject({ affected: 0 });
    const dataset = await applyFilters(engine, result, ALL);
    expect(dataset.counts).toMatchObject({ customers: 2, rowsKept: 3 });
    expect(await keptRows()).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
  });

  test("one row per session is a table of customers", async () => {
    const result = await clean(engine, await rawOfCsv(engine, "session ID,pages\n9,1\n10,4\n"));
    expect(result).toMatchObject({ unit: "session", grain: "customer", repeated: false });
  });

  test("does not take sessions with times and amounts for customers", async () => {
    for (const csv of [
      "Bearer Id,Start,Total DL (Bytes)\n1,2019-04-04 12:00:00,5\n",
      "Dur. (ms),Total UL (Bytes)\n5,3\n",
      "IMEI,Handset Type\n35521209507511,Nokia\n",
    ])
      await expect(clean(engine, await rawOfCsv(engine, csv))).rejects.toThrow(RoleError);
  });

  test("says how rows with a time can be customers of their own", async () => {
    const refused = clean(engine, await rawOfCsv(engine, "Timestamp,answer\n2024-01-01 10:00:00,yes\n"));
    await expect(refused).rejects.toMatchObject({
      next: expect.stringContaining("give “Timestamp” no role") as string,
    });
  });

  test("says that a table without rows has none", async () => {
    const empty = await rawOfSelect(engine, "SELECT 1 AS petal LIMIT 0");
    await expect(clean(engine, empty)).rejects.toThrow("This file has no rows.");
  });
});

test("where each customer has one row, none repeats another", async () => {
  const result = await clean(engine, await rawOfCsv(engine, "CustomerID,StockCode\n7,A\n8,A\n"));
  expect(step(result, "duplicates").text).toBe("No row repeats another in every column read.");
});

test("lines of an order that are equal may both be true", async () => {
  const raw = await rawOfCsv(engine, "CustomerID,StockCode\n7,A\n7,A\n8,B\n");
  const result = await clean(engine, raw);
  expect(result).toMatchObject({ unit: "customer", grain: "session", customers: 2, rowsSetAside: 0 });
  expect(step(result, "duplicates").text).toBe("Rows are not compared: two that are equal may both be true.");
});
