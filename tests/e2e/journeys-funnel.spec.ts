import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { shopCsv } from "../unit/behaviour/a-shop";
import { expect, test } from "./watched-test";
import { answered, choose, copiedLink, numbersOf, numeric, tableOf, visit } from "./workbench";

const CSV = shopCsv(1, true, 3000);
const FILE = { name: "shop.csv", mimeType: "text/csv", buffer: Buffer.from(CSV) };
const WAIT = 120_000;

interface Row {
  readonly event: string;
  readonly platform: string;
}

/** Customers at each step, each taken at the first event that passes after the step before it. */
function reached(steps: readonly ((row: Row) => boolean)[]): readonly number[] {
  const rows = CSV.split("\n").slice(1);
  const sorted = rows.map((line) => line.split(",")).toSorted((a, b) => (a[2] ?? "").localeCompare(b[2] ?? ""));
  const depths = new Map<string, number>();
  for (const [user = "", event = "", , platform = ""] of sorted) {
    const depth = depths.get(user) ?? 0;
    if (steps[depth]?.({ event, platform }) === true) depths.set(user, depth + 1);
  }
  return steps.map((_, step) => [...depths.values()].filter((depth) => depth > step).length);
}

/** The events that can be added as a step. */
const eventsToAdd = (page: Page): Locator => page.getByRole("listbox", { name: "Add a step" }).getByRole("option");

const press = async (target: Locator, key: string): Promise<void> => {
  await target.focus();
  await target.press(key);
};

async function counted(page: Page): Promise<readonly (readonly [string, number])[]> {
  await answered(page, WAIT);
  const table = await tableOf(page, "journeys-funnel");
  return table.map((row) => [row["Step"] ?? "", numeric(row["customers"])]);
}

async function expectSteps(page: Page, steps: readonly (readonly [string, number])[]): Promise<void> {
  await expect.poll(() => counted(page), { timeout: WAIT }).toEqual(steps);
}

async function opened(page: Page): Promise<void> {
  await page.goto("/");
  await choose(page, FILE);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  await visit(page, "Journeys");
  await answered(page, WAIT);
}

const named =
  (event: string) =>
  (row: Row): boolean =>
    row.event === event;

test("a funnel built by the keyboard: numbers follow, Back undoes, and the link brings it back", async ({
  page,
  colleague: meet,
}) => {
  await opened(page);
  const [products, carts, bought] = reached([named("product"), named("cart"), named("purchase")]);
  await expectSteps(page, [
    ["product", products ?? NaN],
    ["cart", carts ?? NaN],
    ["purchase", bought ?? NaN],
  ]);

  await press(page.getByRole("button", { name: "Change steps" }), "Enter");
  const add = page.getByRole("combobox", { name: "Add a step" });
  await add.focus();
  await page.keyboard.type("pay");
  await expect(eventsToAdd(page)).toHaveText([/^payment/u]);
  await page.keyboard.press("Enter");
  const lines = page.getByRole("list", { name: "Steps of the funnel" }).getByRole("listitem");
  await expect(lines).toHaveCount(4);
  await press(page.getByRole("button", { name: "Move payment up" }), "Enter");
  await expect(lines.nth(2)).toHaveAccessibleName("Step 3: payment");
  await expect(page.getByRole("button", { name: "Move payment up" })).toBeFocused();
  await press(page.getByRole("checkbox", { name: "Step 2, cart: optional" }), "Space");
  await expect(page.getByRole("checkbox", { name: "Step 2, cart: optional" })).toBeChecked();
  const paid = reached([named("product"), named("payment"), named("purchase")]);
  await expect.poll(async () => (await counted(page)).at(-1), { timeout: WAIT }).toEqual(["purchase", paid[2]]);
  expect((await counted(page)).map(([step]) => step)).toEqual(["product", "cart (optional)", "payment", "purchase"]);

  await press(page.getByRole("button", { name: "Step 3: payment with …" }), "Enter");
  await expect(page.getByRole("combobox", { name: "Column" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("mobile");
  await page.keyboard.press("Enter");
  const mobile = reached([
    named("product"),
    ({ event, platform }) => event === "payment" && platform === "mobile",
    named("purchase"),
  ]);
  expect(mobile[2]).not.toBe(paid[2]);
  await expect.poll(async () => (await counted(page)).at(-1), { timeout: WAIT }).toEqual(["purchase", mobile[2]]);
  expect((await counted(page)).at(2)).toEqual(["payment with platform = mobile", mobile[1]]);

  const link = await copiedLink(page, true);
  const numbers = await numbersOf(page);
  const other = await meet();
  await other.goto(link);
  await choose(other, FILE);
  await answered(other, WAIT);
  expect(await numbersOf(other)).toEqual(numbers);

  await page.goBack();
  await expect.poll(async () => (await counted(page)).at(-1), { timeout: WAIT }).toEqual(["purchase", paid[2]]);
  await page.getByRole("button", { name: "Use the guess again" }).click();
  await expectSteps(page, [
    ["product", products ?? NaN],
    ["cart", carts ?? NaN],
    ["purchase", bought ?? NaN],
  ]);
});

test("axe finds nothing with the editor, a condition, the list of events and the columns open", async ({ page }) => {
  await opened(page);
  await page.getByRole("button", { name: "Change steps" }).click();
  await page.getByRole("button", { name: "Change columns" }).click();
  await page.getByRole("button", { name: "Step 2: cart with …" }).click();
  await page.getByRole("combobox", { name: "Add a step" }).click();
  await expect(eventsToAdd(page).first()).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations, passes } = await new AxeBuilder({ page }).options({ preload: false }).analyze();
    expect(passes.length).toBeGreaterThan(0);
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    expect(faults, `${width} wide`).toEqual([]);
  }
});

test("what changed leads to its own view, and a ready-made funnel takes one press", async ({ page }) => {
  await opened(page);
  const finding = page.getByRole("region", { name: "What stands out" }).getByRole("listitem");
  const change = finding.filter({ hasText: "platform mobile" }).first();
  const link = change.getByRole("link", { name: "Show it" });
  const href = await link.getAttribute("href");
  await link.click();
  await answered(page, WAIT);
  await expect(page.locator('[data-figure="journeys-compared"]')).toBeFocused({ timeout: WAIT });
  expect(page.url()).toBe(href);
  await page.goBack();
  await answered(page, WAIT);
  await page.getByRole("button", { name: "Cart abandonment" }).click();
  await expect(page.getByRole("button", { name: "Cart abandonment" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByLabel("Counted by")).toHaveValue("visit");
});
