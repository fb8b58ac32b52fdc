import type { Clean } from "../clean/build-clean";
import type { Dataset, DatasetCounts } from "../dataset";
import { numbers, single, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import { forgetDerived } from "../derive";
import { chosenApps } from "./row-columns";
import { rowConditions, type RowFilters } from "./row-filters";
import { keptRows, VIEWS, writeViews } from "./table-views";
import { writeCustomers } from "./write-customers";

let made = 0;

/**
 * Makes the tables that analyses read, from the kept rows of `clean` that pass the filters: the view `sessions` (session
 * grain only), the view `customers`, one row per customer, customer_no 0 … n−1 in the order of the customer's key, and the view
 * `kept_rows` that says which row of the file is whose.
 */
export async function applyFilters(engine: Engine, clean: Clean, filters: RowFilters): Promise<Dataset> {
  const conditions = rowConditions(clean, filters);
  await forget(engine);
  const filtered = conditions.length > 0;
  if (filtered) await filterRows(engine, conditions);
  const customers = await writeCustomers(engine, clean, filters, keptRows(filtered));
  await writeViews(engine, clean, filters, { filtered, narrowed: false });
  const counts = await countRows(engine, clean, filtered ? sql`filtered_rows` : sql`clean`, customers);
  made += 1;
  return {
    grain: clean.grain,
    unit: clean.unit,
    metrics: clean.metrics,
    apps: clean.apps,
    categories: clean.categories,
    hasTime: clean.hasTime,
    trafficDefinition: definition(clean, filters),
    counts,
    version: `${clean.version}-${made}`,
  };
}

async function forget(engine: Engine): Promise<void> {
  for (const view of VIEWS) await engine.query(sql`DROP VIEW IF EXISTS ${name(view)}`);
  for (const table of ["customer_rows", "filtered_rows", "filtered_customers", "narrowed_customers", "kept_segments"])
    await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
  // Their customers had other numbers.
  await forgetDerived(engine);
}

async function filterRows(engine: Engine, conditions: readonly Sql[]): Promise<void> {
  const kept = joined([sql`set_aside IS NULL`, ...conditions], " AND ");
  await engine.query(sql`CREATE TABLE filtered_rows AS SELECT * FROM clean WHERE ${kept}`);
  await engine.query(sql`
    CREATE TABLE filtered_customers AS
    SELECT customer_id, CAST(row_number() OVER (ORDER BY customer_id) - 1 AS INTEGER) AS customer_no
    FROM (SELECT DISTINCT customer_id FROM filtered_rows)`);
}

/** Rows and customers of the view, and the time between them, from rows of `clean`. */
export async function countRows(engine: Engine, clean: Clean, rows: Sql, customers: number): Promise<DatasetCounts> {
  const times = clean.hasTime
    ? sql`, CAST(epoch_us(min(started)) AS DOUBLE) / 1000 AS earliest, CAST(epoch_us(max(started)) AS DOUBLE) / 1000 AS latest`
    : sql``;
  const answer = await engine.query(
    sql`SELECT CAST(count(*) AS DOUBLE) AS n ${times} FROM ${rows} WHERE set_aside IS NULL`,
  );
  const kept = clean.rowsRead - clean.rowsSetAside;
  const base = {
    rowsRead: clean.rowsRead,
    rowsSetAside: clean.rowsSetAside,
    rowsKept: kept,
    rowsFiltered: kept - single(answer, "n"),
    customers,
  };
  const [from, to] = clean.hasTime
    ? [numbers(answer, "earliest")[0] ?? NaN, numbers(answer, "latest")[0] ?? NaN]
    : [NaN, NaN];
  return Number.isNaN(from) || Number.isNaN(to) ? base : { ...base, from, to };
}

function definition(clean: Clean, filters: RowFilters): string {
  const chosen = chosenApps(clean, filters);
  if (chosen.length === 0) return clean.trafficDefinition;
  return `Traffic = ${chosen.map(({ label }) => label).join(" + ")} only, as filtered.`;
}
