import { expect, test } from "./watched-test";
import { answered, choose, EXPECTED, grouped, numbersOf, PAGES, visit, XDR } from "./workbench";

test("a maker chosen on one page changes the numbers of all, until its chip is removed", async ({ page }) => {
  await page.goto("/");
  await choose(page, XDR);
  const before = new Map<string, unknown>();
  for (const { title } of PAGES) {
    await visit(page, title);
    before.set(title, await numbersOf(page));
  }

  await page.getByRole("banner").getByRole("button", { name: "Filters" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet
    .getByRole("list", { name: "Maker values" })
    .getByRole("checkbox", { name: /^Aurora/u })
    .check();
  await sheet.getByRole("button", { name: "Done" }).click();
  const chip = page.getByRole("region", { name: "Filters in use" }).getByRole("button", { name: "Maker: Aurora" });
  await expect(chip).toBeVisible();
  // The address, which browsers store and people copy, says that there is a filter and not on what.
  await expect(page).toHaveURL(/held=maker/u);
  expect(page.url()).not.toContain("Aurora");

  await visit(page, "Overview");
  const figures = page.getByRole("region", { name: "Key figures" });
  await expect(figures).toContainText(grouped(EXPECTED.aurora.customers));
  await expect(figures).toContainText(grouped(EXPECTED.aurora.sessions));
  for (const { title } of PAGES) {
    await visit(page, title);
    expect(await numbersOf(page), title).not.toEqual(before.get(title));
    await expect(chip).toBeVisible();
  }

  await chip.click();
  await expect(chip).toHaveCount(0);
  for (const { title } of PAGES) {
    await visit(page, title);
    expect(await numbersOf(page), title).toEqual(before.get(title));
  }
  await expect(page).not.toHaveURL(/maker/u);
  await answered(page);
});
