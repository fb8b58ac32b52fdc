import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { isDeepStrictEqual } from "node:util";
import type { JourneysRun, TaskName } from "./journeys.ts";
import { printLabHead, printLabRow, type LabRow } from "./lab-table.ts";
import { findPeer } from "./peer.ts";
import { sampleFile } from "./sample-file.ts";

/** Most milliseconds of each task up to so many events; beyond them all tasks together have `TOGETHER`. */
const EACH = { events: 1_000_000, milliseconds: 2000 };
const TOGETHER = 30_000;
const MEMORY = 2e9;

const WORDS: Readonly<Record<TaskName, string>> = {
  sessions: "visits after a gap of 30 minutes",
  funnel: "funnel of five steps, in order",
  paths: "transitions with starts and ends",
  retention: "return by week and by month",
};

/** Journeys of a synthetic shop's log beside pandas: the same events, the same answers, each in a process of its own. */
export function compareJourneys(events: readonly number[]): void {
  for (const rows of events) compare(rows);
}

function compare(rows: number): void {
  const file = sampleFile("shop", rows);
  console.log(`\nJourneys of ${rows.toLocaleString("en")} events; load average ${loadavg()[0]?.toFixed(1) ?? "?"}`);
  const ours = run(process.execPath, ["tests/bench/journeys-child.ts", file]);
  const peer = findPeer(["pandas", "pyarrow"]);
  if ("missing" in peer) console.log(`  ${peer.missing}`);
  const theirs = "python" in peer ? run(peer.python, ["tests/bench/peer_journeys.py", file]) : null;
  printLabHead();
  const tasks = Object.keys(WORDS) as TaskName[];
  for (const task of tasks) printLabRow(rowOf(task, ours, theirs, rows));
  printLabRow(sumOf("all four", tasks, ours, theirs));
  if (ours.page !== undefined)
    printLabRow({
      what: "the page with every figure, in the engine and its jobs",
      ...{ ours: ours.page, peer: null, cpuRatio: null, target: { milliseconds: TOGETHER }, answer: "" },
    });
  printMemory(ours, theirs);
}

function rowOf(task: TaskName, ours: JourneysRun, theirs: JourneysRun | null, rows: number): LabRow {
  const [own, other] = [ours.tasks[task], theirs?.tasks[task] ?? null];
  return {
    what: WORDS[task],
    ours: own.wall,
    peer: other?.wall ?? null,
    cpuRatio: other && own.cpu / other.cpu,
    target: { milliseconds: rows <= EACH.events ? EACH.milliseconds : TOGETHER },
    answer: other === null ? "no peer" : isDeepStrictEqual(own.answer, other.answer) ? "equal" : "ANSWERS DIFFER",
  };
}

function sumOf(what: string, tasks: readonly TaskName[], ours: JourneysRun, theirs: JourneysRun | null): LabRow {
  const sum = (run: JourneysRun, part: "wall" | "cpu"): number =>
    tasks.reduce((all, task) => all + run.tasks[task][part], 0);
  const { visits, customers } = ours.tasks.sessions.answer as { visits: number; customers: number };
  return {
    what,
    ours: sum(ours, "wall"),
    peer: theirs && sum(theirs, "wall"),
    cpuRatio: theirs && sum(ours, "cpu") / sum(theirs, "cpu"),
    target: { milliseconds: TOGETHER },
    answer: `${visits.toLocaleString("en")} visits of ${customers.toLocaleString("en")} customers`,
  };
}

function printMemory(ours: JourneysRun, theirs: JourneysRun | null): void {
  const words = (bytes: number | undefined): string => (bytes === undefined ? "–" : `${Math.round(bytes / 1e6)} MB`);
  const verdict = (bytes: number): string => (bytes <= MEMORY ? "met" : "MISSED");
  console.log(
    `  Memory at its peak (at most ${words(MEMORY)}): the engine ${words(ours.engineBytes)} ${verdict(ours.engineBytes ?? 0)}; the whole process, with Node and the Parquet reader, ${words(ours.peakBytes)} ${verdict(ours.peakBytes)}, of which ${words(ours.loadedBytes)} before the first question; the peer ${words(theirs?.peakBytes)}.`,
  );
}

function run(command: string, parts: readonly string[]): JourneysRun {
  const done = spawnSync(command, parts, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(`${parts[0] ?? command} failed: ${done.stderr}`);
  return JSON.parse(done.stdout) as JourneysRun;
}
