import { expect, test } from "./watched-test";
import { answered, openSample, PAGES, visit } from "./workbench";

test("one click on the sample leads to all four pages, and its link brings it to others", async ({
  page,
  colleague,
}) => {
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

  // A link to the sample brings the sample with it.
  const other = await colleague();
  await other.goto(page.url());
  await expect(other.getByRole("heading", { level: 1, name: "Synthetic telecom sample" })).toBeVisible();
  await expect(other.getByText("Synthetic data.")).toBeVisible();
});
