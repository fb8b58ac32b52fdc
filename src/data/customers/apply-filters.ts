import type { Clean } from "../clean/build-clean";
import type { Dataset, DatasetCounts } from "../dataset";
import { numbers, single, type Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import { chosenApps, rowColumns } from "./row-columns";
import { rowConditions, type RowFilters } from "./row-filters";
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
  const rows = conditions.length === 0 ? everyRow() : await filteredRows(engine, conditions);
  await engine.query(keptRowsView(conditions.length > 0));
  if (clean.grain === "session") await engine.query(sessionsView(clean, filters, conditions.length > 0));
  const customers = await writeCustomers(engine, clean, filters, rows);
  const counts = await count(engine, clean, conditions.length > 0, customers);
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
  for (const view of ["kept_rows", "sessions", "customers"]) await engine.query(sql`DROP VIEW IF EXISTS ${name(view)}`);
  for (const table of ["customer_rows", "filtered_rows", "filtered_customers"])
    await engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
}

/** Without filters the dense id of the whole file is the customer's number already. */
const everyRow = (): Sql => sql`SELECT *, customer_id AS customer_no FROM clean WHERE set_aside IS NULL`;

async function filteredRows(engine: Engine, conditions: readonly Sql[]): Promise<Sql> {
  const kept = joined([sql`set_aside IS NULL`, ...conditions], " AND ");
  await engine.query(sql`CREATE TABLE filtered_rows AS SELECT * FROM clean WHERE ${kept}`);
  await engine.query(sql`
    CREATE TABLE filtered_customers AS
    SELECT customer_id, CAST(row_number() OVER (ORDER BY customer_id) - 1 AS INTEGER) AS customer_no
    FROM (SELECT DISTINCT customer_id FROM filtered_rows)`);
  return numberedRows();
}

const numberedRows = (): Sql =>
  sql`SELECT f.*, c.customer_no FROM filtered_rows AS f JOIN filtered_customers AS c USING (customer_id)`;

const keptRowsView = (filtered: boolean): Sql =>
  sql`CREATE VIEW kept_rows AS SELECT row_no, customer_no FROM (${filtered ? numberedRows() : everyRow()})`;

function sessionsView(clean: Clean, filters: RowFilters, filtered: boolean): Sql {
  const ended = clean.hasEnd ? [name("ended")] : [];
  const words = clean.categories.map(({ column }) => sql`CAST(${name(column)} AS VARCHAR) AS ${name(column)}`);
  const columns = joined([sql`customer_no`, ...ended, ...rowColumns(clean, filters), ...words]);
  const rows = filtered ? numberedRows() : everyRow();
  return sql`CREATE VIEW sessions AS SELECT ${columns} FROM (${rows})`;
}

async function count(engine: Engine, clean: Clean, filtered: boolean, customers: number): Promise<DatasetCounts> {
  const rows = filtered ? sql`filtered_rows` : sql`clean`;
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
