import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Matrix } from "../../src/workers/lab/matrix";

interface Axes {
  readonly explained: readonly number[];
  readonly loadings: readonly (readonly number[])[];
  /** Absolute coordinates of the first five rows: scikit-learn chooses signs by another rule. */
  readonly first_rows: readonly (readonly number[])[];
}

/** Trustworthiness at 5 and 15 neighbours, of maps of umap-learn in two and three dimensions and of scikit-learn's t-SNE. */
export type Trust = Readonly<Record<"umap" | "umap3" | "tsne", Readonly<Record<"5" | "15", number>>>>;

interface SetNumbers {
  readonly axes: Axes;
  readonly trust: Trust;
}

interface Golden extends SetNumbers {
  readonly data: readonly (readonly number[])[];
  /** a and b by minimum distance. */
  readonly curves: Readonly<Record<string, readonly [number, number]>>;
  /** [row, other row, weight] of umap-learn's graph of 15 neighbours, from the first rows. */
  readonly fuzzy: readonly (readonly [number, number, number])[];
  /** [row, other row, probability] at a perplexity of 12, from the first rows. */
  readonly joint: readonly (readonly [number, number, number])[];
  readonly iris: SetNumbers;
  readonly wine: SetNumbers;
}

/** What scikit-learn and umap-learn make of small data; projection.py made it. */
export const projectionGolden = JSON.parse(
  readFileSync(join(import.meta.dirname, "projection.json"), "utf8"),
) as Golden;

/** Rows as one flat matrix. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0]?.length ?? 0 };
}
