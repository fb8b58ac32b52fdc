import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync, inflateSync } from "node:zlib";
import type { Linkage } from "../../src/workers/lab/hierarchy";
import type { Matrix } from "../../src/workers/lab/matrix";
import type { Affinity } from "../../src/workers/lab/spectral";

const SHARED = resolve(import.meta.dirname, "../../../shared");
const HOME = `${SHARED}/data/clustering`;

export const LINKAGES = ["ward", "complete", "average", "single"] as const satisfies readonly Linkage[];
const METHODS = [...LINKAGES, "rbf", "nearest-neighbours"] as const satisfies readonly (Linkage | Affinity)[];
type Method = (typeof METHODS)[number];

interface GoldenSet {
  readonly k: number;
  /** Of scikit-learn's labels with the truth. */
  readonly ari: Readonly<Record<Method, number>>;
  readonly labels: string;
  readonly heights: Readonly<Record<Linkage, { sum: number; weighted: number; top: number[] }>>;
  readonly cophenetic: number;
}

/** What scipy and scikit-learn say; hierarchy.py made it. */
export const golden = (
  JSON.parse(readFileSync(join(import.meta.dirname, "hierarchy.json"), "utf8")) as {
    readonly sets: Readonly<Record<string, GoldenSet>>;
  }
).sets;

/** False on a machine without the reference data: tests that need it say so and are skipped. */
export const clusteringThere = existsSync(HOME);

/** scikit-learn's labels, 0 the largest cluster. */
export function goldenLabels(name: string, method: Method): Int32Array {
  const bytes = inflateSync(Buffer.from(golden[name]?.labels ?? "", "base64"));
  const n = bytes.length / METHODS.length;
  return Int32Array.from(bytes.subarray(METHODS.indexOf(method) * n, (METHODS.indexOf(method) + 1) * n));
}

/** The standardised rows of a set. */
export function matrixOf(name: string): Matrix {
  return standardised(tableOf(`${name}.data.gz`));
}

/** The true classes of a set. */
export function truthOf(name: string): Int32Array {
  return Int32Array.from(tableOf(`${name}.labels0.gz`), ([label]) => label ?? Number.NaN);
}

/** Zero mean and unit (population) deviation, added up from the first row to the last as hierarchy.py does. */
export function standardised(rows: readonly (readonly number[])[]): Matrix {
  const n = rows.length;
  const d = rows[0]?.length ?? 0;
  const values = new Float64Array(n * d);
  for (let f = 0; f < d; f++) {
    const column = rows.map((row) => row[f] ?? Number.NaN);
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    const scale = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n) || 1;
    column.forEach((value, i) => (values[i * d + f] = (value - mean) / scale));
  }
  return { values, n, d };
}

/** Rows of each cluster, largest first. */
export function sizesOf(labels: Int32Array): number[] {
  const sizes: number[] = [];
  for (const label of labels) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}

/** The five numeric columns of the social-media file, of the rows where all of them are numbers. */
export function socialMedia(): Matrix {
  const lines = readFileSync(`${SHARED}/data/social-media/train.csv`, "utf8").split(/\r?\n/u);
  const header = lines[0]?.split(",") ?? [];
  const wanted = socialMediaReference<string[]>("features").map((name) => header.indexOf(name));
  const rows = lines.slice(1).map((line) => line.split(","));
  const numbers = rows.map((cells) => wanted.map((at) => Number(cells[at]?.trim() || Number.NaN)));
  return standardised(numbers.filter((row) => row.every((value) => !Number.isNaN(value))));
}

/** One entry of scikit-learn's answers for the social-media file. */
export function socialMediaReference<T>(entry: string): T {
  const all = JSON.parse(readFileSync(`${SHARED}/reference/social_media_clustering.json`, "utf8")) as Record<string, T>;
  return all[entry] as T;
}

function tableOf(file: string): number[][] {
  const lines = gunzipSync(readFileSync(`${HOME}/${file}`))
    .toString("utf8")
    .trim()
    .split("\n");
  return lines.map((line) => line.trim().split(/\s+/u).map(Number));
}
