import { endWorkers, hangWorkers, KINDS, recordWorkers } from "./mortal-workers";
import { expect, test } from "./watched-test";
import { booted, choose, drop, EXPECTED, grouped, numbersOf, visit, XDR } from "./workbench";

test("threads that end without a word are replaced, and the same view comes back with the same numbers", async ({
  page,
}) => {
  await recordWorkers(page);
  await page.goto("/");
  await booted(page);
  await choose(page, XDR);
  await visit(page, "Engagement");
  const before = await numbersOf(page);
  const address = page.url();
  for (const kind of KINDS) {
    await test.step(`${kind} ends`, async () => {
      expect(await endWorkers(page, kind)).toBeGreaterThan(0);
      // The last page stays on screen meanwhile.
      await expect(page.getByRole("region", { name: "Key figures" })).toBeVisible();
      await expect(page.getByText("bringing your view back")).toHaveCount(0);
      expect(await numbersOf(page)).toEqual(before);
      expect(page.url()).toBe(address);
    });
  }
  await visit(page, "Data");
  await expect(page.getByRole("gridcell", { name: "13114483460844900352" })).toBeVisible();
});

test("a step that hangs can be cancelled, and the next file opens", async ({ page }) => {
  const found = page
    .getByRole("main")
    .getByText(`${grouped(EXPECTED.customers)} customers`)
    .first();
  await recordWorkers(page);
  await page.goto("/");
  await choose(page, XDR);
  await expect(found).toBeVisible();
  for (const kind of ["engine", "reader"] as const) {
    await test.step(`the ${kind} hangs`, async () => {
      await hangWorkers(page, kind);
      await drop(page, XDR);
      await page.getByRole("button", { name: "Cancel" }).click();
      await expect(page.locator("html")).toHaveAttribute("data-stage", "empty");
      await choose(page, XDR);
      await expect(found).toBeVisible();
    });
  }
});
