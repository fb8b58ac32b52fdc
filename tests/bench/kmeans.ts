import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kmeans as mlKmeans } from "ml-kmeans";
import { elbow } from "../../src/math/elbow";
import type { Points } from "../../src/math/points";
import { prepare } from "../../src/math/prepare";
import { finish } from "../../src/math/progress";
import { seededRandom } from "../../src/math/random";
import { segment } from "../../src/math/segment";
import type { Treatment } from "../../src/workers/contract";
import { telecomThere, userColumns } from "../golden/kmeans-telecom";

/** One measured line: what was done, by whom, how long the fastest of its runs took, and how good the answer is. */
export interface KmeansRow {
  readonly task: string;
  readonly by: string;
  readonly milliseconds: number;
  /** Null where the task has no single inertia. */
  readonly inertia: number | null;
}

const TREATMENT: Treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" };
const RESTARTS = 10;
const RUNS = 3;

/**
 * Times our k-means, ml-kmeans alone and, where `python` has scikit-learn, scikit-learn on the same scaled rows, in one
 * run, and prints a row for each. The rows are those of users.csv where it is beside the project, else synthetic.
 * "Ours" includes preparing, ordering and scoring; the others get scaled rows. ml-kmeans gets one start, the others ten.
 */
export function benchKmeans(python = "python3"): KmeansRow[] {
  const columns = telecomThere ? userColumns(["sessions", "total_duration", "total_bytes"]) : synthetic(106_856);
  const { points } = finish(prepare({ columns }, TREATMENT));
  const shape = `${points.n} x ${points.d}`;
  const features = { columns };
  const common = { features, treatment: TREATMENT, seed: 1, restarts: RESTARTS };
  const rows: KmeansRow[] = [];
  for (const k of [3, 8]) {
    const task = `k-means, ${shape}, k = ${k}`;
    rows.push(timed(task, "Clientele", () => finish(segment({ ...common, polarity: [1, 1, 1], k })).inertia));
    rows.push(timed(task, "ml-kmeans alone", () => mlInertia(points, k)));
  }
  const sweep = { ...common, maxK: 10, sample: 1e9, silhouetteSample: 5000 };
  rows.push(
    timed(`elbow 1 to 10 with silhouettes, ${shape}`, "Clientele", () => finish(elbow(sweep)).inertia[9] ?? null),
  );
  rows.push(...peerRows(python, points));
  for (const { task, by, milliseconds, inertia } of rows) {
    const quality = inertia === null ? "" : `inertia ${inertia.toFixed(2)}`;
    console.log(`${task.padEnd(52)} ${by.padEnd(16)} ${milliseconds.toFixed(0).padStart(7)} ms  ${quality}`);
  }
  return rows;
}

function timed(task: string, by: string, work: () => number | null): KmeansRow {
  let milliseconds = Infinity;
  let inertia: number | null = null;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    inertia = work();
    milliseconds = Math.min(milliseconds, performance.now() - started);
  }
  return { task, by, milliseconds, inertia };
}

function mlInertia({ values, n, d }: Points, k: number): number {
  const rows = Array.from({ length: n }, (_, i) => Array.from(values.subarray(i * d, i * d + d)));
  const { clusters, centroids } = mlKmeans(rows, k, { seed: 1, maxIterations: 1000, tolerance: 0 });
  return rows.reduce((sum, row, i) => {
    const centroid = centroids[clusters[i] ?? 0] ?? [];
    return sum + row.reduce((square, value, f) => square + (value - (centroid[f] ?? 0)) ** 2, 0);
  }, 0);
}

/** scikit-learn's rows; none, with a word why, where it is not there. */
function peerRows(python: string, { values, n, d }: Points): KmeansRow[] {
  const file = join(mkdtempSync(join(tmpdir(), "clientele-bench-")), "points.f64");
  writeFileSync(file, values);
  const script = join(import.meta.dirname, "peer_kmeans.py");
  const { status, stdout, error } = spawnSync(python, [script, file, String(n), String(d)], { encoding: "utf8" });
  if (error || status !== 0) {
    console.log("scikit-learn was not measured: python3 with scikit-learn is not here.");
    return [];
  }
  return JSON.parse(stdout) as KmeansRow[];
}

function synthetic(n: number): Float64Array[] {
  const random = seededRandom(1);
  const sessions = Float64Array.from({ length: n }, () => 1 + Math.floor(-Math.log(1 - random()) * 0.7));
  const heavy = (scale: number): Float64Array =>
    sessions.map((count) => count * scale * Math.exp(1.2 * (random() + random() - 1)));
  return [sessions, heavy(1e5), heavy(5e8)];
}
