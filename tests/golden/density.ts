import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { inflateSync } from "node:zlib";

const METHODS = ["dbscan", "hdbscan", "mean-shift"] as const;
type Method = (typeof METHODS)[number];

interface GoldenSet {
  readonly eps: number;
  readonly bandwidth: number;
  /** Core rows of DBSCAN. */
  readonly core: number;
  /** Mean of HDBSCAN's probabilities. */
  readonly probability: number;
  /** Of scikit-learn's labels with the truth. */
  readonly ari: Readonly<Record<Method, number>>;
  readonly labels: string;
}

/** What scikit-learn says; density.py made it. */
export const golden = (
  JSON.parse(readFileSync(join(import.meta.dirname, "density.json"), "utf8")) as {
    readonly sets: Readonly<Record<string, GoldenSet>>;
  }
).sets;

/** scikit-learn's labels, 0 the largest cluster, -1 noise. */
export function goldenLabels(name: string, method: Method): Int32Array {
  const bytes = inflateSync(Buffer.from(golden[name]?.labels ?? "", "base64"));
  const n = bytes.length / METHODS.length;
  const own = bytes.subarray(METHODS.indexOf(method) * n, (METHODS.indexOf(method) + 1) * n);
  return Int32Array.from(own, (label) => (label === 255 ? -1 : label));
}

const REFERENCE = resolve(import.meta.dirname, "../../../shared/reference");

/** False on a machine without the reference numbers: tests that need them say so and are skipped. */
export const referenceThere = existsSync(`${REFERENCE}/clustering_sklearn.json`);

/** One answer among the shared reference numbers. */
export function referenceAnswer(file: string, ...path: readonly string[]): Readonly<Record<string, unknown>> {
  let found = JSON.parse(readFileSync(`${REFERENCE}/${file}.json`, "utf8")) as Record<string, unknown>;
  for (const key of path) found = found[key] as Record<string, unknown>;
  return found;
}

/** Rows of each cluster, largest first; noise is none. */
export function clusterSizes(labels: Int32Array): number[] {
  const sizes: number[] = [];
  for (const label of labels) if (label >= 0) sizes[label] = (sizes[label] ?? 0) + 1;
  return sizes;
}
