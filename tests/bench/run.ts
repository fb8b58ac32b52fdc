/**
 * `npm run bench`: the built site in a real browser and pandas + scikit-learn, the same job on the same file, in one run.
 * node tests/bench/run.ts [kmeans] [pages] [lab] [--rows 150001,2000001] [--rounds 3] [--file any.parquet] [--share 1]
 * Every part unless some are named: "kmeans" and "lab" are jobs beside scikit-learn's, "pages" the way from a file to all
 * pages; "lab" visits Segments too. `--share` takes less of the lab's rows, to try it; `--rows` and `--file` are for "pages".
 * Run it on a quiet machine: both sides use every core.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";
import type * as KmeansBench from "./kmeans.ts";
import { compareLab } from "./lab-part.ts";
import { findPeer, runPeer, type PeerRun } from "./peer.ts";
import { SITE, visit, withSite, type Visit } from "./site.ts";

const CACHE = "node_modules/.cache/clientele-bench";
const MANY_ROWS = 1_000_000;

/** What a person needs at least to find a file, in milliseconds; the site rehearses meanwhile. */
const CHOOSING = 5000;

const PARTS = ["kmeans", "pages", "lab"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: "string", default: "150001,2000001" },
    rounds: { type: "string", default: "3" },
    file: { type: "string" },
    share: { type: "string", default: "1" },
  },
});

function node(...parts: string[]): void {
  const run = spawnSync(process.execPath, parts, { stdio: "inherit" });
  if (run.status !== 0) throw new Error(`node ${parts.join(" ")} failed.`);
}

/** The synthetic sample of that many rows as Parquet; made once. */
function sampleFile(rows: number): string {
  const path = `${CACHE}/telecom-${rows}.parquet`;
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    node("scripts/make-sample.ts", "--rows", String(rows), "--out", path);
  }
  return path;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function seconds(value: number | undefined): string {
  return value === undefined ? "–" : `${value.toFixed(2)} s`;
}

function megabytes(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : `${Math.round(value / 1e6)} MB`;
}

function line(what: string, ours: string, theirs: string, ratio = ""): void {
  console.log(`  ${what.padEnd(30)}${ours.padStart(14)}${theirs.padStart(24)}${ratio.padStart(10)}`);
}

function report(visits: readonly Visit[], hasty: readonly Visit[], peers: readonly PeerRun[]): void {
  const ours = median(visits.map(({ pages }) => pages)) / 1000;
  const theirs = peers.length > 0 ? median(peers.map(({ total }) => total)) : undefined;
  const tasks = visits.flatMap(({ longTasks }) => longTasks);
  const peaks = visits.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]));
  line("", "Clientele", "pandas + scikit-learn", "ratio");
  line(
    "file to all four pages",
    seconds(ours),
    seconds(theirs),
    theirs === undefined ? "" : (ours / theirs).toFixed(2),
  );
  const atOnce = median(hasty.map(({ pages }) => pages)) / 1000;
  line(
    "  dropped as soon as it can be",
    seconds(atOnce),
    "–",
    theirs === undefined ? "" : (atOnce / theirs).toFixed(2),
  );
  line("file to data ready", seconds(median(visits.map(({ ready }) => ready)) / 1000), seconds(beforePages(peers)));
  line("peak memory", megabytes(peaks.length > 0 ? Math.max(...peaks) : null), megabytes(peers[0]?.peakBytes));
  line("boot", seconds(median(visits.map(({ boot }) => boot)) / 1000), "–");
  line("longest task over 50 ms", tasks.length > 0 ? `${Math.round(Math.max(...tasks))} ms` : "none", "–");
  line("tasks over 50 ms, per visit", (tasks.length / visits.length).toFixed(1), "–");
}

/** What the peer does until customers are there: reading, cleaning, aggregating. */
function beforePages(peers: readonly PeerRun[]): number | undefined {
  if (peers.length === 0) return undefined;
  return median(peers.map(({ stages }) => (stages["read"] ?? 0) + (stages["clean"] ?? 0) + (stages["aggregate"] ?? 0)));
}

async function compare(address: string, file: string, rounds: number): Promise<void> {
  console.log(`\n${file}, ${megabytes(statSync(file).size)}, median of ${rounds}`);
  const peer = findPeer();
  const visits: Visit[] = [];
  const hasty: Visit[] = [];
  const peers: PeerRun[] = [];
  for (let round = 0; round < rounds; round++) {
    visits.push(await visit(address, file, CHOOSING));
    hasty.push(await visit(address, file, 0));
    if ("python" in peer) peers.push(runPeer(peer.python, file));
  }
  report(visits, hasty, peers);
  console.log("missing" in peer ? `  ${peer.missing}` : `  The peer is ${peers[0]?.versions ?? ""}.`);
}

async function compareKmeans(): Promise<void> {
  console.log("\nk-means in this process, fastest of 3");
  // Sources import each other without extensions, which Node alone does not resolve; Vite's own loader does.
  const kmeans = new URL("kmeans.ts", import.meta.url).pathname;
  const { module } = await runnerImport<typeof KmeansBench>(kmeans, { configFile: false, logLevel: "error" });
  const peer = findPeer();
  module.benchKmeans("python" in peer ? peer.python : "python3");
}

function comparePages(): Promise<void> {
  return withSite(async (address) => {
    if (values.file !== undefined) return compare(address, values.file, Number(values.rounds));
    for (const rows of values.rows.split(",").map(Number)) {
      await compare(address, sampleFile(rows), rows >= MANY_ROWS ? 1 : Number(values.rounds));
    }
  });
}

const unknown = positionals.find((part) => !PARTS.includes(part));
if (unknown !== undefined) throw new Error(`There is no part "${unknown}". The parts are ${PARTS.join(", ")}.`);
const parts = positionals.length > 0 ? positionals : PARTS;
if (!existsSync(`${SITE}/index.html`)) throw new Error("There is no built site. Run `npm run build` first.");
console.log(
  `Clientele in Chromium and its peers on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}`,
);
if (parts.includes("kmeans")) await compareKmeans();
if (parts.includes("lab")) {
  await compareLab({ share: Number(values.share), rounds: Number(values.rounds), cache: CACHE });
}
if (parts.includes("pages")) await comparePages();
