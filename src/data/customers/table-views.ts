import type { Clean } from "../clean/build-clean";
import type { Category } from "../dataset";
import type { Engine } from "../engine";
import { joined, name, sql, type Sql } from "../sql";
import { rowColumns } from "./row-columns";
import type { RowFilters } from "./row-filters";

/** Whether rows were filtered, which numbers customers anew, and whether segments were, which numbers them once more. */
export interface Numbering {
  readonly filtered: boolean;
  readonly narrowed: boolean;
}

/** The views that `writeViews` makes. */
export const VIEWS = ["kept_rows", "sessions", "customers", "base_customers", "base_numbers", "customer_numbers"];

/** The kept rows with the customer_no that their customers have before segments are filtered. */
export function keptRows(filtered: boolean): Sql {
  // Without filters the dense id of the whole file is the customer's number already.
  return filtered
    ? sql`SELECT f.*, c.customer_no FROM filtered_rows AS f JOIN filtered_customers AS c USING (customer_id)`
    : sql`SELECT *, customer_id AS customer_no FROM clean WHERE set_aside IS NULL`;
}

/**
 * Makes the views that analyses read over `customer_rows` and the kept rows, and those that say who is who:
 * `base_customers`, `base_numbers` (customer_id, base_no) before segments are filtered, and `customer_numbers`
 * (customer_id, base_no, customer_no), where customer_no is NULL for a customer whom the filter on segments leaves out.
 */
export async function writeViews(
  engine: Engine,
  clean: Clean,
  filters: RowFilters,
  numbering: Numbering,
): Promise<void> {
  const { filtered, narrowed } = numbering;
  const rows = narrowed
    ? sql`SELECT r.* EXCLUDE (customer_no), n.customer_no FROM (${keptRows(filtered)}) AS r JOIN narrowed_customers AS n ON n.customer_id = r.customer_id`
    : keptRows(filtered);
  const customers = narrowed
    ? sql`(SELECT r.* EXCLUDE (customer_no), n.customer_no FROM customer_rows AS r JOIN narrowed_customers AS n ON n.base_no = r.customer_no)`
    : sql`customer_rows`;
  await engine.query(sql`CREATE OR REPLACE VIEW kept_rows AS SELECT row_no, customer_no FROM (${rows})`);
  if (clean.grain === "session") await engine.query(sessionsView(clean, filters, rows));
  const columns = joined(customerColumns(clean));
  await engine.query(sql`CREATE OR REPLACE VIEW customers AS SELECT ${columns} FROM ${customers}`);
  await engine.query(sql`CREATE OR REPLACE VIEW base_customers AS SELECT ${columns} FROM customer_rows`);
  await engine.query(sql`CREATE OR REPLACE VIEW base_numbers AS ${baseNumbers(filtered)}`);
  await engine.query(sql`CREATE OR REPLACE VIEW customer_numbers AS ${customerNumbers(narrowed)}`);
}

/** The names that a customer has one of. */
export const settledWords = (clean: Clean): readonly Category[] =>
  clean.categories.filter(({ column }) => column !== "location");

function sessionsView(clean: Clean, filters: RowFilters, rows: Sql): Sql {
  const ended = clean.hasEnd ? [name("ended")] : [];
  const words = clean.categories.map(({ column }) => sql`CAST(${name(column)} AS VARCHAR) AS ${name(column)}`);
  const columns = joined([sql`customer_no`, ...ended, ...rowColumns(clean, filters), ...words]);
  return sql`CREATE OR REPLACE VIEW sessions AS SELECT ${columns} FROM (${rows})`;
}

const customerColumns = (clean: Clean): readonly Sql[] => [
  sql`customer_no`,
  sql`CAST(customer_key AS VARCHAR) AS customer`,
  ...clean.metrics.map(({ column }) => name(column)),
  ...clean.apps.map(({ column }) => name(column)),
  ...settledWords(clean).map(({ column }) => sql`CAST(${name(column)} AS VARCHAR) AS ${name(column)}`),
];

const baseNumbers = (filtered: boolean): Sql =>
  filtered
    ? sql`SELECT customer_id, customer_no AS base_no FROM filtered_customers`
    : sql`SELECT customer_no AS customer_id, customer_no AS base_no FROM customer_rows`;

const customerNumbers = (narrowed: boolean): Sql =>
  narrowed
    ? sql`SELECT b.customer_id, b.base_no, n.customer_no FROM base_numbers AS b LEFT JOIN narrowed_customers AS n USING (customer_id)`
    : sql`SELECT customer_id, base_no, base_no AS customer_no FROM base_numbers`;
