import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const SHARED = resolve(import.meta.dirname, "../../../shared");

/** False where the reference data is not beside the project; tests that need it are then skipped. */
export const telecomThere = existsSync(`${SHARED}/data/telecom-xdr/users.csv`);

interface Scores {
  readonly mean: number;
  readonly std_sample: number;
  readonly min: number;
  readonly max: number;
  readonly median: number;
  readonly p90: number;
}

interface Clustering {
  readonly inertia: number;
  readonly sizes: number[];
  readonly centroids_scaled: number[][];
  readonly stats: Record<string, { min: number; max: number; mean: number; total: number }>[];
  readonly features: string[];
}

/** One block of the reference: engagement and experience clusters, elbows and scores. */
export interface Reference {
  readonly engagement: Clustering;
  readonly experience: Clustering;
  readonly elbow_engagement: Record<string, number>;
  readonly elbow_experience: Record<string, number>;
  readonly engagement_score: Scores;
  readonly experience_score: Scores;
  readonly satisfaction: Scores;
  readonly satisfaction_clusters: { inertia: number; sizes: number[] };
}

type Block = "users_csv" | "users_csv_winsorised" | "sessions_csv" | "sessions_csv_winsorised";

/** The reference numbers: converged best optima of scikit-learn. */
export function telecomReference(): Record<Block, Reference> {
  return JSON.parse(readFileSync(`${SHARED}/reference/telecom.json`, "utf8")) as Record<Block, Reference>;
}

/** Inertias of other scalings, by name and k. */
export function telecomVariants(): Record<"minmax" | "log1p_zscore", { inertia: Record<string, number> }> {
  return JSON.parse(readFileSync(`${SHARED}/reference/telecom_variants.json`, "utf8")) as never;
}

function table(file: string): { head: string[]; rows: string[][] } {
  const lines = readFileSync(`${SHARED}/data/telecom-xdr/${file}`, "utf8").split(/\r?\n/u).filter(Boolean);
  const [head = [], ...rows] = lines.map((line) => line.split(","));
  return { head, rows };
}

/** Columns of users.csv as numbers. */
export function userColumns(names: readonly string[]): Float64Array[] {
  const { head, rows } = table("users.csv");
  return names.map((name) => Float64Array.from(rows, (row) => Number(row[head.indexOf(name)])));
}
