import { beforeAll, expect, test } from "vitest";
import type { Engine } from "../../../../src/data/engine";
import { featureText } from "../../../../src/view/feature-text";
import { suggestedFeatures } from "../../../../src/data/table/suggested-features";
import { nodeEngine } from "../../../node-engine";
import { rawOfCsv, rawOfSelect, type Raw } from "../clean/raw-of";
import { isThere, sharedTable } from "./shared-table";
import { tableOf, type AnyTable } from "./table-of";

let engine: Engine;
beforeAll(async () => {
  engine = await nodeEngine();
});

const of = ({ columns, dataset, clean }: AnyTable): readonly string[] =>
  suggestedFeatures(columns, dataset, clean.repeated).map(featureText);
const suggested = async (raw: Promise<Raw>): Promise<readonly string[]> => of(await tableOf(engine, await raw));

test("a network's table begins with its metrics", async () => {
  const csv =
    "MSISDN,Start,Dur. (s),Total DL (Bytes),Total UL (Bytes),Avg RTT (ms)\n1,2024-01-01 10:00:00,5,7,8,9\n2,2024-01-02 10:00:00,6,8,9,10\n";
  expect(await suggested(rawOfCsv(engine, csv))).toEqual([
    "sessions~metric",
    "duration_s~metric",
    "traffic_bytes~metric",
  ]);
});

test("one row each: the numbers, without codes, row numbers and constants; long tails with a logarithm", async () => {
  const rows = rawOfSelect(
    engine,
    `SELECT range AS line, range % 7 AS visits, pow(range, 6) AS income, 5 AS version, range % 3 AS region, 'x' AS word, range % 2 = 0 AS yes,
      sin(range) AS balance FROM range(200)`,
  );
  expect(await suggested(rows)).toEqual(["visits", "income", "balance"]);
  const tail = rawOfSelect(
    engine,
    "SELECT CASE WHEN range = 0 THEN 1000 ELSE range / 100 END AS spent, range % 5 AS n FROM range(100)",
  );
  expect(await suggested(tail)).toEqual(["spent~log1p", "n"]);
});

test("several rows each: when last, how many, and amounts added or averaged", async () => {
  const csv =
    "customer_id,order_date,quantity,unit price,country\n1,2024-01-01,5,1.5,A\n1,2024-01-02,7,2.5,A\n2,2024-01-02,1,1.25,B\n";
  expect(await suggested(rawOfCsv(engine, csv))).toEqual([
    "order_date~recency-days",
    "~rows",
    "quantity~sum",
    "unit price~mean",
  ]);
});

test("at most twelve", async () => {
  const wide = Array.from({ length: 40 }, (_, index) => `sin(range * ${index + 1}) AS f${index}`);
  expect(await suggested(rawOfSelect(engine, `SELECT ${wide.join(", ")} FROM range(30)`))).toHaveLength(12);
});

const SOCIAL = "data/social-media/train.csv";
test.skipIf(!isThere(SOCIAL))(`${SOCIAL} (skipped where ../shared is absent)`, async () => {
  const found = of(await sharedTable(engine, SOCIAL));
  expect(found).toEqual(
    expect.arrayContaining(["Daily_Usage_Time (minutes)", "Posts_Per_Day", "Messages_Sent_Per_Day"]),
  );
  expect(found).not.toContain("User_ID");
});
