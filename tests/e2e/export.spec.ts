import { readFileSync } from "node:fs";
import { csvRows } from "./csv-rows";
import { expect, test } from "./watched-test";
import { answered, choose, downloaded, EXPECTED, visit, XDR, XDR_CUSTOMERS } from "./workbench";

/** How far a column may be from pandas, as a share: sums are exact, distances follow from a k-means of another tool. */
const TOLERANCE = [
  ["sessions", 0],
  ["duration_s", 0],
  ["traffic_bytes", 0],
  ["rtt_ms", 1e-6],
  ["tcp_retrans_bytes", 1e-6],
  ["throughput_kbps", 1e-6],
  ["engagement_score", 0.01],
  ["experience_score", 0.01],
  ["satisfaction_score", 0.01],
] as const;

/** Null when two cells agree, otherwise both; a cell without a value agrees only with another one, never with zero. */
function farFrom(mine: string | undefined, wanted: string | undefined, share: number): string | null {
  const empty = mine === "" && wanted === "";
  const near =
    mine !== "" && wanted !== "" && Math.abs(Number(mine) - Number(wanted)) <= share * Math.abs(Number(wanted));
  return empty || near ? null : `${mine} here, ${wanted} in pandas`;
}

test("the scored customers leave as a table that agrees with pandas, customer by customer", async ({ page }) => {
  await page.goto("/");
  await choose(page, XDR);
  await visit(page, "Satisfaction");
  await answered(page);
  const download = await downloaded(page, "Scored customers, CSV");
  expect(download.suggestedFilename()).toBe("customers.csv");
  const found = csvRows(await download.path());
  const wanted = csvRows(XDR_CUSTOMERS);
  expect(found).toHaveLength(EXPECTED.customers);
  expect(wanted).toHaveLength(EXPECTED.customers);
  const byCustomer = new Map(found.map((row) => [row["customer"], row]));
  expect(byCustomer.size).toBe(EXPECTED.customers);
  for (const [column, share] of TOLERANCE) {
    const differences = wanted.flatMap((row) => {
      const difference = farFrom(byCustomer.get(row["customer"])?.[column], row[column], share);
      return difference === null ? [] : [`${row["customer"]}: ${difference}`];
    });
    expect.soft(differences.slice(0, 10), `${column}: ${differences.length} customers differ`).toEqual([]);
  }

  // What was left out leaves too, with its reasons, and the record names the file.
  const aside = csvRows(await (await downloaded(page, "What was set aside, CSV")).path());
  expect(aside).toHaveLength(EXPECTED.setAside);
  for (const row of aside) expect(row["reason"]).not.toBe("");
  const record: unknown = JSON.parse(
    readFileSync(await (await downloaded(page, "Analysis record, JSON")).path(), "utf8"),
  );
  expect(JSON.stringify(record)).toContain("xdr.parquet");
});
