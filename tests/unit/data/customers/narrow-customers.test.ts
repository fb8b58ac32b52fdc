import { beforeAll, describe, expect, test } from "vitest";
import { applyFilters } from "../../../../src/data/customers/apply-filters";
import { findCustomers } from "../../../../src/data/customers/find-customers";
import { keepSegments } from "../../../../src/data/customers/kept-segments";
import { narrowCustomers } from "../../../../src/data/customers/narrow-customers";
import type { RowFilters } from "../../../../src/data/customers/row-filters";
import { derive, putChosen } from "../../../../src/data/derive";
import { numbers, texts, type Engine } from "../../../../src/data/engine";
import { toCsv } from "../../../../src/data/export/csv";
import { chosenCustomers, scoredCustomers } from "../../../../src/data/export/tables";
import { name, sql } from "../../../../src/data/sql";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfCsv } from "../clean/raw-of";
import { ALL } from "../table/table-of";

/** Customer `a7` has 8 sessions of 7 seconds each; every third has a handset of its own maker. */
const SESSIONS = [
  "MSISDN,Start,Dur. (s),Total DL (Bytes),Handset Manufacturer",
  ...Array.from({ length: 9 }, (_, customer) =>
    Array.from(
      { length: customer + 1 },
      (_, day) => `a${customer},2019-04-0${1 + (day % 9)} 12:00:00,${customer},${100 * customer},M${customer % 3}`,
    ),
  ).flat(),
].join("\n");

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

/** Tables, then segments by the customer's key: `a3` is in segment 3 % 2; the last customer is in none. */
async function opened(filters: Partial<RowFilters> = {}) {
  const cleaned = await clean(engine, await rawOfCsv(engine, `${SESSIONS}\n`));
  const rows = { ...ALL, ...filters };
  const base = await applyFilters(engine, cleaned, rows);
  const who = await columns("customers", "customer_no", "customer");
  const labels = who.map(([, key]) => (key === "a8" ? -1 : Number(String(key).slice(1)) % 2));
  await derive(
    engine,
    "segments",
    Int32Array.from(who, ([no]) => Number(no)),
    { segment: Int32Array.from(labels) },
  );
  const kept = await keepSegments(engine, ["Even ones", "Odd ones"]);
  const narrow = (...segments: number[]) =>
    narrowCustomers(engine, cleaned, rows, base, segments.length === 0 ? null : { segments, version: kept.version });
  return { base, kept, narrow };
}

async function columns(table: string, ...wanted: string[]): Promise<(string | number | null)[][]> {
  const answers = await Promise.all(
    wanted.map((one) =>
      engine.query(sql`SELECT ${name(one)} AS v FROM ${name(table)} ORDER BY customer_no, ${name(one)}`),
    ),
  );
  const lists = answers.map((answer) =>
    answer.columns[0] instanceof Float64Array ? [...numbers(answer, "v")] : texts(answer, "v"),
  );
  return (lists[0] ?? []).map((_, row) => lists.map((list) => list[row] ?? null));
}

describe("customers of some segments", () => {
  test("stand in every table under numbers of their own, with their own rows and segments", async () => {
    const { base, kept, narrow } = await opened();
    expect(kept.segments).toEqual([
      { segment: 0, name: "Even ones", customers: 4 },
      { segment: 1, name: "Odd ones", customers: 4 },
    ]);
    const odd = await narrow(1);
    expect(odd.counts).toMatchObject({ customers: 4, rowsKept: 45, rowsFiltered: 45 - (2 + 4 + 6 + 8) });
    expect(odd.version).not.toBe(base.version);
    expect(await columns("customers", "customer_no", "customer", "sessions")).toEqual([
      [0, "a1", 2],
      [1, "a3", 4],
      [2, "a5", 6],
      [3, "a7", 8],
    ]);
    const seconds = await columns("sessions", "customer_no", "duration_s");
    expect(seconds).toHaveLength(20);
    expect(seconds.every(([no, duration]) => duration === 2 * Number(no) + 1)).toBe(true);
    expect(await columns("derived_segments", "customer_no", "segment", "segment_name")).toEqual(
      [0, 1, 2, 3].map((no) => [no, 1, "Odd ones"]),
    );
    expect(await columns("kept_rows", "customer_no", "row_no")).toHaveLength(20);
  });

  test("are those whom another filter leaves, which has numbered them already", async () => {
    const { narrow } = await opened({ makers: ["M1", "M2"] });
    await narrow(0);
    expect(await columns("customers", "customer_no", "customer")).toEqual([
      [0, "a2"],
      [1, "a4"],
    ]);
    await narrow(0, 1);
    expect((await columns("customers", "customer")).flat()).toEqual(["a1", "a2", "a4", "a5", "a7"]);
  });

  test("give way to everybody, who has the numbers of before", async () => {
    const { base, narrow } = await opened();
    const before = await columns("customers", "customer_no", "customer", "sessions");
    await narrow(1);
    expect(await narrow()).toBe(base);
    expect(await columns("customers", "customer_no", "customer", "sessions")).toEqual(before);
    expect((await columns("derived_segments", "segment")).flat()).toEqual([0, 1, 0, 1, 0, 1, 0, 1, -1]);
  });

  test("take away what was derived from customers of other numbers", async () => {
    const { narrow } = await opened();
    await derive(engine, "engagement", Int32Array.of(0, 1), { score: Float64Array.of(1, 2) });
    const odd = await narrow(1);
    const csv = await (await toCsv(engine, await scoredCustomers(engine, odd))).text();
    expect(csv.split("\r\n")[0]).not.toContain("score");
    expect(csv.split("\r\n")[0]).toMatch(/,segment,segment_name$/u);
    expect(csv.split("\r\n")[1]).toMatch(/^a1,.*,1,Odd ones$/u);
  });

  test("do not hide whom somebody picked out by the numbers of before", async () => {
    const { narrow } = await opened();
    const odd = await narrow(1);
    await derive(engine, "engagement", Int32Array.of(0, 1, 2, 3), { score: Float64Array.of(10, 30, 50, 70) });
    const found = await findCustomers(engine, "a2");
    expect(found).toEqual([{ customerNo: 2, key: "a2" }]);
    await putChosen(engine, Int32Array.of(2, 3));
    const csv = await (await toCsv(engine, await chosenCustomers(engine, odd))).text();
    const [head = "", ...rows] = csv.trim().split("\r\n");
    expect(head).toMatch(/,score,segment,segment_name$/u);
    expect(rows.map((row) => row.split(",")).map((cells) => [cells[0], ...cells.slice(-3)])).toEqual([
      ["a2", "", "0", "Even ones"],
      ["a3", "30.0", "1", "Odd ones"],
    ]);
  });

  test("are versioned by who is in them, not by what they are called", async () => {
    const { kept } = await opened();
    expect((await keepSegments(engine, ["Pairs", "Singles"])).version).toBe(kept.version);
    await derive(engine, "segments", Int32Array.of(0, 1), { segment: Int32Array.of(1, 0) });
    expect((await keepSegments(engine, ["Pairs", "Singles"])).version).not.toBe(kept.version);
  });
});
