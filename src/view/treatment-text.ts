import type { Treatment } from "../workers/contract";
import { failed, type Parsed } from "./parsed";

type Outliers = Treatment["outliers"];

const MISSING: readonly Treatment["missing"][] = ["mean", "median", "mode", "zero", "drop"];
const SCALING: readonly Treatment["scaling"][] = ["zscore", "minmax", "robust", "log-zscore", "none"];
const METHODS = ["keep", "mean", "drop", "fence"] as const;
const PERCENTILE = /^\d{1,3}(\.\d+)?$/;

/** `keep`, `mean`, `drop`, `fence` or `winsorise:1:99`. */
export function writeOutliers(outliers: Outliers): string {
  return outliers.method === "winsorise" ? `winsorise:${outliers.low}:${outliers.high}` : outliers.method;
}

/** The outlier treatment that `writeOutliers` wrote; percentiles in 0 … 100 with low below high. */
export function readOutliers(text: string): Parsed<Outliers> {
  const method = METHODS.find((known) => known === text);
  if (method !== undefined) return { value: { method } };
  const [name, low = "", high = "", ...more] = text.split(":");
  if (name !== "winsorise" || more.length > 0 || !PERCENTILE.test(low) || !PERCENTILE.test(high))
    return { problem: `is not one of ${METHODS.join(", ")}, winsorise:1:99` };
  return percentiles(Number(low), Number(high));
}

/** How missing values are filled, by name. */
export function readMissing(text: string): Parsed<Treatment["missing"]> {
  return oneOf(MISSING, text);
}

/** How features are scaled, by name. */
export function readScaling(text: string): Parsed<Treatment["scaling"]> {
  return oneOf(SCALING, text);
}

/** Whether a treatment is one that the link can carry. */
export function isTreatment(treatment: Treatment): boolean {
  return (
    MISSING.includes(treatment.missing) &&
    SCALING.includes(treatment.scaling) &&
    !failed(readOutliers(writeOutliers(treatment.outliers)))
  );
}

function percentiles(low: number, high: number): Parsed<Outliers> {
  if (high > 100 || low >= high) return { problem: "needs two percentiles from 0 to 100, the lower one first" };
  return { value: { method: "winsorise", low, high } };
}

function oneOf<T extends string>(known: readonly T[], text: string): Parsed<T> {
  const value = known.find((name) => name === text);
  return value === undefined ? { problem: `is not one of ${known.join(", ")}` } : { value };
}
