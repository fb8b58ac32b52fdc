import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/find-browser.ts";

const executablePath = findBrowser();
if (executablePath === undefined) {
  throw new Error("No Chromium was found. Install Chromium or Chrome, or set CLIENTELE_CHROMIUM to its path.");
}

const site = process.env["CLIENTELE_OUT"] ?? "dist";

/** One kind of host, serving the one build. */
const host = (port: number, base: string, ...flags: string[]) => ({
  command: `node scripts/serve.ts --dir ${site} --port ${port} --base ${base} ${flags.join(" ")}`,
  url: `http://localhost:${port}${base}`,
  reuseExistingServer: false,
});

/** A stranger's visits to the production site in `dist/`, on hosts of four kinds. */
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
    // Recording every step doubles what a visit takes. To look into a failure: `npx playwright test <file> --trace on`.
    trace: "off",
    screenshot: "only-on-failure",
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
  webServer: [host(4380, "/"), host(4390, "/repo/"), host(4391, "/", "--headers"), host(4392, "/", "--gzip")],
});
