import { test as plain } from "@playwright/test";
import { expect, test } from "./watched-test";
import { answered, choose, downloaded, EXPECTED, grouped, numbersOf, PAGES, visit, XDR } from "./workbench";

/** Hosts of four kinds, each serving the very same build. */
const HOSTS = [
  { kind: "a host of its own", root: "http://localhost:4380/" },
  { kind: "a folder of a shared host", root: "http://localhost:4390/repo/" },
  { kind: "a host that sends headers", root: "http://localhost:4391/" },
  { kind: "a host that compresses what is compressed already", root: "http://localhost:4392/" },
] as const;

const HEADER_HOST = HOSTS[2].root;

/** What the first host showed: every other must show the same. */
let shown: unknown;

for (const { kind, root } of HOSTS) {
  test.describe(kind, () => {
    test.use({ baseURL: root });

    const under = (path: string): RegExp => new RegExp(`^${root}${path}(?:#|$)`, "u");

    test("boots, shuts itself and shows the same numbers", async ({ page, watch }) => {
      const missing: string[] = [];
      page.on("response", (response) => {
        if (response.status() >= 400) missing.push(response.url());
      });
      await page.goto("./");
      await choose(page, XDR);
      await expect(page.getByRole("main")).toContainText(`${grouped(EXPECTED.customers)} customers`);
      await expect(page).toHaveURL(under("data/"));
      const numbers = [];
      for (const title of ["Overview", "Satisfaction"] as const) {
        await visit(page, title);
        numbers.push(await numbersOf(page));
        await expect(page).toHaveURL(under(`${title.toLowerCase()}/`));
      }
      shown ??= numbers;
      expect(numbers).toEqual(shown);
      const docs = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Docs" });
      expect(await docs.evaluate((link: HTMLAnchorElement) => link.href)).toBe(`${root}docs/`);
      expect(missing).toEqual([]);
      expect(watch.seals).toBe(1);
    });
  });
}

for (const { kind, root } of HOSTS.slice(0, 2)) {
  plain(`a missing page on ${kind} knows the way to the site`, async ({ page }) => {
    const response = await page.goto(`${root}no/such/place/`);
    expect(response?.status()).toBe(404);
    const way = page.getByRole("link", { name: "Open Clientele" });
    await expect.poll(() => way.evaluate((link: HTMLAnchorElement) => link.href)).toBe(root);
    await way.click();
    await expect(page.getByRole("button", { name: "Open the sample" }).first()).toBeVisible();
  });
}

test.describe("in a folder", () => {
  test.use({ baseURL: HOSTS[1].root });

  test("every page is a real address of its own", async ({ page }) => {
    for (const { title, question } of PAGES) {
      const response = await page.goto(`./${title.toLowerCase()}/`);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
    }
  });
});

test.describe("with headers", () => {
  test.use({ baseURL: HEADER_HOST });

  test("what only headers can forbid is forbidden, and nothing a person needs is", async ({ page, context }) => {
    const headers = (await page.goto("./"))?.headers() ?? {};
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).toMatch(/sandbox allow-scripts allow-same-origin allow-downloads/u);
    expect(headers["content-security-policy"]).toContain("require-trusted-types-for 'script'");
    expect(headers).toMatchObject({
      "connection-allowlist": "(response-origin)",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(Number(/max-age=(\d+)/u.exec(headers["strict-transport-security"] ?? "")?.[1])).toBeGreaterThan(31_000_000);

    await choose(page, XDR);
    await visit(page, "Overview");
    await answered(page);
    expect((await downloaded(page, "Analysis record, JSON")).suggestedFilename()).toMatch(/\.json$/u);
    const opening = context.waitForEvent("page");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: /^Docs/u }).click();
    await expect((await opening).getByRole("heading", { level: 1, name: "Docs" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Key figures" })).toBeVisible();
  });
});
