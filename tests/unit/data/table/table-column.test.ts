import { beforeAll, expect, test } from "vitest";
import type { Engine } from "../../../../src/data/engine";
import type { ColumnProfile } from "../../../../src/data/profile";
import { tableColumns, type TableColumn } from "../../../../src/data/table/table-column";
import { nodeEngine } from "../../../node-engine";
import { rawOfSelect } from "../clean/raw-of";
import { columnCalled, tableOf } from "./table-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

test("tells every column's kind and what it holds", async () => {
  const { columns } = await tableOf(
    engine,
    await rawOfSelect(
      engine,
      `SELECT 'u' || range AS customer_id, 100 + range AS order_id, range // 2 AS visits, range * 0.5 AS amount,
        TIMESTAMP '2024-01-01' + INTERVAL (range) DAY AS seen, range > 1 AS active, 'plan ' || range % 2 AS plan,
        CASE WHEN range > 2 THEN 'n/a' END AS gone, pow(10, range) AS skewed FROM range(5)`,
    ),
  );
  expect(columns.map(({ id, label, kind }) => `${id} ${label} ${kind}`)).toEqual([
    "c0 customer_id id",
    "c1 order_id id",
    "c2 visits integer",
    "c3 amount number",
    "c4 seen moment",
    "c5 active truth",
    "c6 plan category",
    "c7 gone empty",
    "c8 skewed integer",
  ]);
  expect(columnCalled(columns, "customer_id").role).toBe("customer");
  expect(columnCalled(columns, "seen")).toMatchObject({
    min: Date.UTC(2024, 0, 1),
    max: Date.UTC(2024, 0, 5),
    skewness: null,
  });
  expect(columnCalled(columns, "plan")).toMatchObject({ min: NaN, max: NaN, distinct: 2, missing: 0, rows: 5 });
  expect(columnCalled(columns, "amount").skewness).toBeCloseTo(0, 12);
  // scipy.stats.skew([1, 10, 100, 1000, 10000])
  expect(columnCalled(columns, "skewed").skewness).toBeCloseTo(1.4667506567378452, 9);
});

test("a column that was not read, or could not be, is empty", () => {
  const profile: ColumnProfile = {
    column: "broken",
    fileType: "BLOB",
    kind: "text",
    rows: 0,
    missing: [],
    missingTotal: 0,
    distinct: 0,
    distinctApproximate: false,
    numbers: null,
    top: [],
    problem: "It cannot be read.",
  };
  const sources = ["broken", "unread"].map((name) => ({ name, type: "BLOB" }));
  const columns: readonly TableColumn[] = tableColumns(new Map([["broken", profile]]), sources, []);
  expect(columns).toMatchObject([
    { id: "c0", label: "broken", kind: "empty" },
    { id: "c1", label: "unread", kind: "empty", role: "none", skewness: null },
  ]);
});
