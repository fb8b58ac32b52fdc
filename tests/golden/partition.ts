import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Covariance } from "../../src/workers/lab/partition";
import type { Matrix } from "../../src/workers/lab/matrix";

interface MixtureNumbers {
  readonly ari: number;
  readonly logLikelihood: number;
  readonly bic: number;
  readonly aic: number;
}

interface SetNumbers {
  readonly k: number;
  readonly rows: number;
  readonly kmeans: { readonly ari: number; readonly inertia: number };
  readonly miniBatch: { readonly ari: number; readonly inertia: number };
  readonly mixture: Readonly<Record<Covariance, MixtureNumbers>>;
}

/** What scikit-learn says about the known groups of small data sets; partition.py made it. */
export const partitionGolden = JSON.parse(readFileSync(join(import.meta.dirname, "partition.json"), "utf8")) as {
  readonly sets: Readonly<Record<string, SetNumbers>>;
};

const SHARED = resolve(import.meta.dirname, "../../../shared");

/** False where the data sets are not beside the project; tests that need them are then skipped. */
export const clusteringThere = existsSync(`${SHARED}/data/clustering/iris.data.gz`);

/** A data set by its name in the golden numbers: standardised rows and their known groups (0: none). */
export function clusteringSet(name: string): { matrix: Matrix; known: Int32Array } {
  const rows = numbers(`${name}.data.gz`);
  return { matrix: standardised(rows), known: Int32Array.from(numbers(`${name}.labels0.gz`).flat()) };
}

/** The usage columns of the social-media file, standardised: rows in which all five are numbers. */
export function socialMedia(): Matrix {
  const lines = readFileSync(`${SHARED}/data/social-media/train.csv`, "utf8").split(/\r?\n/u).filter(Boolean);
  const rows = lines.slice(1).map((line) =>
    line
      .split(",")
      .slice(4, 9)
      .map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell))),
  );
  return standardised(rows.filter((row) => row.length === 5 && row.every(Number.isFinite)));
}

interface Reference {
  readonly inertia: number;
  readonly sizes: readonly number[];
}

/** Best inertias by k of one data set of the shared references. */
export function referenceInertias(name: "iris" | "wine" | "social"): Record<string, Reference> {
  if (name === "social") return reference("social_media_clustering.json")["kmeans"] as never;
  const all = reference("clustering_sklearn.json")[name] as Record<string, Reference>;
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (key.startsWith("kmeans_k") ? [[key.slice(8), value]] : [])),
  );
}

/** BIC of the mixture of `k` ellipsoids on the social-media rows in the shared references. */
export function socialMixtureBic(k: 3 | 4 | 5): number {
  return (reference("social_media_clustering.json")[`gmm_k${k}`] as { bic: number }).bic;
}

/** The mixture of three ellipsoids on iris in the shared references. */
export function referenceMixture(): { bic: number; ari: number; sizes: number[] } {
  return (reference("clustering_sklearn.json")["iris"] as Record<string, never>)["gmm_full_k3"] as never;
}

function reference(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${SHARED}/reference/${file}`, "utf8")) as Record<string, unknown>;
}

function numbers(file: string): number[][] {
  const text = gunzipSync(readFileSync(`${SHARED}/data/clustering/${file}`)).toString("utf8");
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  return lines.map((line) => line.trim().split(/\s+/u).map(Number));
}

/** (value - mean) / population deviation; a constant feature becomes 0. */
export function standardised(rows: readonly (readonly number[])[]): Matrix {
  const n = rows.length;
  const d = rows[0]?.length ?? 0;
  const values = Float64Array.from(rows.flat());
  for (let f = 0; f < d; f++) {
    const column = Float64Array.from(rows, (row) => row[f] ?? Number.NaN);
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    const deviation = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
    const constant = column.every((value) => value === column[0]);
    column.forEach((value, i) => (values[i * d + f] = constant ? 0 : (value - mean) / deviation));
  }
  return { values, n, d };
}
