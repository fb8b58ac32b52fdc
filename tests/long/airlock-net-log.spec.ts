import { readFileSync } from "node:fs";
import { chromium, expect, test } from "@playwright/test";
import { fire, fireFromWorker } from "../e2e/airlock/fire";
import { startOwnHost } from "../e2e/airlock/own-host";
import { startSink } from "../e2e/airlock/sink";
import { STUN_PORTS } from "../e2e/airlock/target";
import { NAVIGATIONS, WINDOW_VECTORS } from "../e2e/airlock/window-vectors";
import { answered, openSample, PAGES, visit } from "../e2e/workbench";

const SINK_PORT = 4410;
const OWN_PORT = 4411;
const OWN = `http://localhost:${OWN_PORT}/`;

/** What Chromium asks for on its own account; a page has no part in it. */
const BROWSERS_OWN = /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|gstatic\.com|googleusercontent\.com)$/u;

/** Hosts of every address that the browser's own log of its network names. */
function hostsOf(log: string): readonly string[] {
  const named = [
    ...log.matchAll(/"(?:url|host|origin|location)":"(?:(?:https?|wss?):\/\/)?([a-z0-9.-]+\.[a-z]+|localhost)/giu),
  ];
  return [...new Set(named.map(([, host]) => (host ?? "").toLowerCase()))].sort();
}

test("the browser's own log of a whole visit with the sample names no host but the site's", async ({}, info) => {
  const log = info.outputPath("net-log.json");
  const usual = info.project.use.launchOptions;
  const rules = `MAP * 127.0.0.1:${SINK_PORT}, EXCLUDE localhost, EXCLUDE 127.0.0.1`;
  const args = [
    ...(usual?.args ?? []),
    "--ignore-certificate-errors",
    `--host-resolver-rules=${rules}`,
    `--log-net-log=${log}`,
  ];
  const ports = new Map(Object.entries(STUN_PORTS).map(([id, port]) => [port, id] as const));
  const [sink, own] = await Promise.all([
    startSink(SINK_PORT, ports),
    startOwnHost(process.env["CLIENTELE_OUT"] ?? "dist", OWN_PORT),
  ]);
  const browser = await chromium.launch({ ...usual, args });
  try {
    const page = await browser.newPage({ baseURL: OWN });
    await openSample(page);
    for (const { title } of PAGES) {
      await visit(page, title);
      await answered(page);
    }
    await fire(page, WINDOW_VECTORS, OWN);
    await fireFromWorker(page, OWN);
    await fire(page, NAVIGATIONS, OWN);
    await page.waitForTimeout(10_000);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(sink.hits).toEqual([]);
    // One request that nothing forbids: the log would show the others as it shows this.
    const other = await browser.newPage();
    await other.evaluate(() => fetch("http://control.sink.test/", { mode: "no-cors" }));
  } finally {
    await browser.close();
  }
  await Promise.all([sink.stop(), own.stop()]);
  const hosts = hostsOf(readFileSync(log, "utf8"));
  expect(hosts).toContain("localhost");
  expect(hosts.filter((host) => host !== "localhost" && !BROWSERS_OWN.test(host))).toEqual(["control.sink.test"]);
});
