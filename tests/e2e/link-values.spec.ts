import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
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

test("a view too long for a link goes without its longest list, or whole into a file", async ({ page }) => {
  const many = Array.from({ length: 700 }, (_, index) => `handset=Imagined+${index}`).join("&");
  await page.goto(`/overview/#v=1&maker=Aurora&maker=Borealis&${many}&overview.no=1`);
  await choose(page, XDR);
  await expect(filters(page)).toContainText("Handset: Imagined 699");
  await page.getByRole("button", { name: "Copy link" }).click();
  const window = page.getByRole("dialog", { name: "Copy link" });
  await expect(window.getByRole("button", { name: "Copy", exact: true })).toBeFocused();
  await expect(window.getByRole("status")).toBeEmpty();
  await window.getByRole("checkbox", { name: /^Include the filter values/u }).check();
  await expect(window.getByRole("status")).toContainText("This view is too long for a link");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    window.getByRole("button", { name: "Save as a file" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("overview-view.clientele");
  const file = await download.path();
  expect(readFileSync(file, "utf8")).toMatch(/^overview#v=1&maker=Aurora&maker=Borealis&handset=Imagined\+0&/u);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await window.getByRole("button", { name: "Copy without the filter on handsets" }).click();
  await expect(page.getByText("Link copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(8192);
  expect(link).toMatch(/maker=Aurora&maker=Borealis&cut=handset/u);

  await page.goto("about:blank");
  await page.goto("/");
  await choose(page, { name: "view.clientele", mimeType: "text/plain", buffer: readFileSync(file) });
  await expect(page.getByText("This link was made on")).toBeVisible();
  await page.getByLabel("Files to open").setInputFiles(XDR);
  await expect(filters(page)).toContainText("Handset: Imagined 699");
  await expect(filters(page)).toContainText("Maker: Borealis");
});
