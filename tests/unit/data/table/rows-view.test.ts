import { beforeAll, describe, expect, test } from "vitest";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import { numbers, texts, type AnswerColumn, type Engine } from "../../../../src/data/engine";
import { name, sql } from "../../../../src/data/sql";
import { writeRowsView } from "../../../../src/data/table/rows-view";
import type { TableColumn } from "../../../../src/data/table/table-column";
import { nodeEngine } from "../../../node-engine";
import { rawOfCsv, rawOfSelect } from "../clean/raw-of";
import { ALL, columnCalled, tableOf, type AnyTable } from "./table-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const MIXED = `customer_id,amount,when,member,plan,all gone,Handset Manufacturer
7,"1,5",31/12/2010 08:00,yes, Gold ,,Nokia
8,-,,no,n/a,,Apple
\\N,"1000,25",1/1/2011 09:00,yes,Silver,null,Nokia
7,,2/1/2011 09:30,No,Silver,,Apple
9,"2,25",3/1/2011 10:00,-,Gold,,Nokia
`;

const plainColumn = (place: number, label: string, kind: TableColumn["kind"]): TableColumn => ({
  id: `c${place}`,
  label,
  kind,
  rows: 3,
  missing: 0,
  distinct: 3,
  distinctApproximate: false,
  min: 0,
  max: 3,
  skewness: 0,
  role: "none",
});

const values = async (table: AnyTable, label: string): Promise<AnswerColumn | undefined> =>
  (await engine.query(sql`SELECT ${name(columnCalled(table.columns, label).id)} AS v FROM rows ORDER BY row_no`))
    .columns[0];

describe("the view rows", () => {
  let table: AnyTable;
  beforeAll(async () => {
    table = await tableOf(engine, await rawOfCsv(engine, MIXED));
  });

  test("holds the rows that count, with the customer's number", async () => {
    const answer = await engine.query(sql`SELECT row_no, customer_no FROM rows ORDER BY row_no`);
    expect([...numbers(answer, "row_no")]).toEqual([1, 2, 4, 5]);
    expect([...numbers(answer, "customer_no")]).toEqual([0, 1, 0, 2]);
  });

  test("reads numbers as the cleaning does", async () => {
    expect(await values(table, "amount")).toEqual(new Float64Array([1.5, NaN, NaN, 2.25]));
  });

  test("reads moments, truths and words; what says that there is nothing is NULL", async () => {
    const day = (date: number, hour: number, minute = 0): number => Date.UTC(2011, 0, date, hour, minute);
    expect(await values(table, "when")).toEqual(
      new Float64Array([Date.UTC(2010, 11, 31, 8), NaN, day(2, 9, 30), day(3, 10)]),
    );
    expect(await values(table, "member")).toEqual(new Float64Array([1, 0, 0, NaN]));
    expect(await values(table, "plan")).toEqual(["Gold", null, "Silver", "Gold"]);
  });

  test("leaves an empty column out, and tells of it all the same", () => {
    expect(columnCalled(table.columns, "all gone")).toMatchObject({ id: "c5", kind: "empty", role: "none" });
    expect(columnCalled(table.columns, "amount")).toMatchObject({ kind: "number", rows: 5, missing: 2 });
  });

  test("follows the filters without being made again", async () => {
    const { counts } = await applyFilters(engine, table.clean, { ...ALL, makers: ["Apple"] });
    expect(counts.customers).toBe(2);
    const answer = await engine.query(sql`SELECT row_no, customer_no FROM rows ORDER BY row_no`);
    expect([...numbers(answer, "row_no")]).toEqual([2, 4]);
    expect([...numbers(answer, "customer_no")]).toEqual([1, 0]);
    await applyFilters(engine, table.clean, ALL);
  });
});

test("columns of two tables stand side by side", async () => {
  await tableOf(
    engine,
    await rawOfSelect(engine, "SELECT 'u' || (3 - range) AS customer_id, range AS a FROM range(3)"),
  );
  await engine.query(sql`CREATE OR REPLACE TABLE rest AS SELECT range * 1.5 AS "b ""c" FROM range(3)`);
  const columns = [plainColumn(0, 'b "c', "number"), plainColumn(1, "a", "integer")];
  await writeRowsView(
    engine,
    [
      { table: "raw", columns: ["customer_id", "a"] },
      { table: "rest", columns: ['b "c'] },
    ],
    columns,
  );
  const answer = await engine.query(sql`SELECT * FROM rows ORDER BY row_no`);
  expect(answer.names).toEqual(["customer_no", "row_no", "c0", "c1"]);
  expect([...numbers(answer, "customer_no")]).toEqual([2, 1, 0]);
  expect([...numbers(answer, "c0")]).toEqual([0, 1.5, 3]);
  expect([...numbers(answer, "c1")]).toEqual([0, 1, 2]);
});

test("the steps that were switched off read numbers and days the other way", async () => {
  const ambiguous = await rawOfCsv(
    engine,
    `customer_id,amount,when\n1,"1,234",1/2/2011\n2,"2,345",2/3/2011\n3,"3,456",3/4/2011\n`,
  );
  const assumed = await tableOf(engine, ambiguous);
  expect(await values(assumed, "amount")).toEqual(new Float64Array([1234, 2345, 3456]));
  const [first] = (await values(assumed, "when")) as Float64Array;
  const other = await tableOf(engine, ambiguous, "number-style", "date-order");
  expect(await values(other, "amount")).toEqual(new Float64Array([1.234, 2.345, 3.456]));
  const [exchanged] = (await values(other, "when")) as Float64Array;
  expect([first, exchanged].sort()).toEqual([Date.UTC(2011, 0, 2), Date.UTC(2011, 1, 1)]);
});

test("stored types keep what they hold: dates, truths, long ids, enumerations", async () => {
  const typed = await tableOf(
    engine,
    await rawOfSelect(
      engine,
      `SELECT 'a' || range AS customer_id, DATE '2020-02-29' AS day, range = 1 AS yes, 13114483460844900352::UBIGINT + range AS serial,
       CASE WHEN range = 0 THEN 'inf'::FLOAT ELSE 0.5::FLOAT END AS f, INTERVAL 1 DAY AS span FROM range(2)`,
    ),
  );
  expect(await values(typed, "day")).toEqual(new Float64Array([Date.UTC(2020, 1, 29), Date.UTC(2020, 1, 29)]));
  expect(await values(typed, "yes")).toEqual(new Float64Array([0, 1]));
  expect(await values(typed, "serial")).toEqual(["13114483460844900352", "13114483460844900353"]);
  expect(await values(typed, "f")).toEqual(new Float64Array([NaN, 0.5]));
  expect(await values(typed, "span")).toEqual(["1 day", "1 day"]);
});

test("ten thousand columns can be asked for one by one", { timeout: 60_000 }, async () => {
  await tableOf(engine, await rawOfSelect(engine, `SELECT 'u' || range AS customer_id, 1 AS x FROM range(5)`));
  const wide = Array.from({ length: 10_000 }, (_, index) => `CAST(range + ${index} AS VARCHAR) AS f${index}`);
  await engine.query({ text: `CREATE OR REPLACE TABLE raw AS SELECT ${wide.join(", ")} FROM range(5)`, values: [] });
  const columns = wide.map((_, place) => plainColumn(place, `f${place}`, place > 9900 ? "integer" : "category"));
  await writeRowsView(engine, [{ table: "raw", columns: columns.map(({ label }) => label) }], columns);
  const answer = await engine.query(sql`SELECT c0, c9999 FROM rows ORDER BY row_no`);
  expect(texts(answer, "c0")[4]).toBe("4");
  expect(numbers(answer, "c9999")[4]).toBe(10_003);
});
