import { expect, test } from "vitest";
import { filterChoices } from "../../../../src/data/customers/filter-choices";
import { nodeEngine } from "../../../node-engine";
import { clean, rawOfCsv } from "../clean/raw-of";

test("offers what the kept sessions hold, most frequent first, missing as Unknown", async () => {
  const engine = await nodeEngine();
  const result = await clean(
    engine,
    await rawOfCsv(
      engine,
      `MSISDN,Start,Handset Type,Gaming (Bytes)
1,2019-04-04 12:00:00,B,1
2,2019-04-05 12:00:00,A,1
3,2019-04-06 12:00:00,B,1
4,2019-04-07 12:00:00,undefined,1
,2019-05-07 12:00:00,C,1
`,
    ),
  );
  expect(await filterChoices(engine, result)).toEqual({
    makers: { listed: [], total: 0 },
    handsets: {
      listed: [
        { value: "B", rows: 2 },
        { value: "A", rows: 1 },
        { value: "Unknown", rows: 1 },
      ],
      total: 3,
    },
    locations: { listed: [], total: 0 },
    apps: ["Gaming"],
    from: Date.UTC(2019, 3, 4, 12),
    to: Date.UTC(2019, 3, 7, 12) + 1,
  });
});
