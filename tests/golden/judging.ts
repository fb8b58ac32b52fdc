import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Matrix } from "../../src/workers/lab/matrix";

const SHARED = resolve(import.meta.dirname, "../../../shared");

/** False where the benchmark data is not beside the project; tests that need it are then skipped. */
export const benchmarksThere = existsSync(`${SHARED}/data/clustering/iris.data.gz`);

/** Indices of one labelling; lists are by label, `first` of the first five rows. */
export interface GoldenIndices {
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
  readonly first: readonly number[];
  readonly mean: readonly number[];
  readonly least: readonly number[];
  readonly negative: readonly number[];
}

/** For k = 1 … 6, of 200 references. */
export interface GoldenGap {
  readonly log_within: readonly number[];
  readonly expected: readonly number[];
  readonly deviation: readonly number[];
}

interface Golden {
  readonly truth: Readonly<Record<string, GoldenIndices>>;
  readonly clustered_part: Readonly<Record<string, GoldenIndices>>;
  readonly agreement: Readonly<Record<string, number>>;
  readonly trustworthiness: Readonly<Record<string, number>>;
  readonly gap: Readonly<Record<string, Readonly<Record<"box" | "rotated", GoldenGap>>>>;
}

/** What scikit-learn says; judging.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "judging.json"), "utf8")) as Golden;

/** One k-means of scikit-learn. */
export interface Reference {
  readonly inertia: number;
  readonly sizes: readonly number[];
  readonly silhouette: number;
  readonly calinski_harabasz: number;
  readonly davies_bouldin: number;
}

/** Converged k-means of scikit-learn on standardised data, as "kmeans_k2" and so on. */
export function kmeansReference(name: "iris" | "wine"): Readonly<Record<string, Reference>> {
  const all = JSON.parse(readFileSync(`${SHARED}/reference/clustering_sklearn.json`, "utf8")) as never;
  return all[name];
}

/** Converged k-means of scikit-learn on the social media table, by k. */
export function socialReference(): Readonly<Record<string, Reference>> {
  const all = JSON.parse(readFileSync(`${SHARED}/reference/social_media_clustering.json`, "utf8")) as {
    kmeans: Record<string, Reference>;
  };
  return all.kmeans;
}

/** The five usage columns of the social media table, standardised, where all of them are numbers. */
export function socialMedia(): Matrix {
  const table = readFileSync(`${SHARED}/data/social-media/train.csv`, "utf8").split(/\r?\n/u);
  const rows = table.map((line) =>
    line
      .split(",")
      .slice(4, 9)
      .map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell))),
  );
  return standardised(rows.filter((row) => row.length === 5 && row.every(Number.isFinite)));
}

/** A benchmark's standardised features and its true clusters, from 0. */
export function benchmark(name: string): { matrix: Matrix; truth: Int32Array } {
  const rows = lines(`${name}.data.gz`).map((line) => line.split(/\s+/u).map(Number));
  return {
    matrix: standardised(rows),
    truth: Int32Array.from(lines(`${name}.labels0.gz`), (line) => Number(line) - 1),
  };
}

function standardised(rows: readonly (readonly number[])[]): Matrix {
  const n = rows.length;
  const d = rows[0]?.length ?? 0;
  const values = new Float64Array(n * d);
  for (let f = 0; f < d; f++) {
    const column = rows.map((row) => row[f] ?? Number.NaN);
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
    column.forEach((value, i) => (values[i * d + f] = (value - mean) / deviation));
  }
  return { values, n, d };
}

function lines(file: string): string[] {
  const text = gunzipSync(readFileSync(`${SHARED}/data/clustering/${file}`)).toString("utf8");
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
