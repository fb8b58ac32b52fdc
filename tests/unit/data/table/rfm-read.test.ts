import { beforeAll, describe, expect, test } from "vitest";
import type { Engine } from "../../../../src/data/engine";
import { guessRfm } from "../../../../src/data/table/rfm-guess";
import type { RfmCustomers } from "../../../../src/data/table/rfm-read";
import type { RfmRoles } from "../../../../src/data/table/rfm-roles";
import { rfmCustomers } from "../../../golden/rfm";
import { nodeEngine } from "../../../node-engine";
import { rawOfCsv, rawOfFile } from "../clean/raw-of";
import { byCustomer, readIn, SHOP_ROLES, sizesOf } from "./rfm-of";
import { tableOf, type AnyTable } from "./table-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const SHOP = `CustomerID,InvoiceNo,InvoiceDate,Quantity,UnitPrice,Line Total
ann,1,2020-01-01 10:00:00,2,5,10
ann,1,2020-01-01 10:00:00,1,3,3
ann,2,2020-01-05 09:00:00,1,1.5,1.5
bob,3,2020-01-04 12:00:00,1,20,20
bob,C4,2020-01-10 08:00:00,-1,20,-20
cid,C5,2020-01-02 08:00:00,-1,7,-7
dee,6,2020-01-09 23:00:00,1,,
eve,7,,2,4,8
fay,8,2020-01-03 00:00:00,1,6,6
fay,9,,1,2,2
gus,10,2020-01-09 12:00:00,3,2,6
`;

const read = (table: AnyTable, roles: RfmRoles): Promise<RfmCustomers> => readIn(engine, table, roles);

describe("a small shop", () => {
  let shop: AnyTable;
  beforeAll(async () => {
    shop = await tableOf(engine, await rawOfCsv(engine, SHOP));
  });

  test("is told by the columns that seem to be meant", () => {
    expect(guessRfm(shop.columns)).toEqual({ ...SHOP_ROLES, money: { from: "sum", label: "Line Total" } });
    const without = shop.columns.filter(({ label }) => label !== "Line Total");
    expect(guessRfm(without)).toEqual(SHOP_ROLES);
    expect(guessRfm(without.filter(({ label }) => label !== "InvoiceDate"))).toBeNull();
  });

  test("counts whole days from one day after the last moment; returns are no orders", async () => {
    const found = await read(shop, SHOP_ROLES);
    expect(await byCustomer(engine, found)).toEqual({
      ann: [5, 2, 14.5],
      bob: [6, 1, 20],
      fay: [8, 2, 6 + 2],
      gus: [1, 1, 6],
    });
    expect(found.account).toEqual({
      analysisDate: Date.UTC(2020, 0, 11, 8),
      ...{ rows: 11, returns: 2, returnMoney: -27, later: 0, undated: 2, unpriced: 1, leftOut: 3 },
    });
  });

  test("returns taken off lower the money alone", async () => {
    const found = await read(shop, { ...SHOP_ROLES, returns: "taken-off" });
    expect((await byCustomer(engine, found))["bob"]).toEqual([6, 1, 0]);
  });

  test("seen from an earlier day, what came later does not count", async () => {
    const analysisDate = Date.UTC(2020, 0, 5);
    const found = await read(shop, { ...SHOP_ROLES, returns: "taken-off", analysisDate });
    expect(await byCustomer(engine, found)).toEqual({ ann: [3, 1, 13], bob: [0, 1, 20], fay: [2, 2, 8] });
    expect(found.account).toMatchObject({ analysisDate, later: 4, returns: 1, returnMoney: -7, leftOut: 4 });
  });

  test("an amount stands for quantity and price, and rows for orders", async () => {
    const found = await read(shop, {
      ...SHOP_ROLES,
      money: { from: "sum", label: "Line Total" },
      frequency: { from: "rows" },
    });
    expect((await byCustomer(engine, found))["ann"]).toEqual([5, 3, 14.5]);
  });

  test("a column that is not there or of another kind is refused in words", async () => {
    const wrong = (roles: Partial<RfmRoles>): Promise<RfmCustomers> => read(shop, { ...SHOP_ROLES, ...roles });
    await expect(wrong({ recency: { from: "moment", label: "Gone" } })).rejects.toThrow(
      "This file has no column “Gone”.",
    );
    await expect(wrong({ recency: { from: "moment", label: "Quantity" } })).rejects.toThrow("does not hold times.");
    await expect(wrong({ money: { from: "sum", label: "InvoiceNo" } })).rejects.toThrow("does not hold numbers.");
    await expect(wrong({ analysisDate: Date.UTC(1999, 0, 1) })).rejects.toThrow("No customer has an order");
  });
});

test.skipIf(rfmCustomers === null)("the customers of the R package rfm have their segments", async () => {
  const table = await tableOf(engine, await rawOfFile(engine, rfmCustomers ?? ""));
  const roles = guessRfm(table.columns);
  expect(roles).toMatchObject({
    recency: { from: "days", label: "rec" },
    frequency: { from: "sum", label: "n" },
    money: { from: "sum", label: "amt" },
  });
  const found = await read(table, roles ?? SHOP_ROLES);
  expect(found.customerNo).toHaveLength(995);
  expect(found.account).toMatchObject({ analysisDate: null, leftOut: 0, returns: 0 });
  expect(sizesOf(found)["Champions"]).toEqual([158, 1234, 120178]);
});
