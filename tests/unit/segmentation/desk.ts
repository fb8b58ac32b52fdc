import { makeTable, tableToIPC, vectorFromArray, Utf8, Table, type Vector } from "apache-arrow";
import type { Context } from "../../../src/analyses/analysis";
import { METRICS, type Dataset } from "../../../src/data/dataset";
import { derive } from "../../../src/data/derive";
import type { Engine } from "../../../src/data/engine";
import { name, sql } from "../../../src/data/sql";
import type { Compute, Treatment } from "../../../src/workers/contract";
import { directCompute } from "../../../src/workers/direct-compute";

export const PLAIN: Treatment = { missing: "mean", outliers: { method: "keep" }, scaling: "zscore" };
export const WINSORISED: Treatment = {
  missing: "mean",
  outliers: { method: "winsorise", low: 1, high: 99 },
  scaling: "zscore",
};

export type Columns = Readonly<Record<string, Float64Array | Int32Array | readonly (string | null)[]>>;

/** Replaces a table by these columns; text may be null. */
export async function putTable(engine: Engine, table: string, columns: Columns): Promise<void> {
  await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
  const vectors = Object.entries(columns).map(([label, values]): [string, Vector] => [
    label,
    ArrayBuffer.isView(values) ? vectorOf(label, values) : vectorFromArray(values, new Utf8()),
  ]);
  await engine.insertArrow(tableToIPC(new Table(Object.fromEntries(vectors)), "stream"), table, true);
}

function vectorOf(label: string, values: Float64Array | Int32Array): Vector {
  const vector = makeTable({ [label]: values }).getChild(label);
  if (vector === null) throw new Error(`no vector for ${label}`);
  return vector;
}

/** A `customers` table with customer_no and the given columns, as data/customers would leave it; NaN becomes NULL. */
export async function putCustomers(engine: Engine, customers: readonly string[], columns: Columns): Promise<void> {
  const customerNo = Int32Array.from(customers, (_, index) => index);
  await putTable(engine, "customers", { customer_no: customerNo, customer: customers, ...columns });
  for (const [label, values] of Object.entries(columns)) {
    if (values instanceof Float64Array && values.some(Number.isNaN)) {
      await engine.query(sql`UPDATE customers SET ${name(label)} = NULL WHERE isnan(${name(label)})`);
    }
  }
}

/** A data set that names the columns that are there. */
export function datasetOf(columns: readonly string[], customers: number, apps: readonly string[] = []): Dataset {
  return {
    grain: "customer",
    unit: "customer",
    metrics: METRICS.filter((metric) => columns.includes(metric.column)),
    apps: apps.map((label, index) => ({ column: `app_${index}`, label })),
    categories: columns.includes("handset") ? [{ column: "handset", label: "Handset type" }] : [],
    hasTime: false,
    trafficDefinition: "as given",
    counts: { rowsRead: customers, rowsSetAside: 0, rowsKept: customers, rowsFiltered: customers, customers },
    version: "test",
  };
}

/** What a session gives an analysis, over the real engine and the real jobs. */
export function contextOf(
  engine: Engine,
  dataset: Dataset,
  treatment: Treatment,
  compute: Compute = directCompute,
): Context {
  return {
    dataset,
    treatment,
    signal: new AbortController().signal,
    query: (statement) => engine.query(statement),
    compute,
    derived: async (id) =>
      (await engine.query(sql`SELECT 1::DOUBLE AS one FROM duckdb_tables() WHERE table_name = ${`derived_${id}`}`))
        .rowCount > 0,
    derive: (label, customerNo, columns) => derive(engine, label, customerNo, columns),
    table: () => Promise.reject(new Error("a study reads no columns of the file")),
    onProgress: () => undefined,
    show: () => undefined,
  };
}
