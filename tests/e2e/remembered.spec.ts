import { statSync } from "node:fs";
import { nothingOfTheData, stored } from "./stored";
import { expect, test } from "./watched-test";
import { answered, booted, choose, numbersOf, setGroups, visit, XDR } from "./workbench";

test("nothing of the data is kept unless it is asked for, and what was kept can be forgotten", async ({ page }) => {
  await page.goto("/");
  const origin = new URL(page.url()).origin;
  await choose(page, XDR);
  await visit(page, "Engagement");
  await answered(page);
  expect(nothingOfTheData(await stored(page), origin), "kept without being asked").toEqual([]);

  await setGroups(page, 4);
  const before = await numbersOf(page);
  await visit(page, "Data");
  const tick = page.getByLabel("Remember this file on this device");
  await tick.check();
  await expect(page.getByText("This browser keeps a copy of the file")).toBeVisible();
  await visit(page, "Engagement");
  const kept = await stored(page);
  expect(kept.databases).toEqual(["clientele-remembered"]);
  expect(kept.files).toEqual([expect.stringMatching(new RegExp(`/0 ${statSync(XDR).size}$`, "u"))]);

  // Another visit: nothing but the origin is known of the first.
  await page.goto("about:blank");
  await page.goto("/");
  await booted(page);
  await page.getByRole("button", { name: "Open xdr.parquet again" }).click();
  await visit(page, "Engagement");
  await expect(page.getByRole("button", { name: /^Settings:/u })).toContainText("k = 4");
  expect(await numbersOf(page)).toEqual(before);

  // A change of the view is remembered with it; closing the data keeps the file.
  await setGroups(page, 3);
  await page.goto("about:blank");
  await page.goto("/");
  await booted(page);
  await expect(page.getByRole("button", { name: "Open xdr.parquet again" })).toBeVisible();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("button", { name: "Open xdr.parquet again" })).toHaveCount(0);
  expect(nothingOfTheData(await stored(page), origin), "kept after forgetting").toEqual([]);
});
