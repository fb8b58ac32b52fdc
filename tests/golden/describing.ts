import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { columnsOf } from "./kmeans-math";

const SHARED = resolve(import.meta.dirname, "../../../shared/data");

/** False where the reference data is not beside the project; tests that need it are then skipped. */
export const clusteringThere = existsSync(`${SHARED}/clustering/iris.data.gz`);

/** As `clusteringThere`, for train.csv. */
export const socialThere = existsSync(`${SHARED}/social-media/train.csv`);

export interface GoldenSegment {
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly min: number;
  readonly max: number;
  readonly z: number;
  readonly lift: number | null;
  readonly cohensD: number;
  readonly superiority: number;
}

export interface GoldenFeature {
  readonly mean: number;
  readonly median: number;
  readonly sd: number;
  readonly etaSquared: number;
  /** F and p. */
  readonly anova: readonly [number, number];
  readonly welch: readonly [number, number];
  readonly adjustedP: number;
  readonly segments: readonly GoldenSegment[];
}

export interface GoldenTree {
  readonly depth: number;
  readonly minLeaf: number;
  /** Depth first: feature, threshold, rows of each class; -1 and null at a leaf. */
  readonly nodes: readonly (readonly [number, number | null, readonly number[]])[];
  /** Of scikit-learn's trees over 200 random states. */
  readonly accuracies: readonly number[];
}

export interface GoldenMakeUp {
  readonly categories: readonly string[];
  readonly counts: readonly number[];
  readonly chiSquared: number;
  readonly degrees: number;
  readonly p: number;
  readonly sparse: number;
  readonly cramersV: number;
  readonly cramersVCorrected: number;
  readonly residuals: readonly number[];
  readonly dominant: readonly string[];
}

interface Described {
  readonly labels: readonly number[];
  readonly profile: readonly GoldenFeature[];
}

interface Golden {
  readonly chi_squared: readonly (readonly [number, number, number])[];
  readonly fisher: readonly (readonly [number, number, number, number])[];
  readonly mixed: Described & { readonly columns: readonly (readonly (number | null)[])[] };
  readonly iris: Described & { readonly trees: readonly GoldenTree[] };
  readonly wine: Described & { readonly trees: readonly GoldenTree[] };
  readonly social: {
    readonly labels: readonly number[];
    readonly emotion: GoldenMakeUp;
    readonly platform: GoldenMakeUp;
  };
}

/** What scipy, pandas and scikit-learn say; describing.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "describing.json"), "utf8")) as Golden;

/** Columns and true classes (from 0) of iris or wine. */
export function classified(name: "iris" | "wine"): { columns: Float64Array[]; classes: Int32Array } {
  const path = `${SHARED}/clustering/${name === "iris" ? "iris" : "uci/wine"}`;
  const lines = (file: string): number[][] =>
    gunzipSync(readFileSync(file))
      .toString()
      .split("\n")
      .filter(Boolean)
      .map((line) => line.trim().split(/\s+/u).map(Number));
  return {
    columns: columnsOf(lines(`${path}.data.gz`)),
    classes: Int32Array.from(lines(`${path}.labels0.gz`).flat(), (label) => label - 1),
  };
}

/** One text column of train.csv, over the rows whose five numbers of usage all read. */
export function socialColumn(name: "Dominant_Emotion" | "Platform"): string[] {
  const [head = [], ...rows] = readFileSync(`${SHARED}/social-media/train.csv`, "utf8")
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(","));
  const isNumber = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== "" && !isNaN(+cell);
  return rows
    .filter((row) => [4, 5, 6, 7, 8].every((at) => isNumber(row[at])))
    .map((row) => row[head.indexOf(name)] ?? "");
}
