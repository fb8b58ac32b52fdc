import { readFileSync } from "node:fs";
import { measureLongTasks, reportLongTasks } from "./long-tasks";
import { expect, test } from "./watched-test";
import {
  answered,
  booted,
  choose,
  copiedLink,
  drop,
  EXPECTED,
  grouped,
  numbersOf,
  numeric,
  PAGES,
  setGroups,
  tableOf,
  visit,
  XDR,
} from "./workbench";

/** Within half a percent of all customers, as another tool's k-means may settle a few of them otherwise. */
function expectSizes(sizes: readonly number[], wanted: readonly number[]): void {
  expect(sizes).toHaveLength(wanted.length);
  sizes.forEach((size, cluster) => {
    expect(Math.abs(size - (wanted[cluster] ?? NaN)), `group ${cluster}`).toBeLessThanOrEqual(0.005 * EXPECTED.customers);
  });
}

test("a stranger drops a file of another tool and reads four pages that agree with that tool", async ({ page }, info) => {
  await measureLongTasks(page);
  await page.goto("/");
  await booted(page);
  await drop(page, XDR);

  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    `${grouped(EXPECTED.rows)} rows and ${EXPECTED.columns} columns; ${grouped(EXPECTED.customers)} customers; ${EXPECTED.setAside} rows set aside.`,
  );
  const cleaning = page.getByRole("region", { name: "Cleaning" });
  await expect(cleaning.getByRole("listitem")).not.toHaveCount(0);
  await expect(cleaning.getByRole("switch").first()).toBeVisible();
  await expect(page.getByLabel("Meaning of MSISDN/Number")).toHaveValue("customer");
  const rows = page.getByRole("grid", { name: "The file as it is" });
  await expect(rows).toHaveAttribute("aria-rowcount", String(EXPECTED.rows + 1));
  await expect(rows.getByRole("gridcell", { name: "13114483460844900352" })).toBeVisible();
  await reportLongTasks(page, info, "boot, loading and the data page");

  await page.getByRole("button", { name: "See the overview" }).click();
  await answered(page);
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText(grouped(EXPECTED.customers));

  await visit(page, "Engagement");
  await answered(page);
  const engagement = await tableOf(page, "engagement-sizes");
  expectSizes(engagement.map((row) => numeric(row["Customers"])), EXPECTED.engagementSizes["3"]);

  await visit(page, "Experience");
  await answered(page);
  const experience = await tableOf(page, "experience-sizes");
  expectSizes(experience.map((row) => numeric(row["Customers"])), EXPECTED.experienceSizes["3"]);

  await visit(page, "Satisfaction");
  await answered(page);
  await expect(page.getByRole("article").first()).toBeVisible();
  await reportLongTasks(page, info, "four pages");
});

test("a file chosen while the workbench gets ready waits, and then opens", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("astro-island:not([ssr])")).toBeAttached();
  await page.getByLabel("Files to open").setInputFiles(XDR);
  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
});

test("moving between pages asks the network for nothing and keeps the data", async ({ page }) => {
  await page.goto("/");
  await booted(page);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith("http")) asked.push(request.url());
  });
  await choose(page, XDR);
  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
  for (const { title } of PAGES) {
    await visit(page, title);
    await answered(page);
  }
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: PAGES[2].question })).toBeVisible();
  await answered(page);
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: PAGES[2].question })).toBeVisible();
  await visit(page, "Data");
  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
  expect(asked).toEqual([]);
});

test("a copied link reopens the same view on a colleague's copy of the file", async ({ page, context }) => {
  await page.goto("/");
  await choose(page, XDR);
  await visit(page, "Engagement");
  await answered(page);
  const before = await numbersOf(page);
  await setGroups(page, 4);
  const sizes = await tableOf(page, "engagement-sizes");
  expectSizes(sizes.map((row) => numeric(row["Customers"])), EXPECTED.engagementSizes["4"]);
  const mine = await numbersOf(page);
  expect(mine).not.toEqual(before);
  const link = await copiedLink(page);
  expect(new URL(link).pathname).toBe("/engagement/");
  expect(link).not.toMatch(/9990000\d{5}/u);

  const colleague = await context.newPage();
  await colleague.goto(link);
  await expect(colleague.getByText("This link was made on")).toContainText(
    `a file of ${grouped(EXPECTED.rows)} rows × ${EXPECTED.columns} columns`,
  );
  await choose(colleague, XDR);
  await answered(colleague);
  await expect(colleague.getByRole("button", { name: /^Settings:/u })).toContainText("k = 4");
  expect(await numbersOf(colleague)).toEqual(mine);

  await page.goBack();
  await expect(page.getByRole("button", { name: /^Settings:/u })).toContainText("k = 3");
  expect(await numbersOf(page)).toEqual(before);
});

test("the scored customers leave as a table that another tool can read", async ({ page }) => {
  await page.goto("/");
  await choose(page, XDR);
  await visit(page, "Satisfaction");
  await answered(page);
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /Scored customers, CSV/u }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("customers.csv");
  const [head = "", ...lines] = readFileSync(await download.path(), "utf8").trim().split(/\r?\n/u);
  const names = head.replace("\uFEFF", "").split(",").map((name) => name.replaceAll('"', ""));
  expect(lines).toHaveLength(EXPECTED.customers);
  expect(names).toEqual(expect.arrayContaining(["customer", "engagement_score", "experience_score", "satisfaction_score"]));

  const records = lines.map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  const column = (name: string): number[] => records.map((cells) => Number(cells[names.indexOf(name)]));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const traffic = new Map(records.map((cells) => [cells[names.indexOf("customer")], Number(cells[names.indexOf("traffic_bytes")])]));
  for (const [customer, bytes] of EXPECTED.mostTraffic) expect(traffic.get(customer)).toBe(bytes);
  expect(Math.max(...column("sessions"))).toBe(EXPECTED.mostSessions);
  const off = (name: string, wanted: number): number => Math.abs(mean(column(name)) / wanted - 1);
  expect(off("engagement_score", EXPECTED.meanEngagementScore)).toBeLessThan(0.01);
  expect(off("experience_score", EXPECTED.meanExperienceScore)).toBeLessThan(0.01);
  expect(off("satisfaction_score", EXPECTED.meanSatisfaction)).toBeLessThan(0.01);
  // A score is never written as zero because it is missing.
  expect(column("satisfaction_score").filter((score) => score === 0)).toEqual([]);
});
