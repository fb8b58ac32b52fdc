import type { Page } from "@playwright/test";
import type { LabRow } from "./lab-table.ts";
import { lastMark, longTasksBetween, mark, withPage, type LongTask } from "./site.ts";

const LONGEST_WAIT = 180_000;

/** After the end of a run its last cards are drawn; tasks that begin by then count. */
const DRAWING = 2000;

/** What the run is doing when it is stopped: all threads are busy then. */
const STOPPED_DURING = "Asking how many";

const TARGETS = { run: 15_000, task: 50, stop: 100 };

/**
 * Opens a file in the built site, visits Segments with the settings as they come (k-means, k = 4, curves of four indices up
 * to k = 10, gap statistic, stability) and gives how long that took, the longest task of the page's thread meanwhile, and
 * how long Stop takes. The fastest of `rounds` for the run, the slowest for the others.
 */
export async function visitLab(address: string, file: string, rounds: number): Promise<readonly LabRow[]> {
  const runs: LabRun[] = [];
  const stops: number[] = [];
  for (let round = 0; round < rounds; round++) {
    runs.push(await withPage((page) => runLab(page, address, file)));
    stops.push(await withPage((page) => stopLab(page, address, file)));
  }
  const best = runs.reduce((least, run) => (run.milliseconds < least.milliseconds ? run : least));
  const tasks = runs.flatMap(({ longTasks }) => longTasks);
  const row = (what: string, ours: number, most: number, answer: string): LabRow => {
    return { what, ours, peer: null, cpuRatio: null, target: { milliseconds: most }, answer };
  };
  return [
    row("Segments in the built site, visit to end", best.milliseconds, TARGETS.run, best.jobs),
    row(
      "  longest task of the page's thread",
      Math.max(0, ...tasks.map(({ duration }) => duration)),
      TARGETS.task,
      taskWords(tasks, rounds),
    ),
    row("  press on Stop to “Stopped”", Math.max(...stops), TARGETS.stop, ""),
  ];
}

function taskWords(tasks: readonly LongTask[], visits: number): string {
  const longest = [...tasks].sort((a, b) => b.duration - a.duration).slice(0, 6);
  const words = longest.map(({ start, duration }) => `${duration} ms at ${(start / 1000).toFixed(1)} s`);
  return `${(tasks.length / visits).toFixed(1)} over 50 ms per visit: ${words.join(", ")}`;
}

interface LabRun {
  readonly milliseconds: number;
  /** Their starts are since the visit. */
  readonly longTasks: readonly LongTask[];
  /** The jobs that took longest, with how long they took, waiting for a thread included. */
  readonly jobs: string;
}

async function runLab(page: Page, address: string, file: string): Promise<LabRun> {
  await openData(page, address, file);
  const { began, ended, failed } = await page.evaluate(visitUntilDone);
  if (failed !== null) throw new Error(`The page Segments failed: ${failed}`);
  await page.waitForTimeout(DRAWING);
  const longTasks = await longTasksBetween(page, began, ended + DRAWING);
  const sinceVisit = longTasks.map(({ start, duration }) => ({ start: start - began, duration }));
  return { milliseconds: ended - began, longTasks: sinceVisit, jobs: await jobsSince(page, began) };
}

/** Opens the file and waits until its every column is read and looked at, as a person would see. */
async function openData(page: Page, address: string, file: string): Promise<void> {
  await page.goto(address);
  await mark(page, "clientele:boot");
  await page.getByLabel("Files to open").setInputFiles(file);
  await lastMark(page, "clientele:pages");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Data", exact: true }).click();
  await page.locator(".dp-column").first().waitFor();
  await page.waitForTimeout(500);
  const until = Date.now() + LONGEST_WAIT;
  while ((await page.locator(".dp-column .dp-skeleton").count()) > 0) {
    if (Date.now() > until) throw new Error("The columns were not read in time.");
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(1000);
}

/** In the page: follows the link to Segments; from that press until the progress line has come and gone. */
function visitUntilDone(): Promise<{ began: number; ended: number; failed: string | null }> {
  return new Promise((resolve) => {
    let seen = false;
    const observer = new MutationObserver(() => {
      const running = document.querySelector(".progress-line") !== null;
      seen ||= running;
      if (running || !seen) return;
      observer.disconnect();
      const answered = document.querySelector("[data-figure]") !== null;
      resolve({ began, ended: performance.now(), failed: answered ? null : document.body.innerText });
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const began = performance.now();
    document.querySelector<HTMLAnchorElement>('nav[aria-label="Pages"] a[href$="segments/"]')?.click();
  });
}

async function jobsSince(page: Page, began: number): Promise<string> {
  const measured = await page.evaluate(() =>
    performance.getEntriesByType("measure").map(({ name, startTime, duration }) => ({ name, startTime, duration })),
  );
  return measured
    .filter(({ startTime }) => startTime >= began)
    .sort((a, b) => b.duration - a.duration)
    .slice(0, 8)
    .map(({ name, duration }) => `${name.replace("clientele:", "")} ${(duration / 1000).toFixed(1)} s`)
    .join(", ");
}

async function stopLab(page: Page, address: string, file: string): Promise<number> {
  await openData(page, address, file);
  await page.locator('nav[aria-label="Pages"] a[href$="segments/"]').click();
  await page.locator(".progress-line", { hasText: STOPPED_DURING }).waitFor({ timeout: LONGEST_WAIT });
  return page.evaluate(pressStop);
}

/** In the page: from the press on Stop to the card that says so. */
function pressStop(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
      const headings = [...document.querySelectorAll("h2")];
      if (!headings.some(({ textContent }) => textContent === "Stopped")) return;
      observer.disconnect();
      resolve(performance.now() - began);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.querySelector<HTMLButtonElement>(".progress-line button")?.click();
  });
}
