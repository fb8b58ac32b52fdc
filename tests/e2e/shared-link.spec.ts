import { expect, test } from "./watched-test";
import {
  answered,
  choose,
  copiedLink,
  EXPECTED,
  expectSizes,
  grouped,
  numbersOf,
  numeric,
  setGroups,
  tableOf,
  visit,
  XDR,
} from "./workbench";

test("a copied link reopens the same view on a colleague's copy of the file", async ({ page, colleague: meet }) => {
  await page.goto("/");
  await choose(page, XDR);
  await visit(page, "Engagement");
  await answered(page);
  const before = await numbersOf(page);
  await setGroups(page, 4);
  const sizes = await tableOf(page, "engagement-sizes");
  expectSizes(
    sizes.map((row) => numeric(row["Customers"])),
    EXPECTED.engagementSizes["4"],
  );
  const mine = await numbersOf(page);
  expect(mine).not.toEqual(before);
  const link = await copiedLink(page);
  expect(new URL(link).pathname).toBe("/engagement/");
  // Customers of this file are called 9990… with twelve digits; a link names none of them.
  expect(decodeURIComponent(link)).not.toMatch(/9990\d{8}/u);

  const colleague = await meet();
  await colleague.goto(link);
  await expect(colleague.getByText("This link was made on")).toContainText(
    `a file of ${grouped(EXPECTED.rows)} rows × ${EXPECTED.columns} columns`,
  );
  await choose(colleague, XDR);
  await answered(colleague);
  await expect(colleague.getByRole("button", { name: /^Settings:/u })).toContainText("k = 4");
  expect(await numbersOf(colleague)).toEqual(mine);

  await page.goBack();
  await expect(page.getByRole("button", { name: /^Settings:/u })).toContainText("k = 3");
  expect(await numbersOf(page)).toEqual(before);
  await page.goForward();
  await expect(page.getByRole("button", { name: /^Settings:/u })).toContainText("k = 4");
  expect(await numbersOf(page)).toEqual(mine);
});
