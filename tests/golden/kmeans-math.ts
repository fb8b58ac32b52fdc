import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Golden {
  readonly data: readonly (readonly number[])[];
  readonly percentiles: Readonly<Record<string, readonly number[]>>;
  readonly scaled_first_row: Readonly<Record<"zscore" | "minmax" | "robust" | "log-zscore", readonly number[]>>;
  readonly winsorised_mean: readonly number[];
  readonly fenced_mean: readonly number[];
  readonly inertia: Readonly<Record<string, number>>;
  readonly sizes: Readonly<Record<string, readonly number[]>>;
  readonly silhouette: Readonly<Record<string, number>>;
  readonly labels3: readonly number[];
  readonly pca: { explained: number[]; loadings: number[][]; first_score: number[] };
  readonly pca_unscaled: { explained: number[]; loadings: number[][] };
  readonly regression: {
    features: number[][];
    target: number[];
    intercept: number;
    coefficients: number[];
    standard_errors: number[];
    low95: number[];
    high95: number[];
    r2: number;
  };
  readonly spearman: number;
  readonly student: Readonly<Record<string, number>>;
}

/** What numpy, scipy and scikit-learn say; kmeans-math.py made it. */
export const golden = JSON.parse(readFileSync(join(import.meta.dirname, "kmeans-math.json"), "utf8")) as Golden;

/** Rows turned into one typed array per column. */
export function columnsOf(rows: readonly (readonly number[])[]): Float64Array[] {
  return (rows[0] ?? []).map((_, f) => Float64Array.from(rows, (row) => row[f] ?? Number.NaN));
}
