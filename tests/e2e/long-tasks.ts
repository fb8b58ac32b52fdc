import type { Page, TestInfo } from "@playwright/test";

interface LongTasks {
  longTasks?: number[];
}

/** Counts what blocks the page's own thread for more than 50 ms, from the first script on. */
export async function measureLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = window as unknown as LongTasks;
    kept.longTasks = [];
    new PerformanceObserver((list) => {
      kept.longTasks?.push(...list.getEntries().map((entry) => Math.round(entry.duration)));
    }).observe({ type: "longtask", buffered: true });
  });
}

/** Prints and attaches what was measured since the last report; a report, never a verdict. */
export async function reportLongTasks(page: Page, info: TestInfo, during: string): Promise<void> {
  const tasks = await page.evaluate(() => {
    const kept = window as unknown as LongTasks;
    return kept.longTasks?.splice(0) ?? [];
  });
  const longest = Math.max(0, ...tasks);
  const line = `${during}: ${tasks.length} tasks over 50 ms, longest ${longest} ms`;
  console.log(`  long tasks, ${line}`);
  info.annotations.push({ type: "long tasks", description: line });
}
