import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { METRICS, type Dataset } from "../../../../src/data/dataset";
import type { Engine } from "../../../../src/data/engine";
import { joined, name, sql } from "../../../../src/data/sql";

const SHARED = resolve(import.meta.dirname, "../../../../../shared");

/** False on a machine without the reference data. */
export const hasTelecom = existsSync(`${SHARED}/reference/telecom.json`);

type Named = readonly (readonly [string, number])[];

export interface SessionsReference {
  readonly users: number;
  readonly app_totals: Readonly<Record<string, number>>;
  readonly top10_handsets: Named;
  readonly top3_manufacturers: Named;
  readonly top5_handsets_per_manufacturer: Readonly<Record<string, Named>>;
  readonly top10_traffic_bytes: Named;
  readonly decile_traffic: Readonly<Record<string, number>>;
  readonly app_corr: readonly (readonly number[])[];
  readonly app_pca_explained: readonly number[];
}

/** What pandas and scikit-learn computed of sessions.csv. */
export function sessionsReference(): SessionsReference {
  return (JSON.parse(readFileSync(`${SHARED}/reference/telecom.json`, "utf8")) as { sessions_csv: SessionsReference })
    .sessions_csv;
}

export const APPS = ["Social Media", "Google", "Email", "Youtube", "Netflix", "Gaming", "Other"];

/** sessions.csv as the tables `sessions` and `customers`. */
export async function putSessionTables(engine: Engine): Promise<Dataset> {
  await putCsv(engine, "sessions.csv");
  const apps = APPS.map((label, index) => sql`CAST(${name(`${label} (Bytes)`)} AS DOUBLE) AS ${name(`app_${index}`)}`);
  await engine.query(sql`CREATE OR REPLACE TABLE sessions AS SELECT
    CAST(dense_rank() OVER (ORDER BY "IMSI") - 1 AS INTEGER) AS customer_no, "IMSI" AS customer,
    CAST("Dur. (ms)" AS DOUBLE) AS duration_s, CAST("Total UL (Bytes)" AS DOUBLE) AS upload_bytes,
    CAST("Sum of app DL incl. Other (Bytes)" AS DOUBLE) AS download_bytes, upload_bytes + download_bytes AS traffic_bytes,
    CAST("Avg RTT DL+UL (ms)" AS DOUBLE) AS rtt_ms, ${joined(apps)},
    NULLIF("Handset Type", 'undefined') AS handset, NULLIF("Handset Manufacturer", 'undefined') AS maker FROM raw_csv`);
  const sums = [
    "duration_s",
    "upload_bytes",
    "download_bytes",
    "traffic_bytes",
    ...APPS.map((_, index) => `app_${index}`),
  ];
  await engine.query(sql`CREATE OR REPLACE TABLE customers AS SELECT customer_no, customer, CAST(COUNT(*) AS DOUBLE) AS sessions,
    ${joined(sums.map((column) => sql`SUM(${name(column)}) AS ${name(column)}`))}, AVG(rtt_ms) AS rtt_ms,
    MODE(handset) AS handset, MODE(maker) AS maker FROM sessions GROUP BY customer_no, customer`);
  return {
    grain: "session",
    unit: "customer",
    metrics: METRICS.filter(({ column }) => ["sessions", ...sums, "rtt_ms"].includes(column)),
    apps: APPS.map((label, index) => ({ column: `app_${index}`, label })),
    categories: [
      { column: "handset", label: "Handset" },
      { column: "maker", label: "Maker" },
    ],
    hasTime: false,
    trafficDefinition: "Upload plus download.",
    counts: { rowsRead: 8747, rowsSetAside: 0, rowsKept: 8747, rowsFiltered: 8747, customers: 7401 },
    version: "sessions.csv",
  };
}

/** users.csv as the table `customers`: no applications, no maker, no time. */
export async function putUserTables(engine: Engine): Promise<Dataset> {
  await putCsv(engine, "users.csv");
  await engine.query(sql`CREATE OR REPLACE TABLE customers AS SELECT
    CAST(row_number() OVER () - 1 AS INTEGER) AS customer_no, "MSISDN/Number" AS customer, CAST(sessions AS DOUBLE) AS sessions,
    CAST(total_duration AS DOUBLE) AS duration_s, CAST(total_bytes AS DOUBLE) AS traffic_bytes,
    CAST(avg_rtt_ms AS DOUBLE) AS rtt_ms, NULLIF(handset_type, 'undefined') AS handset FROM raw_csv`);
  return {
    grain: "customer",
    unit: "customer",
    metrics: METRICS.filter(({ column }) => ["sessions", "duration_s", "traffic_bytes", "rtt_ms"].includes(column)),
    apps: [],
    categories: [{ column: "handset", label: "Handset" }],
    hasTime: false,
    trafficDefinition: "As given.",
    counts: { rowsRead: 106_856, rowsSetAside: 0, rowsKept: 106_856, rowsFiltered: 106_856, customers: 106_856 },
    version: "users.csv",
  };
}

async function putCsv(engine: Engine, file: string): Promise<void> {
  const path = `/vault/${file}`;
  await engine.registerFile(path, new Blob([readFileSync(`${SHARED}/data/telecom-xdr/${file}`)]));
  await engine.query(
    sql`CREATE OR REPLACE TABLE raw_csv AS SELECT * FROM read_csv(${path}, header = true, all_varchar = true, sample_size = -1)`,
  );
  await engine.dropFile(path);
}
