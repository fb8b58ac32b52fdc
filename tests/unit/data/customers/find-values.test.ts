import { beforeAll, describe, expect, it } from "vitest";
import type { Clean } from "../../../../src/data/clean/build-clean";
import { filterChoices } from "../../../../src/data/customers/filter-choices";
import { findValues, MOST_FOUND } from "../../../../src/data/customers/find-values";
import type { Engine } from "../../../../src/data/engine";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfCsv } from "../clean/raw-of";

/** Phone 0 to Phone 2999, each on one row, and one more row of “Phone 7”; then one without a name, and one of nobody. */
const ROWS = [
  ...Array.from({ length: 3000 }, (_, n) => `${n % 90},Phone ${n},1`),
  "1,Phone 7,1",
  "2,undefined,1",
  ",Phone of nobody,1",
];

describe("values of a filter's column", () => {
  let engine: Engine;
  let table: Clean;
  const found = async (text: string): Promise<readonly string[]> =>
    (await findValues(engine, table, "handset", text)).map(({ value, rows }) => `${value}: ${rows}`);

  beforeAll(async () => {
    engine = await nodeEngine();
    table = await clean(engine, await rawOfCsv(engine, `MSISDN,Handset Type,Gaming (Bytes)\n${ROWS.join("\n")}\n`));
  });

  it("are listed up to the 2,000 most frequent, with how many there are in all", async () => {
    const { handsets } = await filterChoices(engine, table);
    expect(handsets.total).toBe(3001);
    expect(handsets.listed).toHaveLength(2000);
    expect(handsets.listed[0]).toEqual({ value: "Phone 7", rows: 2 });
    expect(handsets.listed.some(({ value }) => value === "Phone 2999")).toBe(false);
  });

  it("are found beyond that list by what they hold, in any case, the text itself first", async () => {
    expect(await found(" phone 2999 ")).toEqual(["Phone 2999: 1"]);
    expect((await found("PHONE 29")).slice(0, 3)).toEqual(["Phone 29: 1", "Phone 290: 1", "Phone 2900: 1"]);
    expect(await found("phone")).toHaveLength(MOST_FOUND);
    expect((await found("phone"))[0]).toBe("Phone 7: 2");
    expect(await found("unkno")).toEqual(["Unknown: 1"]);
    expect(await found("nobody"), "a row set aside").toEqual([]);
    expect(await found("%")).toEqual([]);
    expect(await found("  ")).toEqual([]);
    expect(await findValues(engine, table, "maker", "phone"), "no such column").toEqual([]);
  });
});
