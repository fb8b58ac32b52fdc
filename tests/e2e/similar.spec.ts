import { expect, test } from "./watched-test";
import { csvRows } from "./csv-rows";
import { answered, choose, drawAround, numeric, tableOf, visit, XDR, XDR_CUSTOMERS } from "./workbench";

const WAIT = 150_000;

test("a person picks one customer and sees who is most like it, then finds more like a segment", async ({ page }) => {
  await page.goto("/");
  await choose(page, XDR);
  await visit(page, "Segments");
  await answered(page, WAIT);
  const own = csvRows(XDR_CUSTOMERS)[7]?.["customer"] ?? "";
  await page.getByLabel("Find a customer by its key").fill(own);
  await page.getByRole("button", { name: "Find", exact: true }).click();
  const card = page.locator('[data-figure="segments-similar"]');
  await expect(page.getByRole("heading", { name: "Similar customers" })).toBeVisible();
  await expect(card.getByRole("heading")).toContainText(own);
  const near = await tableOf(page, "segments-similar");
  expect(near).toHaveLength(10);
  expect(near.map((row) => row["Who"])).not.toContain(own);
  const distances = near.map((row) => numeric(row["Distance"]));
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect(near[0]?.["Apart in (of the distance)"]).toMatch(/, not .* %\)$/u);

  await test.step("the list leaves as CSV and Parquet", async () => {
    for (const entry of ["CSV", "Parquet"]) {
      await card.getByRole("button", { name: "Download" }).click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: new RegExp(`^${entry} The table`, "u") }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${entry.toLowerCase()}$`, "u"));
      if (entry === "CSV")
        expect(csvRows(await download.path()).map((row) => row["Who"])).toEqual(near.map((row) => row["Who"]));
    }
  });

  await test.step("more of them, and the one picked out stays", async () => {
    await page.getByRole("button", { name: /^Settings:/u }).click();
    const field = page.getByRole("dialog").getByRole("spinbutton", { name: "Similar customers" });
    await field.fill("25");
    await field.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await answered(page, WAIT);
    await expect(card).toContainText(/The nearest\s25 of/u);
    await expect(page.getByRole("status").filter({ hasText: "picked out" })).toContainText(/^1 of/u);
    expect(page.url()).toContain("segments.similar=25");
    expect(page.url()).not.toContain(own);
  });

  await test.step("a segment that is drawn around", async () => {
    await page.getByRole("button", { name: "Show all", exact: true }).click();
    await expect(card).toHaveCount(0);
    await drawAround(page, 0.5);
    await expect(card.getByRole("heading")).toContainText(/as near to the group's middle as nine tenths/u);
    await expect(card).toContainText("outside the group of");
  });
});
