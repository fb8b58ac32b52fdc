import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./watched-test";
import { answered, choose, grouped, numeric, tableOf, visit } from "./workbench";

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const USERS = shared("data/telecom-xdr/users.csv");
const REFERENCE = shared("reference/telecom.json");

interface Reference {
  readonly users_csv_winsorised: Record<"engagement" | "experience", { readonly sizes: readonly number[] }>;
}

test("the real table of 106,856 customers gives the reference's numbers", async ({ page }) => {
  test.skip(!existsSync(USERS) || !existsSync(REFERENCE), "../shared is not here");
  const reference = (JSON.parse(readFileSync(REFERENCE, "utf8")) as Reference).users_csv_winsorised;
  await page.goto("/");
  await choose(page, USERS);
  await expect(page.getByRole("main")).toContainText("106,856 customers");
  for (const title of ["Engagement", "Experience"] as const) {
    await visit(page, title);
    await answered(page);
    const id = title === "Engagement" ? "engagement" : "experience";
    const sizes = (await tableOf(page, `${id}-sizes`)).map((row) => numeric(row["Customers"]));
    const wanted = reference[id].sizes;
    expect(sizes).toHaveLength(wanted.length);
    sizes.forEach((size, cluster) => {
      expect(Math.abs(size / (wanted[cluster] ?? NaN) - 1), `${title}, group ${cluster}: ${grouped(size)}`).toBeLessThan(0.005);
    });
  }
});
