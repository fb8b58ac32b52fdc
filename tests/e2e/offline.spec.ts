import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium, test as plain, type Page } from "@playwright/test";
import { startLoneServer } from "./lone-server";
import { makeOtherBuild, OTHER } from "./other-build";
import { expect, test, type Watch } from "./watched-test";
import { answered, booted, choose, EXPECTED, grouped, numbersOf, PAGES, visit, XDR } from "./workbench";

const PORT = 4401;
const BUILD = resolve(process.env["CLIENTELE_OUT"] ?? "dist");
/** Longer than a browser takes to look for a newer service worker after a page has gone quiet. */
const BROWSER_LOOKS_MS = 3000;

/** The site's own scripts and styles that a page asks for, by file name. */
function parts(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const name = /\/_astro\/([^?]+)$/u.exec(request.url())?.[1];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

/** What the browser itself says of a host that was taken away, or of a page that is missing, is no fault of the page. */
function forgiveAbsence(watch: Watch): void {
  const faults = watch.errors.filter((text) => !text.startsWith("Failed to load resource"));
  watch.errors.splice(0, watch.errors.length, ...faults);
}

/** Waits until the copy of the build that this page shows is whole; a busy machine may need another visit for it. */
async function keptForLater(page: Page): Promise<void> {
  await expect(async () => {
    const isWaiting = (): Promise<boolean> =>
      page.evaluate(async () => ((await navigator.serviceWorker.getRegistration())?.waiting ?? null) !== null);
    if (!(await isWaiting())) await page.reload();
    await booted(page);
    expect(await isWaiting()).toBe(true);
  }).toPass();
}

test.describe("without a network", () => {
  test.use({ baseURL: `http://localhost:${PORT}/` });

  test("after one visit the site opens, computes and reads without a host, and asks for nothing once shut", async ({
    page,
    context,
    watch,
  }) => {
    const server = await startLoneServer(PORT);
    await page.goto("/");
    await booted(page);
    await choose(page, XDR);
    await visit(page, "Overview");
    const numbers = await numbersOf(page);

    const second = await context.newPage();
    const answer = await second.goto("/data/");
    expect(answer?.fromServiceWorker()).toBe(true);
    expect(answer?.headers()).toMatchObject({ "connection-allowlist": "(response-origin)" });
    expect(answer?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
    await booted(second);
    const before = server.asked.length;
    await second.waitForTimeout(BROWSER_LOOKS_MS);
    expect(server.asked.slice(before), "asked of the host by a page that is shut").toEqual([]);
    await server.stop();

    const third = await context.newPage();
    await third.goto("/engagement/");
    await expect(third.getByRole("heading", { level: 1, name: PAGES[1].question })).toBeVisible();
    await choose(third, XDR);
    await answered(third);
    await visit(third, "Overview");
    expect(await numbersOf(third)).toEqual(numbers);
    await third.goto("/docs/methods/");
    await expect(third.getByRole("heading", { level: 1 })).toBeVisible();
    await third.goto("/no/such/place/");
    await expect(third.getByRole("heading", { level: 1, name: "This page does not exist" })).toBeVisible();
    expect(watch.seals).toBe(3);
    forgiveAbsence(watch);
  });

  test("a new build is taken whole: an open page keeps its own, a new visit has none of the old", async ({
    page,
    context,
    watch,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), "clientele-builds-"));
    const [current, next] = [join(folder, "current"), join(folder, "next")];
    await makeOtherBuild(BUILD, next);
    await symlink(BUILD, current);
    const server = await startLoneServer(PORT, current);
    try {
      await page.goto("/");
      await booted(page);
      await choose(page, XDR);

      await rm(current);
      await symlink(next, current);
      const newer = await context.newPage();
      const asked = parts(newer);
      await newer.goto("/");
      await booted(newer);
      expect(asked.length).toBeGreaterThan(10);
      expect(asked.filter((name) => !name.includes(OTHER))).toEqual([]);

      await expect(page.getByRole("main")).toContainText(`${grouped(EXPECTED.customers)} customers`);
      await visit(page, "Overview");
      await answered(page);

      await keptForLater(newer);

      // As long as a page of the first build is open, its copy stands: whole, and alone.
      await server.stop();
      const offline = await context.newPage();
      const old = parts(offline);
      await offline.goto("/data/");
      await booted(offline);
      expect(old.length).toBeGreaterThan(10);
      expect(old.filter((name) => name.includes(OTHER))).toEqual([]);

      const last = await context.newPage();
      await last.goto("about:blank");
      for (const open of [page, newer, offline]) await open.close();
      const taken = parts(last);
      await expect(async () => {
        // A worker waits until no page of its predecessor is open, this one included.
        await last.goto("about:blank");
        await last.waitForTimeout(500);
        taken.length = 0;
        await last.goto("/data/");
        await booted(last);
        expect(taken.length).toBeGreaterThan(10);
        expect(taken.filter((name) => !name.includes(OTHER))).toEqual([]);
      }).toPass();
      expect(await last.evaluate(() => caches.keys())).toHaveLength(1);
      forgiveAbsence(watch);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

test.describe("where service workers are not allowed", () => {
  test.use({ serviceWorkers: "block" });

  test("the site works and does not mention it", async ({ page, watch }) => {
    await page.goto("/");
    await choose(page, XDR);
    await expect(page.getByRole("main")).toContainText(`${grouped(EXPECTED.customers)} customers`);
    await expect(page.getByText(/service worker/iu)).toHaveCount(0);
    expect(watch.seals).toBe(1);
  });
});

plain("the site can be installed", async ({ baseURL, launchOptions }) => {
  const profile = await mkdtemp(join(tmpdir(), "clientele-profile-"));
  // A browser that forgets everything installs nothing, so this one keeps a profile.
  const context = await chromium.launchPersistentContext(profile, launchOptions);
  try {
    const page = await context.newPage();
    await page.goto(baseURL ?? "");
    await booted(page);
    const protocol = await context.newCDPSession(page);
    const { url, errors, data } = await protocol.send("Page.getAppManifest");
    expect(errors).toEqual([]);
    expect(url).toBe(`${baseURL}manifest.webmanifest`);
    const manifest = JSON.parse(data ?? "{}") as { icons: { src: string; sizes: string; purpose?: string }[] };
    expect(manifest.icons.map(({ sizes, purpose }) => [sizes, purpose ?? "any"])).toEqual(
      expect.arrayContaining([
        ["192x192", "any"],
        ["512x512", "any"],
        ["512x512", "maskable"],
      ]),
    );
    const { installabilityErrors } = await protocol.send("Page.getInstallabilityErrors");
    expect(installabilityErrors).toEqual([]);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});
