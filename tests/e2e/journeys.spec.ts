import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, choose, copiedLink, visit } from "./workbench";

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const EVENTS = shared("retail-events/ecom.csv.gz");
const CLICKS = shared("eshop-clickstream/e-shop clothing 2008.csv");
const INVOICES = shared("online-retail/online_retail.csv");
const WAIT = 150_000;

async function openedJourneys(page: Page, file: string): Promise<void> {
  await page.goto("/");
  await choose(page, file);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  await visit(page, "Journeys");
  await answered(page, WAIT);
}

test("events of a shop: visits, a funnel that the person changes, and a link to it", async ({
  page,
  colleague: meet,
}) => {
  test.skip(!existsSync(EVENTS), "../shared is not here");
  await openedJourneys(page, EVENTS);
  await expect(page.locator(".page-answer")).toContainText("600 customers made 3,605 visits");
  await page.getByRole("button", { name: /^Settings:/u }).click();
  const funnel = page.getByRole("dialog").getByLabel("Funnel", { exact: true });
  await funnel.fill("catalog>add_to_cart>purchase");
  await funnel.press("Tab");
  await page.keyboard.press("Escape");
  await answered(page, WAIT);
  await expect(page.locator(".page-answer")).toContainText("47.5 %");
  const other = await meet();
  await other.goto(await copiedLink(page, true));
  await choose(other, EVENTS);
  await answered(other, WAIT);
  await expect(other.locator(".page-answer")).toHaveText(await page.locator(".page-answer").innerText());
});

test("clicks without a time of day, ordered within their session", async ({ page }) => {
  test.skip(!existsSync(CLICKS), "../shared is not here");
  await openedJourneys(page, CLICKS);
  await expect(page.locator(".page-answer")).toContainText("24,026");
});

test("invoices of an online shop, cancellations told", async ({ page }) => {
  test.skip(!existsSync(INVOICES), "../shared is not here");
  await openedJourneys(page, INVOICES);
  await expect(page.locator(".page-answer")).toContainText("4,338 customers");
});
