import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, booted, choose, PAGES, setGroups, visit, XDR } from "./workbench";

/** Presses Tab until a control of that name has the focus; fails when it takes more steps than a page has stops. */
async function tabTo(page: Page, name: RegExp, steps = 60): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(
      () => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? "",
    );
    if (name.test(focused.trim())) return;
  }
  throw new Error(`Tab did not reach ${name} within ${steps} steps.`);
}

test("a file is opened by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await booted(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  // Awaited before the key is near: the browser is told to hand its chooser over, and a busy one takes a while.
  const chosen = page.waitForEvent("filechooser");
  await tabTo(page, /^Choose files$/u);
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  await chooser.setFiles(XDR);
  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
  // Once it can be pressed: Tab passes over it before.
  await expect(page.getByRole("button", { name: "See the overview" })).toBeEnabled();
  await tabTo(page, /^See the overview$/u);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: PAGES[0].question })).toBeFocused();
});

test("palette, panels and menus open, work and close by keyboard, and the view survives it", async ({ page }) => {
  await page.goto("/");
  await choose(page, XDR);
  await visit(page, "Engagement");
  await answered(page);
  await setGroups(page, 4);
  const settings = page.getByRole("button", { name: /^Settings:/u });

  await test.step("the palette goes to a page", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: /^Search pages/u })).toBeFocused();
    await page.keyboard.type("satis");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: PAGES[3].question })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("2");
    await expect(page.getByRole("heading", { level: 1, name: PAGES[0].question })).toBeVisible();
    await page.keyboard.press("3");
    await expect(page.getByRole("heading", { level: 1, name: PAGES[1].question })).toBeVisible();
    await answered(page);
  });

  await test.step("every window closes by Escape and gives the focus back", async () => {
    const explain = page.getByRole("article").first().getByRole("button", { name: "Explain" });
    const banner = page.getByRole("banner");
    const ofBanner = ["Filters", "Copy link"].map((name) => banner.getByRole("button", { name }));
    for (const opener of [settings, ...ofBanner, explain]) {
      await opener.focus();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("dialog")).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(opener).toBeFocused();
    }
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("the export menu is walked with the arrows", async () => {
    const menu = page.getByRole("banner").getByRole("button", { name: "Export" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Scored customers, CSV" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("button", { name: "Scored customers, Parquet" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(menu).toBeFocused();
  });

  await test.step("the arrows walk the values of a chart", async () => {
    const chart = page.locator('[data-figure="engagement-sizes"]').getByRole("group");
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    await expect(chart).toContainText("1 of 4. ");
    await page.keyboard.press("Escape");
  });

  await test.step("the way past the menu leaves the view as it is", async () => {
    await page.getByRole("link", { name: "Skip to the content" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
    await expect(settings).toContainText("k = 4");
    await expect(page).toHaveURL(/engagement\.k=4/u);
  });
});
