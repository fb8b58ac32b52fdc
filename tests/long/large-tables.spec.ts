import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../e2e/watched-test";
import { answered, choose, visit } from "../e2e/workbench";

const COLUMNS = 10_000;
const ROWS = 1_000_000;

/** Pages of a million rows may take minutes on a busy machine. */
async function computed(page: Page): Promise<void> {
  await expect(page.getByRole("progressbar", { name: "Share computed" })).toHaveCount(0, { timeout: 400_000 });
  await answered(page);
}

test("ten thousand columns open: each is found by name, seen and given a meaning", async ({ page }) => {
  const others = Array.from({ length: COLUMNS - 2 }, (_, column) => `measure ${column}`);
  const rows = Array.from({ length: 60 }, (_, row) =>
    [`c${row % 20}`, row + 1, ...others.map((_, column) => (column * row) % 97)].join(","),
  );
  const buffer = Buffer.from([["customer_id", "duration (s)", ...others].join(","), ...rows, ""].join("\n"));
  await page.goto("/");
  await choose(page, { name: "wide.csv", mimeType: "text/csv", buffer });
  await expect(page.getByRole("main")).toContainText("60 rows and 10,000 columns; 20 customers");
  await page.getByLabel("Find a column").fill("measure 9876");
  await page.getByLabel("Meaning of measure 9876", { exact: true }).selectOption("download");
  await visit(page, "Overview");
  await answered(page);
  // Row r of the column holds (9876 × r) mod 97: 2,866 in all.
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText("2.87 kB");
});

test("a million categories are counted, and charts show the largest", async ({ page }, info) => {
  const path = info.outputPath("categories.csv");
  const file = createWriteStream(path);
  file.write("customer_id,handset,duration (s),download (bytes)\n");
  for (let from = 0; from < ROWS; from += 1000) {
    const lines = Array.from({ length: 1000 }, (_, at) => from + at).map(
      (row) => `c${row % 5000},Handset ${row},${(row % 900) + 1},${(row * 7919) % 1_000_003}\n`,
    );
    file.write(lines.join(""));
  }
  file.end();
  await finished(file);
  await page.goto("/");
  await choose(page, path);
  await expect(page.getByRole("main")).toContainText("1,000,000 rows and 4 columns; 5,000 customers");
  await visit(page, "Overview");
  await computed(page);
  await expect(page.getByText("This chart could not be drawn")).toHaveCount(0);
  await page.getByRole("banner").getByRole("button", { name: "Filters" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await expect(sheet.getByText("60 of 1,000,000 values are listed")).toBeVisible({ timeout: 300_000 });
  // Far beyond the list of the 2,000 most frequent.
  await sheet.getByRole("searchbox", { name: "Search handset" }).fill("handset 987654");
  await sheet.getByText("Handset 987654", { exact: true }).click({ timeout: 60_000 });
  await sheet.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("region", { name: "Filters in use" })).toContainText("Handset: Handset 987654");
  // One row is left of a million: one session of one customer.
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText(
    /^Customers1with .*Sessions11 per customer/su,
    {
      timeout: 300_000,
    },
  );
});
