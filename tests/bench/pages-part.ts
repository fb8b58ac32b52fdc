import { statSync } from "node:fs";
import { findPeer, runPeer, type PeerRun } from "./peer.ts";
import { sampleFile } from "./sample-file.ts";
import { visit, withSite, type Visit } from "./site.ts";

const MANY_ROWS = 1_000_000;

/** What a person needs at least to find a file, in milliseconds; the site rehearses meanwhile. */
const CHOOSING = 5000;

interface PagesPart {
  readonly rows: readonly number[];
  readonly rounds: number;
  /** In place of samples of `rows`. */
  readonly file: string | undefined;
}

/** The way from a file to all pages, in the built site and in pandas. */
export function comparePages({ rows, rounds, file }: PagesPart): Promise<void> {
  return withSite(async (address) => {
    if (file !== undefined) return compare(address, file, rounds);
    for (const count of rows) await compare(address, sampleFile("telecom", count), count >= MANY_ROWS ? 1 : rounds);
  });
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
