import { endWorkers, recordWorkers } from "./mortal-workers";
import { expect, test } from "./watched-test";
import { answered, choose, EXPECTED, grouped, numbersOf, visit, XDR } from "./workbench";

const rows = Array.from({ length: 400 }, (_, row) => `c${row % 40},${(row * 7) % 90},${(row * row) % 5000}`);
const OTHER = {
  name: "other.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(`customer_id,duration (s),download (bytes)\n${rows.join("\n")}\n`),
};

test("two tabs with different files do not disturb each other", async ({ page, context }) => {
  const second = await context.newPage();
  await recordWorkers(second);
  await Promise.all([page.goto("/"), second.goto("/")]);
  await Promise.all([choose(page, XDR), choose(second, OTHER)]);
  await Promise.all([visit(page, "Engagement"), visit(second, "Overview")]);
  const [mine, theirs] = await Promise.all([numbersOf(page), numbersOf(second)]);

  // Threads of one tab end, its view comes back, it is closed: the other keeps its numbers.
  await endWorkers(second, "engine");
  await endWorkers(second, "compute");
  await expect(second.getByText("bringing your view back")).toHaveCount(0);
  expect(await numbersOf(second)).toEqual(theirs);
  await second.close();
  await expect(page.getByText("bringing your view back")).toHaveCount(0);
  expect(await numbersOf(page)).toEqual(mine);
  await visit(page, "Overview");
  await answered(page);
  await expect(page.getByRole("region", { name: "Key figures" })).toContainText(grouped(EXPECTED.customers));
});
