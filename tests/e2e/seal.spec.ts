import { test as unwatched, type Page } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, booted, choose, XDR } from "./workbench";

test("the badge and the privacy page show the evidence, and looking at it loses nothing", async ({ page, watch }) => {
  await page.goto("/");
  await booted(page);
  await tellSelfCheck(page);
  await choose(page, XDR);
  await expect(page.locator("html")).toHaveAttribute("data-stage", "ready");
  await page.getByRole("button", { name: "Sealed: nothing can leave" }).click();
  const panel = page.getByRole("group", { name: "What this rests on" });
  await expect(panel).toContainText("Ways out refused13 of 13");
  await expect(panel).toContainText("Requests since the seal0");
  await panel.getByRole("link", { name: "See the evidence" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Can anything leave this page?" })).toBeFocused();
  await expect(page).toHaveURL(/\/privacy\//u);
  const main = page.getByRole("main");
  await expect(main.getByRole("listitem").filter({ hasText: "refused" })).toHaveCount(13);
  for (const who of ["The page itself", "A worker it made", "The SQL engine"])
    await expect(main.getByRole("region", { name: who })).toBeVisible();
  await expect(main).toContainText("xdr.parquet");
  await expect(main).toContainText("Since then nothing has tried to get out.");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Overview" }).click();
  await answered(page);
  // A narrow window applies the style sheets anew; the fonts must be there already.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.setViewportSize({ width: 1440, height: 900 });
  const fonts = await page.evaluate(() => [...document.fonts].map(({ family, status }) => `${family} ${status}`));
  expect(fonts).toEqual(["Inter loaded", "Inter loaded"]);
  expect(watch.seals).toBe(1);
});

/** Prints what the self-check took; a worker that is refused must not be waited for. */
async function tellSelfCheck(page: Page): Promise<void> {
  const [atOnce = NaN, whole = NaN] = await page.evaluate(() =>
    ["clientele:seal", "clientele:self-check"].map((name) => performance.getEntriesByName(name)[0]?.duration ?? NaN),
  );
  console.log(`  self-check: ${atOnce.toFixed(0)} ms at once, with its two workers ${whole.toFixed(0)} ms`);
  // No measure of speed: one that waits, waits ten seconds.
  expect(whole).toBeLessThan(8000);
}

/** The door is shut: nothing can be chosen, asked for or dropped, and the page says why. */
async function expectShut(
  page: Pick<Page, "locator" | "getByRole" | "getByText" | "getByLabel">,
  why: string,
): Promise<void> {
  await expect(page.getByRole("alert")).toContainText(why, { timeout: 30_000 });
  await expect(page.getByLabel("Files to open")).toBeDisabled();
  await expect(page.getByRole("button", { name: "Choose files" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Open the sample" })).toBeDisabled();
}

unwatched("inside another page it takes no file, and says so", async ({ page }) => {
  await page.route("**/framing.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: '<!doctype html><title>Framing</title><iframe src="/" width="1200" height="800">',
    }),
  );
  await page.goto("/framing.html");
  await expectShut(page.frameLocator("iframe") as unknown as Page, "Not refused: being shown inside another page.");
});

unwatched("where the second policy does not hold, it takes no file, and names what got through", async ({ page }) => {
  await page.addInitScript(() => {
    const append = Element.prototype.append;
    Element.prototype.append = function (...nodes) {
      if (nodes.some((node) => node instanceof HTMLMetaElement)) return;
      append.apply(this, nodes);
    };
  });
  await page.goto("/");
  await expectShut(page, "Not refused: fetching from this site; fetching from this site, by a worker made in memory.");
  await page.goto("/privacy/");
  await expect(page.getByText("2 of 8 ways out were not refused")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "Not sealed: no file is taken" })).toBeVisible();
});

unwatched("where peer-to-peer connections cannot be removed, it takes no file", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "RTCPeerConnection", { value: () => undefined, configurable: false });
  });
  await page.goto("/");
  await expectShut(page, "Not refused: a peer-to-peer connection.");
});
