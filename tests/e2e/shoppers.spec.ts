import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { csvRows } from "./csv-rows";
import { expect, test } from "./watched-test";
import { answered, choose, downloaded, numbersOf, numeric, tableOf, visit, XDR_CUSTOMERS } from "./workbench";

const EVENTS = fileURLToPath(new URL("../../../shared/data/retail-events/ecom.csv.gz", import.meta.url));
const WAIT = 120_000;

/** How many are of each kind, by name. */
async function sizesOf(page: Page): Promise<Record<string, number>> {
  const rows = await tableOf(page, "shoppers-sizes");
  return Object.fromEntries(rows.map((row) => [row["Kind"] ?? "", numeric(row["Number of customers"])]));
}

const sum = (sizes: Record<string, number>): number => Object.values(sizes).reduce((all, one) => all + one, 0);

test("a person reads kinds of shoppers, changes their rules, and takes the link and the kinds along", async ({
  page,
  colleague: meet,
}) => {
  test.skip(!existsSync(EVENTS), "../shared is not here");
  await page.goto("/");
  await choose(page, EVENTS);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  await visit(page, "Shoppers");
  await answered(page, WAIT);
  const before = await sizesOf(page);
  expect(before).toMatchObject({ Loyal: 31, "Repeat buyer": 73, "One-time buyer": 224, Abandoner: 194, "No kind": 0 });

  await test.step("a threshold, a condition and a kind less change the numbers", async () => {
    await page.getByRole("button", { name: "Change the rules" }).click();
    await page.getByLabel("Threshold, condition 1 of Loyal", { exact: true }).fill("2");
    await page.keyboard.press("Tab");
    await expect.poll(async () => (await sizesOf(page))["Loyal"]).toBeGreaterThan(31);
    expect((await sizesOf(page))["Repeat buyer"]).toBeLessThan(73);
    await page.getByRole("button", { name: "Take the kind Looker away" }).click();
    await expect.poll(async () => (await sizesOf(page))["No kind"]).toBe(73);
    await page.getByRole("button", { name: "Add a kind" }).click();
    // The page is drawn anew while the name is typed: nothing of it may be lost.
    const called = page.getByLabel("Name of kind 8");
    await called.fill("Frequent");
    await answered(page, WAIT);
    await called.press("End");
    await called.pressSequentially(" & quiet: other");
    await page.keyboard.press("Tab");
    await page.getByLabel("Feature, condition 1 of Frequent & quiet: other").selectOption("visits");
    await page.getByLabel("Unit of the threshold, condition 1 of Frequent & quiet: other").selectOption("percentile");
    await expect.poll(async () => (await sizesOf(page))["Frequent & quiet: other"]).toBeGreaterThan(0);
    expect(sum(await sizesOf(page))).toBe(600);
    await expect(page.getByLabel("What the kinds are made by").getByText("rules of your own")).toBeVisible();
  });

  await test.step("axe finds nothing on the page with its editor open", async () => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
      expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ") ?? ""}`)).toEqual([]);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("segments of behaviour stand beside the kinds, in another number and by fewer features", async () => {
    const segments = async (): Promise<number[]> =>
      (await tableOf(page, "shoppers-segments")).map((row) => numeric(row["Number of customers"]));
    await expect.poll(async () => (await segments()).length).toBe(4);
    expect((await segments()).reduce((all, one) => all + one, 0)).toBe(600);
    await page.getByRole("button", { name: /^Settings:/u }).click();
    await page.getByRole("spinbutton", { name: "Segments" }).fill("3");
    await page.keyboard.press("Tab");
    await page.getByRole("checkbox", { name: "Share of views" }).uncheck();
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await segments()).length).toBe(3);
    expect((await segments()).reduce((all, one) => all + one, 0)).toBe(600);
  });

  await test.step("the link reopens the same numbers on a colleague's copy", async () => {
    const other = await meet();
    await other.goto(page.url());
    await choose(other, EVENTS);
    await answered(other, WAIT);
    expect(await numbersOf(other)).toEqual(await numbersOf(page));
    expect(await sizesOf(other)).toEqual(await sizesOf(page));
    expect(await tableOf(other, "shoppers-segments")).toEqual(await tableOf(page, "shoppers-segments"));
  });

  await test.step("the export carries each customer's kind", async () => {
    const sizes = await sizesOf(page);
    const found = csvRows(await (await downloaded(page, "Scored customers, CSV")).path());
    expect(found).toHaveLength(600);
    for (const [kind, n] of Object.entries(sizes))
      expect(found.filter((row) => row["shopper_kind"]?.toLowerCase() === kind.toLowerCase()).length, kind).toBe(n);
    for (const row of await tableOf(page, "shoppers-segments"))
      expect(found.filter(({ shopper_segment: name }) => name === row["Segment"])).toHaveLength(
        numeric(row["Number of customers"]),
      );
  });
});

test("a table with a row per customer says what the page needs", async ({ page }) => {
  await page.goto("/");
  await choose(page, XDR_CUSTOMERS);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  await visit(page, "Shoppers");
  await expect(page.getByRole("heading", { name: "This file cannot answer that" })).toBeVisible();
  await expect(page.getByText("Open a log with a row per event, click or invoice line")).toBeVisible();
});
