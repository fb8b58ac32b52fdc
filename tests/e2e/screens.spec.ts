import type { Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, booted, openSample, PAGES, visit } from "./workbench";

const WIDTHS = [1440, 1024, 390] as const;

/** Waits until the charts in sight are drawn and nothing has moved for a moment. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator(".js-plotly-plot").first()).toBeVisible();
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await page.locator(".js-plotly-plot .main-svg").count();
        const same = now === before;
        before = now;
        return same;
      },
      { intervals: [1200] },
    )
    .toBe(true);
}

/** The whole page; charts are drawn as they come into sight, so the page is walked first. */
async function walked(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += 700) {
    await page.mouse.wheel(0, 700);
    await page.waitForTimeout(150);
  }
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
}

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("the picture for README", async ({ page }) => {
  // Tall enough for the first charts.
  await page.setViewportSize({ width: 1440, height: 1080 });
  await openSample(page);
  await visit(page, "Engagement");
  await answered(page);
  await settled(page);
  await page.screenshot({ path: "docs/screenshot.png" });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page in ${colorScheme} colours, for people to look at`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme });
    const shot = async (name: string): Promise<void> => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await walked(page);
        await page.screenshot({ path: `test-results/screens/${name}-${width}-${colorScheme}.png`, fullPage: true });
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    };
    for (const path of ["docs/", "docs/privacy/"]) {
      await page.goto(`/${path}`);
      await shot(path.replaceAll("/", ""));
    }
    await page.goto("/");
    await booted(page);
    await shot("home");
    await openSample(page);
    for (const { title } of PAGES) {
      await visit(page, title);
      await answered(page);
      await settled(page);
      await shot(title.toLowerCase());
    }
    await visit(page, "Data");
    await shot("data");
  });
}
