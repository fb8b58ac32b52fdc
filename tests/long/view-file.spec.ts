import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "../e2e/watched-test";
import { choose, XDR } from "../e2e/workbench";

test("a view too long for a link goes without its longest list, or whole into a file", async ({ page }) => {
  const many = Array.from({ length: 700 }, (_, index) => `handset=Imagined+${index}`).join("&");
  await page.goto(`/overview/#v=1&maker=Aurora&maker=Borealis&${many}&overview.no=1`);
  await choose(page, XDR);
  await expect(page.getByRole("region", { name: "Filters in use" })).toContainText("Handset: Imagined 699");
  await page.getByRole("button", { name: "Copy link" }).click();
  const window = page.getByRole("dialog", { name: "Copy link" });
  await expect(window.getByRole("button", { name: "Copy", exact: true })).toBeFocused();
  await expect(window.getByRole("status")).toBeEmpty();
  await window.getByRole("checkbox", { name: /^Include these values/u }).check();
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
  await expect(page.getByRole("region", { name: "Filters in use" })).toContainText("Handset: Imagined 699");
  await expect(page.getByRole("region", { name: "Filters in use" })).toContainText("Maker: Borealis");
});
