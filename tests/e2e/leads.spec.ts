import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { csvRows } from "./csv-rows";
import { expect, test } from "./watched-test";
import { answered, choose, copiedLink, downloaded, numbersOf, numeric, tableOf } from "./workbench";

const SHOPPERS = fileURLToPath(
  new URL("../../../shared/data/shoppers-intention/online_shoppers_intention.csv", import.meta.url),
);
const WAIT = 150_000;

/** Orders of 900 customers in 2024; who ordered often before September mostly orders again from then on. */
function orders(): { name: string; mimeType: string; buffer: Buffer } {
  const lines = ["customer_id,ordered,amount,channel"];
  const day = (at: number): string => new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
  for (let who = 0; who < 900; who++) {
    const many = 1 + ((who * 7) % 8);
    for (let order = 0; order < many; order++)
      lines.push(
        `c${who},${day((who * 13 + order * 29) % 244)},${10 + ((who * order) % 90)},${who % 2 ? "web" : "shop"}`,
      );
    if (many > 4 ? who % 10 < 8 : who % 10 < 2) lines.push(`c${who},${day(244 + (who % 100))},55,web`);
  }
  return { name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\n")}\n`) };
}

async function openedLeads(page: Page, file: Parameters<typeof choose>[1]): Promise<void> {
  await page.goto("/");
  await choose(page, file);
  await expect(page.getByRole("grid").getByRole("gridcell").first()).toBeVisible();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Leads", exact: true }).click();
  await answered(page, WAIT);
}

async function contact(page: Page, count: number): Promise<void> {
  const field = page.getByRole("spinbutton", { name: "You can contact" }).first();
  await field.fill(String(count));
  await field.press("Enter");
  await expect(page.locator(".page-answer")).toContainText(`Contact the best ${count} of`, { timeout: WAIT });
  await answered(page, WAIT);
}

/** The scores leave by rank: as many as there are customers, each rank once, falling. */
async function expectScores(page: Page, customers: number): Promise<void> {
  const rows = csvRows(await (await downloaded(page, "Scored customers, CSV")).path());
  const scored = rows.filter((row) => row["lead_rank"] !== "").toSorted((a, b) => rankOf(a) - rankOf(b));
  expect(scored.map(rankOf)).toEqual(Array.from({ length: customers }, (_, at) => at + 1));
  const scores = scored.map((row) => Number(row["lead_score"]));
  expect(scores.every((score, at) => score >= 0 && score <= 1 && score <= (scores[at - 1] ?? 1))).toBe(true);
}

const rankOf = (row: Readonly<Record<string, string>>): number => Number(row["lead_rank"]);

async function expectSameForColleague(page: Page, meet: () => Promise<Page>, file: Parameters<typeof choose>[1]) {
  const link = await copiedLink(page);
  const other = await meet();
  await other.goto(link);
  await choose(other, file);
  await answered(other, WAIT);
  expect(await numbersOf(other)).toEqual(await numbersOf(page));
}

test("a person finds whom to contact among a shop's visits, takes the scores along, and a colleague sees the same", async ({
  page,
  colleague,
}) => {
  test.skip(!existsSync(SHOPPERS), "../shared is not here");
  await openedLeads(page, SHOPPERS);
  await expect(page.locator(".page-answer")).toContainText("with Revenue = true");
  const roc = page.locator('[data-figure="leads-roc"]');
  const auc = /AUC\s([\d.]+)\s\(95\s%\s([\d.]+)\sto\s([\d.]+)\)/u.exec(await roc.getByRole("heading").innerText());
  expect(Number(auc?.[1])).toBeGreaterThanOrEqual(0.92);
  expect(Number(auc?.[2])).toBeLessThan(Number(auc?.[1]));
  expect(Number(auc?.[3])).toBeGreaterThan(Number(auc?.[1]));
  await expect(page.locator('[data-figure="leads-precision"]')).toContainText("chance 0.155");
  await expect(page.getByText("all 17 that fit")).toBeVisible();

  await contact(page, 100);
  const planned = await tableOf(page, "leads-capacity");
  const hundred = planned.find((row) => row["Contacted"] === "100");
  expect(numeric(hundred?.["Expected"])).toBeGreaterThan(5 * numeric(hundred?.["Expected by chance"]));
  await expectScores(page, 12_330);
  await expectSameForColleague(page, colleague, SHOPPERS);

  await test.step("a computation can be stopped and begun again", async () => {
    const before = await page.locator(".page-answer").innerText();
    await page.getByLabel("Model", { exact: true }).selectOption("logistic");
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Stopped" })).toBeVisible();
    await expect(page.locator(".page-answer")).toHaveText(before);
    await page.getByRole("button", { name: "Compute it" }).click();
    await answered(page, WAIT);
    expect((await tableOf(page, "leads-comparison"))[0]?.["Told by"]).toBe("logistic regression");
  });
});

test("who ordered before a date and comes again after it: cut-off, scores, link", async ({ page, colleague }) => {
  const file = orders();
  const lines = file.buffer.toString().trim().split("\n").slice(1);
  const early = lines.filter((line) => (line.split(",")[1] ?? "") < "2024-09-01").length;
  await openedLeads(page, file);
  await expect(page.getByRole("region", { name: "What stands out" })).toContainText("(guessed, so that");
  const cutoff = page.getByRole("textbox", { name: "Cut-off date" });
  await cutoff.fill("31.8.2024");
  await cutoff.press("Enter");
  await expect(page.getByText("This cannot be read, so the last choice stays.").first()).toBeVisible();
  await cutoff.fill("2024-09-01");
  await cutoff.press("Enter");
  await expect(page.locator(".page-answer")).toContainText("with activity from 1 Sept 2024 on", { timeout: WAIT });
  await answered(page, WAIT);
  await expect(page.getByRole("region", { name: "What stands out" })).toContainText(
    `features are made of ${early.toLocaleString("en-GB")} rows of 900 customers before it; the outcome is what ${lines.length - early} rows from it on say`,
  );
  await contact(page, 100);
  await expectScores(page, 900);
  await expectSameForColleague(page, colleague, file);
  expect(page.url()).toContain("leads.cutoff=2024-09-01");
});
