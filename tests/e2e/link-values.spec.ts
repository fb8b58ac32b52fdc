import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, choose, copiedLink, EXPECTED, grouped, XDR } from "./workbench";

const filters = (page: Page) => page.getByRole("region", { name: "Filters in use" });

/** Chooses the maker Aurora and waits for its numbers. */
async function onlyAurora(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "Filters" }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet
    .getByRole("list", { name: "Maker values" })
    .getByRole("checkbox", { name: /^Aurora/u })
    .check();
  await sheet.getByRole("button", { name: "Done" }).click();
  await expectAurora(page);
}

async function expectAurora(page: Page): Promise<void> {
  await expect(filters(page)).toContainText("Maker: Aurora");
  await answered(page);
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText(grouped(EXPECTED.aurora.customers));
}

test("values of the data are in a link only when they are ticked", async ({ page, colleague: meet }) => {
  await page.goto("/overview/");
  await choose(page, XDR);
  await answered(page);
  await onlyAurora(page);
  const bare = await copiedLink(page);
  expect(bare).toContain("held=maker");
  expect(decodeURIComponent(bare)).not.toContain("Aurora");
  const ticked = await copiedLink(page, true);
  expect(ticked).toContain("maker=Aurora");
  expect(page.url()).not.toContain("Aurora");

  await test.step("back and forward keep the filter although the address does not name it", async () => {
    await page.goBack();
    await expect(filters(page)).toHaveCount(0);
    await page.goForward();
    await expectAurora(page);
  });

  const colleague = await meet();
  await test.step("who opens the link without values is told", async () => {
    await colleague.goto(bare);
    await choose(colleague, XDR);
    await answered(colleague);
    await expect(filters(colleague)).toHaveCount(0);
    await expect(colleague.getByText("The link is without its filter on manufacturers")).toBeVisible();
  });
  await test.step("who opens the one with values sees the same, and the address is clean again", async () => {
    await colleague.evaluate((hash) => void (location.hash = hash), new URL(ticked).hash);
    await expectAurora(colleague);
    expect(colleague.url()).not.toContain("Aurora");
  });
});
