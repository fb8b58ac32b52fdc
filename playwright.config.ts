import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.ts";

const executablePath = findBrowser();
if (executablePath === undefined) {
  throw new Error("No Chromium was found. Install Chromium or Chrome, or set CLIENTELE_CHROMIUM to its path.");
}

/** A stranger's visits to the production site in `dist/`, and once to the site built for another base path. */
export default defineConfig({
  testDir: "tests/e2e",
  // Pictures for people to look at; only when they are asked for.
  testIgnore: process.env["CLIENTELE_SCREENSHOTS"] === undefined ? "screens.spec.ts" : [],
  outputDir: "test-results",
  // Generous, for a busy machine: what is waited for shows itself, so a quiet one never waits this long.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  workers: 2,
  reporter: [["list"]],
  forbidOnly: process.env["CI"] !== undefined,
  use: {
    baseURL: "http://localhost:4380/",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-unsafe-swiftshader",
      ],
    },
  },
  webServer: [
    {
      command: `node scripts/serve.ts --dir ${process.env["CLIENTELE_OUT"] ?? "dist"} --port 4380 --base /`,
      url: "http://localhost:4380/",
      reuseExistingServer: false,
    },
    {
      // Its own output folder: the site under test at "/" stays as the build left it.
      command:
        "astro build && node scripts/serve.ts --dir node_modules/.cache/clientele-under-repo --port 4390 --base /repo/",
      env: { CLIENTELE_BASE: "/repo/", CLIENTELE_OUT: "node_modules/.cache/clientele-under-repo" },
      url: "http://localhost:4390/repo/",
      timeout: 120_000,
      reuseExistingServer: false,
    },
  ],
});
