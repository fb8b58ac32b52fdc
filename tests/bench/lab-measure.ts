import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ComputePool } from "../../src/workers/compute-client";
import type { LabRow } from "./lab-table";
import type { LabTask } from "./lab-tasks";

/** Threads that share one job where the lab shares it. */
const THREADS = 2;

/** A run of this length is not repeated: noise is small beside it. */
const LONG = 30_000;

/** Runs a job on a pool, copying the rows included, and the peer on the same rows by turns: the fastest of each counts. */
export async function measured(
  { what, data, target, runs, ours: job, peer: told }: LabTask,
  pool: (size: number) => ComputePool,
  python: string | null,
): Promise<LabRow> {
  const folder = mkdtempSync(join(tmpdir(), "clientele-bench-"));
  const { compute, stop } = pool(THREADS);
  try {
    writeFileSync(join(folder, "values.f64"), data.matrix.values);
    writeFileSync(join(folder, "labels.i32"), data.labels);
    const never = new AbortController().signal;
    const once = async (): Promise<Pair> => ({
      ours: await ownRun(() => job(compute, never)),
      peer: python === null ? null : peerRun(python, folder, { ...told, d: data.matrix.d }),
    });
    const { ours, peer } = await fastest(once, runs);
    const answer = peer === null ? ours.answer : `${ours.answer} / ${peer.answer}`;
    const cpuRatio = peer && ours.cpu / peer.cpu;
    return { what, ours: ours.wall, peer: peer?.wall ?? null, cpuRatio, target, answer };
  } finally {
    stop();
    rmSync(folder, { recursive: true });
  }
}

/** Milliseconds: by the clock, and of all processors together; and what was found. */
interface Done {
  readonly wall: number;
  readonly cpu: number;
  readonly answer: string;
}

interface Pair {
  readonly ours: Done;
  readonly peer: Done | null;
}

async function fastest(once: () => Promise<Pair>, runs: number): Promise<Pair> {
  let best = await once();
  for (let run = 1; run < runs && Math.max(best.ours.wall, best.peer?.wall ?? 0) < LONG; run++) {
    const { ours, peer } = await once();
    best = { ours: faster(best.ours, ours), peer: best.peer && peer && faster(best.peer, peer) };
  }
  return best;
}

function faster(a: Done, b: Done): Done {
  return { ...a, wall: Math.min(a.wall, b.wall), cpu: Math.min(a.cpu, b.cpu) };
}

async function ownRun(job: () => Promise<string>): Promise<Done> {
  const began = { wall: performance.now(), cpu: process.cpuUsage() };
  const answer = await job();
  const { user, system } = process.cpuUsage(began.cpu);
  return { wall: performance.now() - began.wall, cpu: (user + system) / 1000, answer };
}

/** The same in the peer's own process; null where its package for this is not there. */
function peerRun(python: string, folder: string, told: object): Done | null {
  const script = join(import.meta.dirname, "peer_lab.py");
  const run = spawnSync(python, [script, folder, JSON.stringify(told)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`The peer failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as Done | null;
}
