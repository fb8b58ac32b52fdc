import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { measureLongTasks, reportLongTasks } from "./long-tasks";
import { expect, test } from "./watched-test";
import { answered, choose, drawAround, numeric, tableOf, visit, XDR } from "./workbench";

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const SOCIAL = shared("data/social-media/train.csv");
const RETAIL = shared("data/online-retail/online_retail.csv");
const SHOPPERS = shared("data/shoppers-intention/online_shoppers_intention.csv");
const WAIT = 150_000;

const sizesOf = async (page: Page): Promise<number[]> =>
  (await tableOf(page, "segments-sizes")).map((row) => numeric(row["Size"]));

async function openedLab(page: Page, file: string): Promise<void> {
  await page.goto("/");
  await choose(page, file);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  await visit(page, "Segments");
  await answered(page, WAIT);
}

test("a person segments a telecom file, draws around customers, renames, takes the link and the model along", async ({
  page,
  colleague: meet,
}) => {
  await openedLab(page, XDR);
  expect(await sizesOf(page)).toHaveLength(4);
  const total = (await sizesOf(page)).reduce((sum, size) => sum + size, 0);

  await test.step("every card follows customers that are drawn around", async () => {
    await page.locator('[data-figure="segments-sizes"]').getByRole("button", { name: "View as table" }).click();
    await drawAround(page, 0.6);
    await expect(page.getByRole("status").filter({ hasText: "picked out" })).toContainText(
      /of .* customers picked out/u,
    );
    await expect(page.locator('[data-figure="segments-picked"]')).toBeVisible();
    await page.getByRole("button", { name: "Show all", exact: true }).click();
    await expect(page.locator('[data-figure="segments-picked"]')).toHaveCount(0);
  });

  await test.step("other algorithms, and a name of one's own", async () => {
    await page.getByLabel("Algorithm", { exact: true }).selectOption("agglomerative");
    await answered(page, WAIT);
    await expect(page.locator('[data-figure="segments-dendrogram"]')).toBeVisible();
    expect((await sizesOf(page)).reduce((sum, size) => sum + size, 0)).toBe(total);
    await page.getByRole("button", { name: "Change features and names" }).click();
    await page.getByLabel("Name of segment 1").fill("The quiet ones");
    await page.keyboard.press("Tab");
    await answered(page, WAIT);
    await expect(page.locator(".page-answer")).toContainText("The quiet ones");
  });

  await test.step("the link reopens the same segments on a colleague's copy", async () => {
    const other = await meet();
    await other.goto(page.url());
    await choose(other, XDR);
    await answered(other, WAIT);
    await expect(other.locator(".page-answer")).toHaveText(await page.locator(".page-answer").innerText());
    expect(await sizesOf(other)).toEqual(await sizesOf(page));
  });

  await test.step("the model finds the same segments in a file", async () => {
    await page.getByLabel("Algorithm", { exact: true }).selectOption("kmeans");
    await answered(page, WAIT);
    const before = await sizesOf(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Model (JSON)" }).click(),
    ]);
    const path = await download.path();
    await page
      .getByLabel("Apply a saved model …")
      .last()
      .setInputFiles({
        name: "model.json",
        mimeType: "application/json",
        buffer: readFileSync(path),
      });
    await expect(page.getByLabel("Algorithm", { exact: true })).toHaveValue("model");
    await answered(page, WAIT);
    expect(await sizesOf(page)).toEqual(before);
  });
});

test("social-media users by what they do: every algorithm side by side, categories with their test", async ({
  page,
}) => {
  test.skip(!existsSync(SOCIAL), "../shared is not here");
  await openedLab(page, SOCIAL);
  expect((await sizesOf(page)).reduce((sum, size) => sum + size, 0)).toBe(1000);
  await expect(page.locator('[data-figure^="segments-makeup-Dominant_Emotion"]')).toContainText("Cramér's V");
  await page.getByRole("button", { name: "Compare all algorithms" }).click();
  await answered(page, WAIT);
  const board = await tableOf(page, "segments-leaderboard");
  expect(board.length).toBe(9);
  expect(board.filter((row) => numeric(row["Silhouette"]) > 0).length).toBeGreaterThanOrEqual(7);
});

test("an online shop's customers by recency, frequency and money", async ({ page }) => {
  test.skip(!existsSync(RETAIL), "../shared is not here");
  await openedLab(page, RETAIL);
  await page.getByLabel("Algorithm", { exact: true }).selectOption("rfm");
  await answered(page, WAIT);
  await expect(page.locator(".page-answer")).toContainText("4,339 customers");
  const names = (await tableOf(page, "segments-sizes")).map((row) => row["Segment"]);
  expect(names).toContain("Champions");
});

test("shop sessions without a customer are grouped row by row, with a run that can be stopped", async ({
  page,
}, info) => {
  test.skip(!existsSync(SHOPPERS), "../shared is not here");
  await measureLongTasks(page);
  await openedLab(page, SHOPPERS);
  await reportLongTasks(page, info, "opening a table and grouping it");
  await expect(page.locator(".page-answer")).toContainText("12,330 rows");
  await page.getByLabel("Map", { exact: true }).selectOption("umap");
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Stopped" })).toBeVisible();
  await page.getByRole("button", { name: "Compute it" }).click();
  await answered(page, WAIT);
  await expect(page.locator('[data-figure="segments-map"]')).toContainText("Near on the map");
  await reportLongTasks(page, info, "laying 12,330 rows out by UMAP");
});
