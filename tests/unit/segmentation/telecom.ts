import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Dataset } from "../../../src/data/dataset";
import type { Engine } from "../../../src/data/engine";
import { joined, name, sql } from "../../../src/data/sql";
import { datasetOf } from "./desk";

const SHARED = resolve(import.meta.dirname, "../../../../shared");
const REFERENCE = `${SHARED}/reference/telecom.json`;

/** False on a machine without the reference data: tests that need it say so and are skipped. */
export const hasTelecom = existsSync(REFERENCE) && existsSync(`${SHARED}/data/telecom-xdr/users.csv`);

type Pair = readonly [string, number];
export type Stats = Readonly<
  Record<string, { readonly min: number; readonly max: number; readonly mean: number; readonly total: number }>
>;

interface ReferenceStudy {
  readonly features: readonly string[];
  readonly inertia: number;
  readonly sizes: readonly number[];
  readonly stats: readonly Stats[];
}

type ScoreReference = Readonly<Record<"mean" | "std_sample" | "min" | "max" | "median" | "p90", number>>;

export interface Reference {
  readonly users: number;
  readonly engagement: ReferenceStudy;
  readonly experience: ReferenceStudy;
  readonly elbow_engagement: Readonly<Record<string, number>>;
  readonly elbow_experience: Readonly<Record<string, number>>;
  readonly engagement_score: ScoreReference;
  readonly experience_score: ScoreReference;
  readonly satisfaction: ScoreReference;
  readonly top10_satisfied: readonly { readonly id: string; readonly satisfaction: number }[];
  readonly satisfaction_clusters: {
    readonly inertia: number;
    readonly sizes: readonly number[];
    readonly means: readonly Readonly<Record<"engagement_score" | "experience_score" | "satisfaction", number>>[];
  };
  readonly top10_sessions: readonly Pair[];
  readonly top10_total_duration: readonly Pair[];
  readonly top10_total_bytes: readonly Pair[];
  readonly top10_duration_s: readonly Pair[];
  readonly top10_traffic_bytes: readonly Pair[];
  readonly top10_per_app: Readonly<Record<string, readonly Pair[]>>;
  readonly app_totals: Readonly<Record<string, number>>;
}

export type Variant = "users_csv" | "users_csv_winsorised" | "sessions_csv" | "sessions_csv_winsorised";

/** The numbers that another tool computed. */
export function reference(variant: Variant): Reference {
  return (JSON.parse(readFileSync(REFERENCE, "utf8")) as Record<Variant, Reference>)[variant];
}

/** Reads users.csv (one line per customer) into `customers`. */
export async function putUsers(engine: Engine): Promise<Dataset> {
  await openCsv(engine, "users.csv");
  await engine.query(sql`CREATE OR REPLACE TABLE customers AS SELECT
    CAST(row_number() OVER (ORDER BY "MSISDN/Number") - 1 AS INTEGER) AS customer_no, "MSISDN/Number" AS customer,
    CAST(sessions AS DOUBLE) AS sessions, CAST(total_duration AS DOUBLE) AS duration_s, CAST(total_bytes AS DOUBLE) AS traffic_bytes,
    CAST(avg_tcp_retrans_bytes AS DOUBLE) AS tcp_retrans_bytes, CAST(avg_rtt_ms AS DOUBLE) AS rtt_ms,
    CAST(avg_throughput_kbps AS DOUBLE) AS throughput_kbps, NULLIF(NULLIF(handset_type, ''), 'undefined') AS handset
    FROM raw_csv`);
  const columns = [
    "sessions",
    "duration_s",
    "traffic_bytes",
    "tcp_retrans_bytes",
    "rtt_ms",
    "throughput_kbps",
    "handset",
  ];
  return datasetOf(columns, 106_856);
}

export const SESSION_APPS = ["Social Media", "Google", "Email", "Youtube", "Netflix", "Gaming", "Other"];

/** Reads sessions.csv (one line per session) and sums it into `customers`. */
export async function putSessions(engine: Engine): Promise<Dataset> {
  await openCsv(engine, "sessions.csv");
  const apps = SESSION_APPS.map(
    (label, index) => sql`SUM(CAST(${name(`${label} (Bytes)`)} AS DOUBLE)) AS ${name(`app_${index}`)}`,
  );
  await engine.query(sql`CREATE OR REPLACE TABLE customers AS SELECT
    CAST(row_number() OVER (ORDER BY "IMSI") - 1 AS INTEGER) AS customer_no, "IMSI" AS customer, CAST(COUNT(*) AS DOUBLE) AS sessions,
    SUM(CAST("Dur. (ms)" AS DOUBLE)) AS duration_s,
    SUM(CAST("Total UL (Bytes)" AS DOUBLE) + CAST("Sum of app DL incl. Other (Bytes)" AS DOUBLE)) AS traffic_bytes,
    AVG(CAST("Avg RTT DL+UL (ms)" AS DOUBLE)) AS rtt_ms, AVG(CAST("Avg Bearer TP DL+UL (kbps)" AS DOUBLE)) AS throughput_kbps,
    ${joined(apps)}, MODE(NULLIF(NULLIF("Handset Type", ''), 'undefined')) AS handset FROM raw_csv GROUP BY "IMSI"`);
  return datasetOf(
    ["sessions", "duration_s", "traffic_bytes", "rtt_ms", "throughput_kbps", "handset"],
    7401,
    SESSION_APPS,
  );
}

async function openCsv(engine: Engine, file: string): Promise<void> {
  const path = `/vault/${file}`;
  await engine.registerFile(path, new Blob([readFileSync(`${SHARED}/data/telecom-xdr/${file}`)]));
  await engine.query(
    sql`CREATE OR REPLACE TABLE raw_csv AS SELECT * FROM read_csv(${path}, header = true, all_varchar = true, sample_size = -1)`,
  );
  await engine.dropFile(path);
}
