import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Download, type Locator, type Page } from "@playwright/test";

/** The pages that answer, with the question each is known by. */
export const PAGES = [
  { title: "Overview", question: "Who are the customers, and what do they use?" },
  { title: "Engagement", question: "Who is engaged?" },
  { title: "Experience", question: "What do customers experience?" },
  { title: "Satisfaction", question: "Who is satisfied, and can the score be trusted?" },
] as const;

/** The pages that are computed when they are visited. */
export const EXPLORE = [
  { title: "Segments", question: "Which kinds of customers are there?" },
  { title: "Journeys", question: "How do customers browse, return, convert and leave?" },
  { title: "Shoppers", question: "What kinds of shoppers are there?" },
] as const;

export type PageTitle = (typeof PAGES | typeof EXPLORE)[number]["title"];

const place = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

/** A small file written by pandas, and what pandas and scikit-learn find in it (see make_xdr.py). */
export const XDR = place("xdr.parquet");
export const XDR_CUSTOMERS = place("xdr-customers.csv");
export const EXPECTED = JSON.parse(readFileSync(place("xdr.json"), "utf8")) as Expected;

export interface Expected {
  readonly rows: number;
  readonly columns: number;
  readonly sessions: number;
  readonly setAside: number;
  readonly customers: number;
  readonly traffic: number;
  readonly applications: Readonly<Record<string, number>>;
  readonly mostTraffic: readonly (readonly [string, number])[];
  readonly mostSessions: number;
  readonly engagementSizes: Readonly<Record<"3" | "4", readonly number[]>>;
  readonly experienceSizes: Readonly<Record<"3", readonly number[]>>;
  /** What is left when only handsets of the maker Aurora count. */
  readonly aurora: { readonly sessions: number; readonly customers: number; readonly traffic: number };
}

/** 106856 as the pages write it: "106,856". */
export function grouped(value: number): string {
  return value.toLocaleString("en-GB");
}

/** Waits until the workbench takes files. */
export async function booted(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-stage", /empty|ready|mapping|failed/u, { timeout: 30_000 });
}

/** Chooses files in the drop zone, once it takes them; they may be paths or made-up contents. */
export async function choose(page: Page, files: Parameters<Locator["setInputFiles"]>[0]): Promise<void> {
  await booted(page);
  await page.getByLabel("Files to open").setInputFiles(files);
}

/** Drops a file from the desktop on the middle of the window, as a mouse would. */
export async function drop(page: Page, path: string): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await protocol.send("Input.dispatchDragEvent", { type, x: 700, y: 400, data });
  }
  await protocol.detach();
}

/** Opens the sample with the one click that the front door offers. */
export async function openSample(page: Page): Promise<void> {
  await page.goto("/");
  await booted(page);
  await page.getByRole("button", { name: "Open the sample" }).first().click();
  await answered(page);
}

/** Goes to a page by the menu and waits for its question. */
export async function visit(page: Page, title: PageTitle | "Data"): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: title, exact: true }).click();
  const question = [...PAGES, ...EXPLORE].find((entry) => entry.title === title)?.question;
  if (question !== undefined) await expect(page.getByRole("heading", { level: 1, name: question })).toBeVisible();
}

/** Waits until the page shows numbers and nothing newer is being computed. */
export async function answered(page: Page, timeout = 40_000): Promise<void> {
  const figures = page.getByRole("region", { name: "Key figures" });
  await expect(figures).toBeVisible({ timeout });
  await expect(page.getByRole("progressbar", { name: "Share computed" })).toHaveCount(0, { timeout });
  // The cards of a page come a few in a frame.
  await expect(page.locator('.fig-grid[aria-busy="true"]')).toHaveCount(0, { timeout });
}

/** Everything a page says in numbers: answer, key figures, findings, titles of the figures. */
export async function numbersOf(page: Page): Promise<Record<string, string | string[]>> {
  await answered(page);
  const main = page.getByRole("main");
  return {
    answer: await main.locator(".page-answer").innerText(),
    keyFigures: await main.getByRole("region", { name: "Key figures" }).getByRole("button").allInnerTexts(),
    findings: await main.getByRole("region", { name: "What stands out" }).getByRole("listitem").allInnerTexts(),
    figures: await main.getByRole("article").getByRole("heading").allInnerTexts(),
  };
}

/** A card by its place in the story ("engagement-sizes"), its numbers shown as a table. */
export async function tableOf(page: Page, figure: string): Promise<Record<string, string>[]> {
  const card = page.locator(`[data-figure="${figure}"]`);
  const toggle = card.getByRole("button", { name: "View as table" });
  if ((await toggle.count()) > 0 && (await toggle.getAttribute("aria-pressed")) === "false") await toggle.click();
  const headings = (await card.getByRole("columnheader").allInnerTexts()).map((text) => text.trim());
  const rows = await card.getByRole("row").all();
  const table: Record<string, string>[] = [];
  for (const row of rows.slice(1)) {
    const cells = await row.getByRole("cell").allInnerTexts();
    table.push(Object.fromEntries(headings.map((heading, index) => [heading, cells[index]?.trim() ?? ""])));
  }
  return table;
}

/** "1,513" or "1,513 customers" as a number. */
export function numeric(text: string | undefined): number {
  return Number((text ?? "").replace(/[^\d.\-eE]/gu, ""));
}

/** Within half a percent of all customers, as another tool's k-means may settle a few of them otherwise. */
export function expectSizes(sizes: readonly number[], wanted: readonly number[], share = 0.005): void {
  const customers = wanted.reduce((sum, size) => sum + size, 0);
  expect(sizes).toHaveLength(wanted.length);
  sizes.forEach((size, cluster) => {
    expect(Math.abs(size - (wanted[cluster] ?? NaN)), `group ${cluster}`).toBeLessThanOrEqual(share * customers);
  });
}

/** Takes one entry of the Export menu and gives the file that arrives. */
export async function downloaded(page: Page, entry: string): Promise<Download> {
  await page.getByRole("banner").getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: entry }).click(),
  ]);
  return download;
}

/** Sets the number of groups on the page that is open. */
export async function setGroups(page: Page, k: number): Promise<void> {
  await page.getByRole("button", { name: /^Settings:/u }).click();
  const field = page.getByRole("dialog").getByRole("spinbutton", { name: /Segments \(k\)/u });
  await field.fill(String(k));
  await field.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: /^Settings:/u })).toContainText(`k = ${k}`);
  await answered(page);
}

/** Copies the link to the view, with the filters' values only where they are ticked, and gives what is on the clipboard. */
export async function copiedLink(page: Page, values = false): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  const window = page.getByRole("dialog", { name: "Copy link" });
  if (values) await window.getByRole("checkbox", { name: /^Include these values/u }).check();
  await window.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(window).toHaveCount(0);
  await expect(page.getByText("Link copied.").last()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Draws around part of the segments' map: from 15 % of its width to `right`, a share of it. */
export async function drawAround(page: Page, right: number): Promise<void> {
  const plot = page.locator('[data-figure="segments-map"] .fig-plot');
  await plot.scrollIntoViewIfNeeded();
  await expect(plot.locator(".main-svg").first()).toBeVisible();
  const box = await plot.boundingBox();
  if (box === null) throw new Error("The map has no place.");
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.15, 0.2));
  await page.mouse.down();
  for (const [x, y] of [
    [right, 0.15],
    [right, 0.85],
    [0.15, 0.85],
    [0.15, 0.2],
  ] as const)
    await page.mouse.move(...at(x, y), { steps: 6 });
  await page.mouse.up();
}
