import { expect, test } from "./watched-test";
import { answered, choose, EXPECTED, grouped, PAGES, visit, XDR } from "./workbench";

test.use({ baseURL: "http://localhost:4390/repo/" });

test("the site works under another base path", async ({ page }) => {
  const missing: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.url().includes("robots.txt")) missing.push(response.url());
  });
  await page.goto("./");
  await choose(page, XDR);
  await expect(page.getByRole("main")).toContainText(`${grouped(EXPECTED.customers)} customers`);
  await expect(page).toHaveURL(/\/repo\/data\//u);
  for (const { title } of PAGES) {
    await visit(page, title);
    await answered(page);
    await expect(page).toHaveURL(new RegExp(`/repo/${title.toLowerCase()}/`, "u"));
  }
  expect(missing).toEqual([]);
});

test("every page is a real address of its own", async ({ page }) => {
  for (const { title, question } of PAGES) {
    const response = await page.goto(`./${title.toLowerCase()}/`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
  }
});
