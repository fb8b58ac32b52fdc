import { measureLongTasks, reportLongTasks } from "./long-tasks";
import { expect, test } from "./watched-test";
import { answered, booted, drop, EXPECTED, expectSizes, grouped, numeric, tableOf, visit, XDR } from "./workbench";

test("a stranger drops a file of another tool and reads four pages that agree with that tool", async ({
  page,
}, info) => {
  await measureLongTasks(page);
  await page.goto("/");
  await booted(page);
  await reportLongTasks(page, info, "boot");
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
  await reportLongTasks(page, info, "loading and the data page");

  await page.getByRole("button", { name: "See the overview" }).click();
  await answered(page);
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText(grouped(EXPECTED.customers));

  await visit(page, "Engagement");
  await answered(page);
  const engagement = await tableOf(page, "engagement-sizes");
  expectSizes(
    engagement.map((row) => numeric(row["Customers"])),
    EXPECTED.engagementSizes["3"],
  );
  const tops = await tableOf(page, "engagement-top-traffic_bytes");
  expect(tops.slice(0, 10).map((row) => [row["Customer"], numeric(row["Traffic (B)"])])).toEqual(EXPECTED.mostTraffic);

  await visit(page, "Experience");
  await answered(page);
  const experience = await tableOf(page, "experience-sizes");
  expectSizes(
    experience.map((row) => numeric(row["Customers"])),
    EXPECTED.experienceSizes["3"],
  );

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
