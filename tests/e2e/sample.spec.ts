import { expect, test } from "./watched-test";
import { answered, openSample, PAGES, visit } from "./workbench";

test("one click on the sample leads to all four pages", async ({ page }) => {
  await openSample(page);
  await expect(page.getByRole("heading", { level: 1, name: PAGES[0].question })).toBeVisible();
  await expect(page.getByText("Synthetic data.")).toBeVisible();
  for (const { title } of PAGES) {
    await visit(page, title);
    await answered(page);
    await expect(page.getByRole("article").first()).toBeVisible();
  }
  await expect(page.getByText("Synthetic data.")).toBeVisible();
  await visit(page, "Data");
  await expect(page.getByRole("main")).toContainText("150,001 rows and 55 columns");
});

test("a link to the sample brings the sample with it", async ({ page, context }) => {
  await openSample(page);
  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await answered(colleague);
  await expect(colleague.getByText("Synthetic data.")).toBeVisible();
});
