import { readFileSync } from "node:fs";
import { expect, test, type Page } from "@playwright/test";
import { REFUSED, WITHOUT_EFFECT } from "../sql-attacks";
import { ask, openEngineDoor } from "./airlock/engine-door";
import { fire, fireFromWorker } from "./airlock/fire";
import { startOwnHost, type OwnHost } from "./airlock/own-host";
import { startSink, type Sink } from "./airlock/sink";
import { STUN_PORTS } from "./airlock/target";
import { ASLEEP, NAVIGATIONS, WINDOW_VECTORS } from "./airlock/window-vectors";
import { WORKER_VECTORS, workerSource } from "./airlock/worker-vectors";
import {
  answered,
  booted,
  choose,
  downloaded,
  EXPECTED,
  expectSizes,
  numeric,
  PAGES,
  setGroups,
  tableOf,
  visit,
  XDR,
} from "./workbench";

// Not the watched test: every vector is meant to leave errors behind. The sink and the host's log watch instead.

const SINK_PORT = 4410;
const OWN_PORT = 4411;
const FOLDER = process.env["CLIENTELE_OUT"] ?? "dist";
const OWN = `http://localhost:${OWN_PORT}/`;

/** The site's first policy alone, as a page would have it that starts workers from the network and never seals. */
function unsealed(): string {
  const html = readFileSync(`${FOLDER}/index.html`, "utf8");
  const policy = /<meta http-equiv="content-security-policy"[^>]*>/iu.exec(html)?.[0] ?? "";
  return `<!doctype html><meta charset="utf-8">${policy.replace(/worker-src [^;]*/u, "worker-src 'self' blob:")}<title>Control</title><body>`;
}

const extra = () => ({
  "/bare.html": { type: "text/html", text: "<!doctype html><meta charset=utf-8><title>Bare</title><body>" },
  "/unsealed.html": { type: "text/html", text: unsealed() },
  "/network-worker.js": { type: "text/javascript", text: workerSource() },
});

test.use({
  baseURL: OWN,
  // Every name but the own host's leads to the sink, whose certificate nobody vouches for.
  launchOptions: [
    async ({}, use, { project }) => {
      const usual = project.use.launchOptions;
      const rules = `MAP * 127.0.0.1:${SINK_PORT}, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
      const args = [...(usual?.args ?? []), "--ignore-certificate-errors", `--host-resolver-rules=${rules}`];
      await use({ ...usual, args });
    },
    { scope: "worker" },
  ],
});

let sink: Sink;
let own: OwnHost;

test.beforeEach(async () => {
  [sink, own] = await Promise.all([
    startSink(SINK_PORT, new Map(Object.entries(STUN_PORTS).map(([id, port]) => [port, id]))),
    startOwnHost(FOLDER, OWN_PORT, extra()),
  ]);
});
test.afterEach(async () => {
  await Promise.all([sink.stop(), own.stop()]);
});

/** The vectors that must have reached the sink where nothing forbids them. */
const awake = (ids: readonly string[]): readonly string[] =>
  ids.filter((id) => !id.endsWith("-own") && !ASLEEP.includes(id));

test("without the seal the vectors do reach the sink, so silence means something", async ({ page, context }) => {
  await page.goto("/bare.html");
  await fire(page, WINDOW_VECTORS, OWN);
  expect(await fireFromWorker(page, OWN)).toBe(Object.keys(WORKER_VECTORS).length);
  const wanted = awake([...Object.keys(WINDOW_VECTORS), ...Object.keys(WORKER_VECTORS)]);
  await expect.poll(() => wanted.filter((id) => !sink.reached().includes(id)), { timeout: 15_000 }).toEqual([]);
  for (const [id, vector] of Object.entries(NAVIGATIONS)) {
    const tab = await context.newPage();
    await tab.goto("/bare.html");
    await fire(tab, { [id]: vector }, OWN);
    await expect.poll(() => sink.reached(), id).toContain(id);
    await tab.close();
  }
  expect(wanted.length).toBeGreaterThanOrEqual(31);
});

test("a page that starts its worker from the network is caught leaking, for all its policy", async ({ page }) => {
  await page.goto("/unsealed.html");
  await page.evaluate(() => {
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): void } };
    trustedTypes.createPolicy("default", { createScriptURL: (url: string) => url });
  });
  await fireFromWorker(page, OWN, "/network-worker.js");
  const ids = awake(Object.keys(WORKER_VECTORS));
  await expect
    .poll(() => ids.filter((id) => sink.reached().includes(id)).length, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(10);
});

test("the sealed page reaches nobody: not on the whole journey, not by any vector, not by SQL", async ({ page }) => {
  await openEngineDoor(page);
  await page.goto("/");
  await booted(page);
  const sealed = await sealedAt(page);
  await journey(page);
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Privacy" }).click();
  await expect(page.getByRole("heading", { name: "Can anything leave this page?" })).toBeVisible();
  await expect(page.getByText("Since then nothing has tried to get out.")).toBeVisible();

  await fire(page, WINDOW_VECTORS, OWN);
  expect(await fireFromWorker(page, OWN)).toBe(Object.keys(WORKER_VECTORS).length);
  for (const [id, vector] of Object.entries(NAVIGATIONS)) await fire(page, { [id]: vector }, OWN);
  await expectRefused(page);
  // What was set going has arrived by then: the sink stands on the same machine.
  await page.waitForTimeout(2500);
  expect(sink.hits).toEqual([]);
  expect(own.askedSince(sealed)).toEqual([]);

  await expect(page.getByText(/the browser has stopped \d+ more attempts/u)).toBeVisible();
  await expect(page.getByLabel("The seal in numbers")).toContainText("Requests since the seal0");
  await expectRightAnswers(page);
  expect(sink.hits).toEqual([]);
  expect(own.askedSince(sealed)).toEqual([]);
});

/** The moment of the second policy, in milliseconds since 1970. */
function sealedAt(page: Page): Promise<number> {
  return page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName("clientele:seal")[0]?.startTime ?? NaN),
  );
}

/** A file through every page, and out again as exports. */
async function journey(page: Page): Promise<void> {
  await choose(page, XDR);
  for (const { title } of PAGES) {
    await visit(page, title);
    await answered(page);
  }
  for (const kind of ["PNG", "SVG"]) await pictureOf(page, kind);
  await downloaded(page, "Scored customers, CSV");
  await downloaded(page, "Analysis record, JSON");
  await visit(page, "Data");
}

/** The first chart as a picture, which the library makes by way of markup and a canvas. */
async function pictureOf(page: Page, kind: string): Promise<void> {
  const figure = page
    .getByRole("article")
    .filter({ has: page.getByRole("button", { name: "Expand" }) })
    .first();
  await figure.getByRole("button", { name: "Download" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    figure.getByRole("button", { name: kind }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${kind}$`, "iu"));
}

/** The engine refuses every attack, in the browser as in the unit tests. */
async function expectRefused(page: Page): Promise<void> {
  const said = await ask(page, [...WITHOUT_EFFECT, ...REFUSED]);
  const through = REFUSED.filter((_, index) =>
    /^(?:QUERY_RESULT|OK|SUCCESS)/u.test(said[index + WITHOUT_EFFECT.length] ?? ""),
  );
  expect(through).toEqual([]);
  expect(said).toHaveLength(WITHOUT_EFFECT.length + REFUSED.length);
}

/** The engine is alive, and what it computes now agrees with another tool. */
async function expectRightAnswers(page: Page): Promise<void> {
  await visit(page, "Engagement");
  await setGroups(page, 4);
  const sizes = await tableOf(page, "engagement-sizes");
  expectSizes(
    sizes.map((row) => numeric(row["Customers"])),
    EXPECTED.engagementSizes["4"],
  );
}
