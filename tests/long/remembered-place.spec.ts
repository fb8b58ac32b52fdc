import { nothingOfTheData, stored } from "../e2e/stored";
import { expect, test } from "../e2e/watched-test";
import { booted } from "../e2e/workbench";

test("a file that lies on disk is remembered by its place, read anew, and forgotten alike", async ({ page }) => {
  await page.goto("/");
  const origin = new URL(page.url()).origin;
  await booted(page);
  // A file in the site's own folder stands for one on the disk: the browser hands out the same kind of handle for both.
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const place = await root.getFileHandle("visits.csv", { create: true });
    const rows = Array.from({ length: 90 }, (_, row) => `c${row % 30},${row % 7},${row * 3 + 1}`);
    const writable = await place.createWritable();
    await writable.write(`customer_id,duration (s),download (bytes)\n${rows.join("\n")}\n`);
    await writable.close();
    const transfer = new DataTransfer();
    transfer.items.add(new File([await (await place.getFile()).text()], "visits.csv"));
    Object.assign(DataTransferItem.prototype, { getAsFileSystemHandle: () => Promise.resolve(place) });
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, cancelable: true, bubbles: true }));
  });
  await expect(page.getByRole("heading", { level: 1, name: "visits.csv" })).toBeVisible();
  await page.getByLabel("Remember this file on this device").check();
  await expect(page.getByText("This browser keeps where the file lies on disk")).toBeVisible();
  expect((await stored(page)).files).toEqual([expect.stringMatching(/^visits\.csv \d+$/u)]);

  await page.goto("about:blank");
  await page.goto("/");
  await booted(page);
  await page.getByRole("button", { name: "Open visits.csv again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "visits.csv" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("30 customers");

  // Gone from the disk: a sentence. Then everything is forgotten, here from the page on privacy.
  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry("visits.csv"));
  await page.goto("about:blank");
  await page.goto("/");
  await booted(page);
  await page.getByRole("button", { name: "Open visits.csv again" }).click();
  await expect(page.getByText("is no longer where it was")).toBeVisible();
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page.getByRole("button", { name: "Open visits.csv again" })).toHaveCount(0);
  expect(nothingOfTheData(await stored(page), origin)).toEqual([]);
});
