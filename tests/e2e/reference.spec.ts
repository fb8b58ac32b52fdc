import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./watched-test";
import { answered, choose, expectSizes, numeric, tableOf, visit } from "./workbench";

const shared = (path: string): string => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));
const SESSIONS = shared("data/telecom-xdr/sessions.csv");
const USERS = shared("data/telecom-xdr/users.csv");
const REFERENCE = shared("reference/telecom.json");

type Segments = Record<"engagement" | "experience", { readonly sizes: readonly number[] }>;

interface Reference {
  readonly users_csv_winsorised: Segments;
  readonly sessions_csv_winsorised: Segments;
  readonly sessions_csv: {
    readonly top10_handsets: readonly (readonly [string, number])[];
    readonly top10_traffic_bytes: readonly (readonly [string, number])[];
    readonly app_totals: Readonly<Record<string, number>>;
  };
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
      expect(Math.abs(size / (wanted[cluster] ?? NaN) - 1), `${title}, group ${cluster}: ${size}`).toBeLessThan(0.005);
    });
  }
});

test("the real file of sessions gives the reference's numbers", async ({ page }) => {
  test.skip(!existsSync(SESSIONS) || !existsSync(REFERENCE), "../shared is not here");
  const reference = JSON.parse(readFileSync(REFERENCE, "utf8")) as Reference;
  const { top10_handsets: handsets, top10_traffic_bytes: traffic, app_totals: apps } = reference.sessions_csv;
  await page.goto("/");
  await choose(page, SESSIONS);
  await expect(page.getByRole("main")).toContainText("7,401 customers");

  await visit(page, "Overview");
  await answered(page);
  const topHandsets = await tableOf(page, "handsets");
  // The reference counts the file's word "undefined" as a handset; here it is nobody's handset.
  const named = handsets.filter(([handset]) => handset !== "undefined");
  const found = topHandsets.map((row) => [row["Handset"], numeric(row["Sessions"])]);
  expect(found.slice(0, named.length)).toEqual(named);

  await visit(page, "Engagement");
  await answered(page);
  const topTraffic = await tableOf(page, "engagement-top-traffic_bytes");
  expect(topTraffic.slice(0, 10).map((row) => [row["Customer"], numeric(row["Traffic (B)"])])).toEqual(traffic);
  const perApp = await tableOf(page, "engagement-applications");
  const totals = new Map(perApp.map((row) => [`${row["Application"]} (Bytes)`, numeric(row["Traffic (B)"])]));
  expect(Object.fromEntries(totals)).toEqual(apps);
  const sizes = (await tableOf(page, "engagement-sizes")).map((row) => numeric(row["Customers"]));
  expectSizes(sizes, reference.sessions_csv_winsorised.engagement.sizes);
});
