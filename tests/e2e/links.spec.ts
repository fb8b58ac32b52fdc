import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, booted, choose, numbersOf, visit, XDR } from "./workbench";

async function opened(page: Page): Promise<void> {
  await choose(page, XDR);
  await answered(page);
}

test("a link without data waits at the door of its own page", async ({ page }) => {
  await page.goto("/engagement/#v=1&file=0123456789abcdef:150001x55");
  await booted(page);
  await expect(page.getByRole("heading", { level: 1, name: "Who is engaged?" })).toBeVisible();
  await expect(page.getByText("This link was made on")).toContainText("150,001 rows × 55 columns");
});

test("another file than the link's is opened as it is, and the link's settings are offered", async ({ page }) => {
  await page.goto("/engagement/#v=1&file=0123456789abcdef:150001x55&engagement.k=4");
  await opened(page);
  await expect(page.getByText("Not the file of the link.")).toBeVisible();
  const settings = page.getByRole("button", { name: /^Settings:/u });
  await expect(settings).toContainText("k = 3");
  await page.getByRole("button", { name: "Apply them anyway" }).click();
  await expect(settings).toContainText("k = 4");
  await expect(page.getByRole("button", { name: "Apply them anyway" })).toBeHidden();
  await expect(page).toHaveURL(/engagement\.k=4/u);
});

test("a damaged link opens what can be read and says what was left out", async ({ page }) => {
  await page.goto("/engagement/#v=1&engagement.k=ninety&nonsense=%E0%A4%A");
  await opened(page);
  await expect(page.getByText("Not all of the link is in this view.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Settings:/u })).toContainText("k = 3");
});

test("a switched-off step and a corrected column travel in the link", async ({ page, context }) => {
  await page.goto("/");
  await choose(page, XDR);
  const cleaning = page.getByRole("region", { name: "Cleaning" });
  await cleaning.getByRole("switch", { name: /repeated rows/iu }).uncheck();
  await expect(page.getByRole("main")).toContainText("41 rows set aside");
  await page.getByLabel("Find a column").fill("HTTP DL");
  await page.getByLabel("Meaning of HTTP DL (Bytes)").selectOption("app-dl");
  await page.getByLabel("Application of HTTP DL (Bytes)").fill("Web");
  await page.getByRole("button", { name: "Use" }).click();
  await expect(page.getByText("chosen by you")).toBeVisible();
  await visit(page, "Overview");
  const mine = await numbersOf(page);

  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await opened(colleague);
  expect(await numbersOf(colleague)).toEqual(mine);
});
