import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/data/engine";
import { guessRfm } from "../../../../src/data/table/rfm-guess";
import { RFM_BINS, rfmCuts, rfmScores } from "../../../../src/data/table/rfm-scores";
import { golden, onlineRetail } from "../../../golden/rfm";
import { nodeEngine } from "../../../node-engine";
import { rawOfFile } from "../clean/raw-of";
import { byCustomer, readIn, SHOP_ROLES, sizesOf } from "./rfm-of";
import { tableOf, type AnyTable } from "./table-of";

describe.skipIf(onlineRetail === null)("online-retail against pandas", () => {
  let engine: Engine;
  let table: AnyTable;
  beforeAll(async () => {
    engine = await nodeEngine();
    const raw = await rawOfFile(engine, onlineRetail ?? "");
    const columns = raw.load.columns.filter(({ name }) => !["Description", "StockCode", "Country"].includes(name));
    table = await tableOf(engine, { ...raw, load: { ...raw.load, columns } });
  }, 120_000);

  test("is told by invoice, day, quantity and price", () => {
    expect(guessRfm(table.columns)).toEqual(SHOP_ROLES);
  });

  test.each([
    ["left-out", golden.returns_left_out],
    ["taken-off", golden.returns_taken_off],
  ] as const)("returns %s", async (returns, told) => {
    const found = await readIn(engine, table, { ...SHOP_ROLES, returns });
    expect(found.account).toMatchObject({
      analysisDate: golden.seen_from,
      rows: golden.rows,
      returns: golden.returns,
      leftOut: golden.left_out,
    });
    expect(found.account.returnMoney).toBeCloseTo(golden.return_money, 4);
    expect(found.customerNo).toHaveLength(told.customers);
    const some = await byCustomer(engine, found);
    for (const [customer, [recency, frequency, money]] of Object.entries(told.some))
      expect(some[customer]).toEqual([recency, frequency, expect.closeTo(money, 6)]);
    const cuts = rfmCuts(found, RFM_BINS);
    const scores = rfmScores(found, cuts);
    for (const measure of ["recency", "frequency", "money"] as const) {
      expect(found[measure].reduce((sum, value) => sum + value, 0)).toBeCloseTo(told.sums[measure], 4);
      told.cuts[measure].forEach((cut, at) => expect(cuts[measure][at]).toBeCloseTo(cut, 6));
      expect(scoreHistogram(scores[measure])).toEqual(told.histogram[measure]);
    }
    const expected = Object.entries(told.segments).map(([name, [customers, orders, money]]) => {
      return [name, [customers, orders, expect.closeTo(money, 4) as number]] as const;
    });
    expect(sizesOf(found)).toEqual(Object.fromEntries(expected));
  });
});

const scoreHistogram = (scores: Uint8Array): readonly number[] =>
  [1, 2, 3, 4, 5].map((score) => scores.reduce((count, one) => count + (one === score ? 1 : 0), 0));
