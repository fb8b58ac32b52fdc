import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/find-browser.ts";

/** One visit: milliseconds, bytes, and what kept the page's own thread busy. */
export interface Visit {
  /** From the address to a workbench that takes files. */
  readonly boot: number;
  /** From the drop to data that can be looked at. */
  readonly ready: number;
  /** From the drop to all pages computed. */
  readonly pages: number;
  /** Tasks over 50 ms between the drop and the last page. */
  readonly longTasks: readonly number[];
  /** Peak of the tab's process; null where the system does not say. */
  readonly peakBytes: number | null;
}

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const LONGEST_WAIT = 300_000;

/** Where the built site is. */
export const SITE = process.env["CLIENTELE_OUT"] ?? "dist";

/** Serves the built site and gives its address to `use`; stops when that is done. */
export async function withSite<T>(use: (address: string) => Promise<T>): Promise<T> {
  const server = spawn(process.execPath, ["scripts/serve.ts", "--dir", SITE, "--port", "4370"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
      server.stdout.on("data", (text: Buffer) => {
        const found = /https?:\S+/.exec(text.toString());
        if (found !== null) resolve(found[0]);
      });
    });
    return await use(address);
  } finally {
    server.kill();
  }
}

/** Gives `use` a page of a fresh browser that notes its long tasks; closes the browser when that is done. */
export async function withPage<T>(use: (page: Page, browser: Browser) => Promise<T>): Promise<T> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: ARGUMENTS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const page = await browser.newPage();
    await watchLongTasks(page);
    return await use(page, browser);
  } finally {
    await browser.close();
  }
}

/** Opens the site in a fresh browser, gives it a file `pause` milliseconds after its boot and waits for every page. */
export function visit(address: string, file: string, pause: number): Promise<Visit> {
  return withPage(async (page, browser) => {
    await page.goto(address);
    const boot = await mark(page, "clientele:boot");
    await page.waitForTimeout(pause);
    await page.getByLabel("Files to open").setInputFiles(file);
    const drop = await mark(page, "clientele:drop");
    const ready = await mark(page, "clientele:ready");
    const pages = await lastMark(page, "clientele:pages");
    return {
      boot,
      ready: ready - drop,
      pages: pages - drop,
      longTasks: (await longTasksBetween(page, drop, pages)).map(({ duration }) => duration),
      peakBytes: await peakOfTabs(browser),
    };
  });
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const tasks: [number, number][] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push([entry.startTime, entry.duration]);
    }).observe({ type: "longtask", buffered: true });
  });
}

/** A task that kept the page's thread for more than 50 ms. Milliseconds, `start` since the navigation. */
export interface LongTask {
  readonly start: number;
  readonly duration: number;
}

/** The tasks over 50 ms that began between these times since the navigation. */
export async function longTasksBetween(page: Page, from: number, to: number): Promise<readonly LongTask[]> {
  const tasks = await page.evaluate(() => (window as unknown as { longTasks: [number, number][] }).longTasks);
  return tasks.map(([start, duration]) => ({ start, duration })).filter(({ start }) => start >= from && start <= to);
}

/** Waits for a mark and gives its time since the navigation. Polls from outside: the sealed page evaluates no text. */
export async function mark(page: Page, name: string): Promise<number> {
  const until = Date.now() + LONGEST_WAIT;
  while (Date.now() < until) {
    const times = await page.evaluate(
      (wanted) => performance.getEntriesByName(wanted).map((entry) => entry.startTime),
      name,
    );
    const last = times.at(-1);
    if (last !== undefined) return last;
    if ((await page.locator("html").getAttribute("data-stage")) === "failed") {
      throw new Error(`The site failed before ${name}: ${await page.locator("body").innerText()}`);
    }
    await page.waitForTimeout(50);
  }
  throw new Error(`The site did not reach ${name} in ${LONGEST_WAIT / 1000} s.`);
}

/** The last of a mark that is set again when a view changes: as soon as none has followed for a second. */
export async function lastMark(page: Page, name: string): Promise<number> {
  let last = await mark(page, name);
  for (;;) {
    await page.waitForTimeout(1000);
    const now = await mark(page, name);
    if (now === last) return last;
    last = now;
  }
}

/** The largest peak of resident memory among the browser's tabs, as Linux keeps it. */
async function peakOfTabs(browser: Browser): Promise<number | null> {
  if (!existsSync("/proc/self/status")) return null;
  const protocol = await browser.newBrowserCDPSession();
  const { processInfo } = await protocol.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1])
    .map((kilobytes) => Number(kilobytes ?? 0) * 1024);
  return Math.max(...peaks);
}
