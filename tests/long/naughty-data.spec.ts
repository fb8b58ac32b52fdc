import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { appColumn, APPS, FILE_NAME, naughtyFile } from "../e2e/naughty-file";
import { expect, test } from "../e2e/watched-test";
import { answered, choose, downloaded, PAGES, visit } from "../e2e/workbench";

const SCRIPT = "<script>probe()</script>";

/** Elements that no page of the workbench has, and links that lead elsewhere: each would be made of data. */
async function strangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const made = document.querySelectorAll(
      "main img, main b, main i, main iframe, main object, main embed, main form:not(.dp-application), main script, main style:not(:empty), body marquee, svg a, svg foreignObject, math",
    );
    const away = [...document.querySelectorAll("a[href], area[href]")].filter(
      (link) => new URL(link.getAttribute("href") ?? "", location.href).origin !== location.origin,
    );
    // A heat map is a picture that the drawing library made here.
    const pictures = [...document.querySelectorAll<SVGImageElement>("svg image")].filter(
      (image) => !/ (?:xlink:)?href="data:image\/png;/u.test(image.outerHTML),
    );
    return [...made, ...pictures, ...away].map((element) => element.outerHTML.slice(0, 200));
  });
}

/** Guessed names of applications are words only; those that a person (or a link) gives can be anything. */
const roles = APPS.flatMap((app, index) =>
  ["dl", "ul"].map(
    (way) => `role=${encodeURIComponent(appColumn(index, way))}:${encodeURIComponent(`app-${way}:${app}`)}`,
  ),
);

test("a file in which every name is naughty opens, and all of it is text", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", async (dialog) => {
    dialogs.push(dialog.message());
    await dialog.dismiss();
  });
  await page.goto(`/#v=1&${roles.join("&")}`);
  await choose(page, naughtyFile());
  await test.step("the file's name, its columns and its cells", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(FILE_NAME);
    await expect(page.getByRole("banner")).toContainText(FILE_NAME);
    await expect(page.getByRole("gridcell", { name: SCRIPT, exact: true }).first()).toBeVisible();
    await page.getByLabel("Find a column").fill(SCRIPT);
    await expect(page.getByLabel(`Meaning of ${SCRIPT}`)).toBeVisible();
    await page.getByLabel("Find a column").fill("constructor");
    await expect(page.getByLabel("Meaning of constructor", { exact: true })).toBeVisible();
    await page.getByLabel("Find a column").fill("");
    for (const closed of await page.getByText("Show examples").all()) await closed.click();
    expect(await strangers(page)).toEqual([]);
  });

  for (const { title } of PAGES) {
    await test.step(title, async () => {
      await visit(page, title);
      await answered(page);
      await page.mouse.wheel(0, 20_000);
      expect(await strangers(page)).toEqual([]);
      await expect(page.getByText("This chart could not be drawn")).toHaveCount(0);
      expect(await page.title()).toBe(`${title} · Clientele`);
    });
  }
  await visit(page, "Overview");
  await expect(page.getByText("Not all of the link")).toHaveCount(0);
  for (const app of APPS) await expect(page.getByRole("main")).toContainText(app);

  await test.step("filters and a link", async () => {
    await page.getByRole("banner").getByRole("button", { name: "Filters" }).click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await sheet.getByRole("searchbox", { name: "Search maker" }).fill("<SCRIPT>");
    await sheet
      .getByRole("list", { name: "Maker values" })
      .getByText("<SCRIPT>probe()</SCRIPT>", { exact: true })
      .click();
    await sheet.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("region", { name: "Filters in use" })).toContainText("Maker: <SCRIPT>probe()</SCRIPT>");
    await page.getByRole("button", { name: "Copy link" }).click();
    const window = page.getByRole("dialog", { name: "Copy link" });
    await expect(window).toContainText("Maker: <SCRIPT>probe()</SCRIPT>");
    expect(await strangers(page)).toEqual([]);
    await window.getByRole("button", { name: "Close Copy link" }).click();
  });

  await test.step("exports", async () => {
    const csv = readFileSync(await (await downloaded(page, "Scored customers, CSV")).path(), "utf8");
    expect(csv.split("\r\n")[0]).toContain("'=1+1 (bytes)");
    expect(csv).not.toMatch(/(?:^|[,\n])"?[=@]/u);
    const record = JSON.parse(readFileSync(await (await downloaded(page, "Analysis record, JSON")).path(), "utf8")) as {
      file: { label: string };
    };
    expect(record.file.label).toBe(FILE_NAME);
  });

  await test.step("hostile links in the same tab", async () => {
    for (const hash of [
      "#v=1&__proto__.x=1&engagement.k=1e999",
      `#v=1&maker=${encodeURIComponent(SCRIPT)}`,
      "#v=9&%E0",
      `#v=1&${"x=1&".repeat(3000)}`,
    ]) {
      await page.evaluate((to) => void (location.hash = to), hash);
      await expect(page.getByRole("banner")).toContainText(FILE_NAME);
    }
    await answered(page);
    expect(await strangers(page)).toEqual([]);
  });
  expect(dialogs).toEqual([]);
});
