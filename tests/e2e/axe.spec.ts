import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, booted, choose, EXPLORE, PAGES, visit, XDR } from "./workbench";

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What axe knows against in one colour scheme. */
interface Check {
  readonly sizes: readonly { width: number; height: number }[];
  /** Null for every rule of WCAG 2 A and AA and the good practices. */
  readonly rules: readonly string[] | null;
}

/** Dark pages have the structure of the light ones; only their colours can be at fault. */
const CHECKS: Readonly<Record<"light" | "dark", Check>> = {
  light: { sizes: [PHONE, WIDE], rules: null },
  dark: { sizes: [WIDE], rules: ["color-contrast", "link-in-text-block"] },
};

/** One line per fault. */
async function faults(page: Page, { rules }: Check): Promise<string[]> {
  // Without its own look at style sheets: axe asks the host for them again, which a sealed page does not.
  const builder = new AxeBuilder({ page }).options({ preload: false });
  const { violations, passes } = await (rules === null ? builder : builder.withRules([...rules])).analyze();
  expect(passes.length, "rules that were applied").toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(" ")} (${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ""})`,
    ),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    const check = CHECKS[colorScheme];
    const expectNone = async (page: Page, what: string, sizes = check.sizes): Promise<void> => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        expect.soft(await faults(page, check), `${what}, ${size.width} wide`).toEqual([]);
      }
    };
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("axe finds nothing on any page of the workbench", async ({ page }) => {
      await page.goto("/");
      await booted(page);
      await expectNone(page, "the front door");
      await choose(page, XDR);
      await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
      await expectNone(page, "Data");
      for (const { title } of [...EXPLORE, ...PAGES]) {
        await visit(page, title);
        await answered(page, 120_000);
        await expectNone(page, title);
      }
      const article = page.getByRole("article").first();
      await article.getByRole("button", { name: "View as table" }).click();
      await expect(article.getByRole("table")).toBeVisible();
      await expectNone(page, "a figure as a table");
      for (const [what, opener] of [
        ["the settings", page.getByRole("button", { name: /^Settings:/u })],
        ["the filters", page.getByRole("banner").getByRole("button", { name: "Filters" })],
        ["an explanation", article.getByRole("button", { name: "Explain" })],
        ["the palette", page.getByRole("button", { name: "Search pages, settings and actions" })],
      ] as const) {
        await opener.click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNone(page, what, [WIDE]);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog")).toHaveCount(0);
      }
    });

    test("axe finds nothing where no file is open", async ({ page }) => {
      for (const path of [
        "data/",
        "overview/",
        "privacy/",
        "docs/",
        "docs/privacy/",
        "docs/files/",
        "docs/methods/",
        "docs/segments/",
        "docs/journeys/",
        "docs/shoppers/",
        "404.html",
      ]) {
        await page.goto(`/${path}`);
        // Its evidence is there once the page is sealed.
        if (path === "privacy/") await booted(page);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNone(page, path);
      }
    });
  });
}
