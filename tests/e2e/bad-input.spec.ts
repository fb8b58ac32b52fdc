import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { choose, EXPECTED, grouped, XDR } from "./workbench";

const text = (name: string, content: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

/** The first bytes of every zip, and so of every workbook. */
const WORKBOOK = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)]);

const REFUSED = [
  { what: "an empty file", file: text("nothing.csv", "") },
  { what: "a workbook renamed", file: { name: "sessions.csv", mimeType: "text/csv", buffer: WORKBOOK } },
  { what: "a workbook", file: { name: "sessions.xlsx", mimeType: "application/octet-stream", buffer: WORKBOOK } },
  {
    what: "half a Parquet file",
    file: { name: "half.parquet", mimeType: "", buffer: readFileSync(XDR).subarray(0, 400_000) },
  },
  { what: "noise under a Parquet name", file: { name: "noise.parquet", mimeType: "", buffer: Buffer.alloc(5000, 42) } },
] as const;

/** The sentences of the card that says why this file did not open. */
async function refusal(page: Page, name: string): Promise<string[]> {
  const card = page.getByRole("alert").filter({ hasText: "could not be opened" }).filter({ hasText: name });
  await expect(card).toBeVisible();
  return (await card.getByRole("paragraph").allInnerTexts()).filter((sentence) => sentence !== "");
}

test("files that cannot be read are refused in sentences, and the next file opens", async ({ page }) => {
  await page.goto("/");
  for (const { what, file } of REFUSED) {
    await test.step(what, async () => {
      await choose(page, file);
      const sentences = await refusal(page, file.name);
      expect.soft(sentences.length, `${what}: what happened, and what to do next`).toBeGreaterThanOrEqual(2);
      for (const sentence of sentences) expect.soft(sentence, what).toMatch(/^.{10,}\.$/su);
      expect.soft(sentences.join(" "), what).not.toMatch(/undefined|\[object|should not have|Error:/u);
    });
  }
  await choose(page, XDR);
  await expect(page.getByRole("main")).toContainText(`${grouped(EXPECTED.customers)} customers`);
});

test("a file that names no customer takes each row for one, says so, and follows the column that is chosen", async ({
  page,
}) => {
  await page.goto("/");
  await choose(page, text("sensors.csv", "place,kelvin,reading\nhall,290.5,12\nyard,281.25,15\nhall,291.5,11\n"));
  await expect(page.getByRole("heading", { level: 1, name: "sensors.csv" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    "No column names the customer, so each row stands for one: 3 rows.",
  );
  await expect(page.getByRole("main")).toContainText("3 customers");
  await page.getByLabel("Meaning of place").selectOption("customer");
  await expect(page.getByRole("main")).toContainText("2 customers");
});

test("names and values that look like code stay text", async ({ page }) => {
  await page.goto("/");
  const rows = Array.from(
    { length: 40 },
    (_, index) => `<img src=x onerror=alert(1)>${index % 9},${index + 1},"__proto__"`,
  );
  await choose(page, text("<b>odd.csv", `customer_id,"duration (s)","=1+1 <script>"\n${rows.join("\n")}\n`));
  await expect(page.getByRole("heading", { level: 1, name: "<b>odd.csv" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("9 customers");
  await expect(page.getByLabel("Meaning of =1+1 <script>")).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "<img src=x onerror=alert(1)>0" }).first()).toBeVisible();
});
