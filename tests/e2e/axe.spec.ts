import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, booted, choose, PAGES, visit, XDR } from "./workbench";

/** Every rule of WCAG 2 A and AA and the good practices that axe knows, as one line per fault. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} (${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ""})`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("axe finds nothing on any page of the workbench", async ({ page }) => {
      await page.goto("/");
      await booted(page);
      expect.soft(await faults(page), "the front door").toEqual([]);
      await choose(page, XDR);
      await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
      expect.soft(await faults(page), "Data").toEqual([]);
      for (const { title } of PAGES) {
        await visit(page, title);
        await answered(page);
        expect.soft(await faults(page), title).toEqual([]);
      }
      await page.getByRole("button", { name: /^Settings:/u }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect.soft(await faults(page), "the settings").toEqual([]);
    });

    test("axe finds nothing where no file is open", async ({ page }) => {
      for (const path of ["data/", "overview/", "docs/", "docs/privacy/", "docs/files/"]) {
        await page.goto(`/${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        expect.soft(await faults(page), path).toEqual([]);
      }
    });
  });
}
