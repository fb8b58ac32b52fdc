import { beforeAll, describe, expect, it } from "vitest";
import { changedCells } from "./changed-cells";
import type { Engine } from "../../../../src/data/engine";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfCsv, rawOfSelect, step } from "./raw-of";

const CSV = `MSISDN,Start,Handset Type,Gaming (Bytes),Dur. (s)
1.0,2019-04-04 12:00:00, A ,1,5
 2 ,2019-04-05 12:00:00,undefined,-7,n/a
3,yesterday,B,much,6

4,2019-04-07 12:00:00,B,,7
NULL,2019-04-08 12:00:00,B,3,8
5,2019-04-09 12:00:00,  ,-0.5,9
`;

describe("every value that cleaning changed", () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await nodeEngine();
  });

  it("is listed with its place and its step; empty cells, which lose nothing, are not", async () => {
    const result = await clean(engine, await rawOfCsv(engine, CSV));
    expect(await changedCells(engine, result.changes)).toEqual([
      "1 MSISDN: 1.0 -> 1 (Identifiers)",
      "1 Handset Type:  A  -> A (Blanks around names)",
      "2 MSISDN:  2  -> 2 (Identifiers)",
      "2 Handset Type: undefined -> ∅ (Missing values)",
      "2 Gaming (Bytes): -7 -> ∅ (Impossible values)",
      "2 Dur. (s): n/a -> ∅ (Missing values)",
      "3 Start: yesterday -> ∅ (Values that do not read)",
      "3 Gaming (Bytes): much -> ∅ (Values that do not read)",
      "5 MSISDN: NULL -> ∅ (Missing values)",
      "6 Handset Type:    -> ∅ (Missing values)",
      "6 Gaming (Bytes): -0.5 -> ∅ (Impossible values)",
    ]);
    expect(step(result, "names")).toMatchObject({
      text: "1 name had blanks around it, taken away: “Handset Type” (1).",
      samples: [{ row: 1, before: " A ", after: "A" }],
    });
    expect(step(result, "ids").text).toContain("1 identifier had blanks around it, taken away.");
  });

  it("follows the steps that are switched off", async () => {
    const off = await clean(engine, await rawOfCsv(engine, CSV), "ids", "impossible", "null-markers", "types");
    expect(await changedCells(engine, off.changes)).toEqual([
      "1 Handset Type:  A  -> A (Blanks around names)",
      "2 MSISDN:  2  -> 2 (Identifiers)",
      "2 Dur. (s): n/a -> ∅ (Missing values)",
      "5 MSISDN: NULL -> ∅ (Missing values)",
      "6 Handset Type:    -> ∅ (Missing values)",
    ]);
  });

  it("is told of typed columns too: not a number, and infinity", async () => {
    const raw = await rawOfSelect(
      engine,
      `SELECT * FROM (VALUES (1::BIGINT, 'NaN'::DOUBLE), (2, 'inf'::DOUBLE), (3, 4.5), (4, NULL)) AS t("MSISDN", "Gaming (Bytes)")`,
    );
    expect(await changedCells(engine, (await clean(engine, raw)).changes)).toEqual([
      "1 Gaming (Bytes): nan -> ∅ (Missing values)",
      "2 Gaming (Bytes): inf -> ∅ (Values that do not read)",
    ]);
  });

  it("is nothing where nothing was changed", async () => {
    const tidy = "MSISDN,Handset Type,Gaming (Bytes)\n1,A,1\n2,,\n3,B,2\n";
    expect((await clean(engine, await rawOfCsv(engine, tidy))).changes).toBeNull();
  });
});
