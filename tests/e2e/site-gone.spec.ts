import { startLoneServer } from "./lone-server";
import { expect, test } from "./watched-test";
import { answered, booted, choose, downloaded, PAGES, visit, XDR } from "./workbench";

const PORT = 4400;

test.use({ baseURL: `http://localhost:${PORT}/` });

test("the site can be taken away once it is open: everything goes on, and nothing is asked for", async ({
  page,
  watch,
}) => {
  const server = await startLoneServer(PORT);
  try {
    await page.goto("/");
    await booted(page);
  } finally {
    await server.stop();
  }
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith("http")) asked.push(request.url());
  });
  await choose(page, XDR);
  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
  for (const { title } of PAGES) {
    await visit(page, title);
    await answered(page);
  }
  await downloaded(page, "Scored customers, Parquet");
  await downloaded(page, "Analysis record, JSON");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: PAGES[2].question })).toBeVisible();
  await answered(page);
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: PAGES[2].question })).toBeVisible();
  await visit(page, "Data");
  await expect(page.getByRole("heading", { level: 1, name: "xdr.parquet" })).toBeVisible();
  expect(asked).toEqual([]);
  // The page did shut itself, so that the watch over what comes after it was on.
  expect(watch.seals).toBe(1);
});
