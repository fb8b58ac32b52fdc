import { single } from "./engine";
import { inspect, load, type OpenDeps } from "./open-source";
import { joined, name, sql } from "./sql";
import { UserError } from "./user-error";

/** Customers of an earlier file with the segment each had then, in a table (customer, segment). */
export interface EarlierTable {
  readonly table: string;
  readonly customers: number;
}

/** Columns that hold the customer and the segment in what this page exports, the better one first. */
const CUSTOMER = ["customer"];
const SEGMENT = ["segment_name", "segment", "Segment"];

/**
 * Reads such a file, as “Export, customers” writes it, into `table`. UserError where it has no such columns, or where a
 * customer stands in it twice with different segments.
 */
export async function readEarlier(file: File, table: string, deps: OpenDeps): Promise<EarlierTable> {
  const source = await inspect([{ name: file.name, blob: file }], { reader: deps.reader });
  const columns = source.columns.map((column) => column.name);
  const customer = CUSTOMER.find((one) => columns.includes(one));
  const segment = SEGMENT.find((one) => columns.includes(one));
  if (customer === undefined || segment === undefined)
    throw new UserError(
      `“${file.name}” does not say which segment each customer had.`,
      "Choose a table with the columns “customer” and “segment_name” (or “segment”), as the export of customers has them.",
    );
  await load(source, [customer, segment], READ, deps);
  try {
    await deps.engine.query(sql`DROP TABLE IF EXISTS ${name(table)}`);
    const cells = joined([
      sql`CAST(${name(customer)} AS VARCHAR) AS customer`,
      sql`CAST(min(CAST(${name(segment)} AS VARCHAR)) AS VARCHAR) AS segment`,
      sql`count(DISTINCT CAST(${name(segment)} AS VARCHAR)) AS segments`,
    ]);
    await deps.engine.query(
      sql`CREATE TABLE ${name(table)} AS SELECT ${cells} FROM ${name(READ)} WHERE ${name(customer)} IS NOT NULL AND ${name(segment)} IS NOT NULL GROUP BY 1`,
    );
    const counted = await deps.engine.query(
      sql`SELECT CAST(count(*) AS DOUBLE) AS customers, CAST(count(*) FILTER (WHERE segments > 1) AS DOUBLE) AS torn FROM ${name(table)}`,
    );
    if (single(counted, "torn") > 0)
      throw new UserError(
        `“${file.name}” has customers with more than one segment.`,
        "Choose a table with one row per customer, as the export of customers is.",
      );
    return { table, customers: single(counted, "customers") };
  } finally {
    await deps.engine.query(sql`DROP TABLE IF EXISTS ${name(READ)}`);
  }
}

const READ = "earlier_read";
