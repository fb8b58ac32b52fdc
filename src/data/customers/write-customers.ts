import type { Clean } from "../clean/build-clean";
import type { MetricColumn } from "../dataset";
import { single, type Engine } from "../engine";
import { tableFor } from "../plain-tables";
import { joined, name, sql, type Sql } from "../sql";
import { trafficOf } from "./row-columns";
import type { RowFilters } from "./row-filters";
import { settledWords } from "./table-views";

const MEANS: readonly MetricColumn[] = ["rtt_ms", "throughput_kbps", "tcp_retrans_bytes"];

/** Customers grouped at once: bounds the memory that grouping takes, whatever the file's size. */
const AT_ONCE = 250_000;

/**
 * Writes the table `customer_rows` from rows that have customer_no (0 … n−1, dense): sums of amounts, means of rates, the most frequent handset and maker. Gives the number of customers.
 */
export async function writeCustomers(engine: Engine, clean: Clean, filters: RowFilters, rows: Sql): Promise<number> {
  const counted = await engine.query(sql`SELECT CAST(coalesce(max(customer_no) + 1, 0) AS DOUBLE) AS n FROM (${rows})`);
  const customers = single(counted, "n");
  const source = clean.metrics.some(({ column }) => column === "traffic_bytes")
    ? sql`SELECT * REPLACE (${trafficOf(clean, filters)} AS traffic_bytes) FROM (${rows})`
    : rows;
  const kind = tableFor(customers, clean.metrics.length + clean.apps.length);
  for (let from = 0; from === 0 || from < customers; from += AT_ONCE) {
    const part = sql`SELECT * FROM (${source}) WHERE customer_no >= ${from} AND customer_no < ${from + AT_ONCE}`;
    const grouped = aggregated(clean, part);
    await engine.query(
      from === 0 ? sql`CREATE ${kind} customer_rows AS ${grouped}` : sql`INSERT INTO customer_rows ${grouped}`,
    );
    if (clean.repeated)
      for (const { column } of settledWords(clean)) await settle(engine, name(column), name(`last_${column}`), part);
  }
  return customers;
}

function aggregated(clean: Clean, rows: Sql): Sql {
  const metrics = clean.metrics.map(({ column }) => sql`${aggregate(clean, column)} AS ${name(column)}`);
  const apps = clean.apps.map(({ column }) => sql`sum(${name(column)}) AS ${name(column)}`);
  const words = settledWords(clean).flatMap(({ column }) => [
    sql`min(${name(column)}) AS ${name(column)}`,
    sql`max(${name(column)}) AS ${name(`last_${column}`)}`,
  ]);
  const columns = [sql`customer_no`, sql`min(customer_key) AS customer_key`, ...metrics, ...apps, ...words];
  return sql`SELECT ${joined(columns)} FROM (${rows}) GROUP BY customer_no`;
}

function aggregate(clean: Clean, column: MetricColumn): Sql {
  if (column === "sessions" && clean.grain === "session") return sql`CAST(count(*) AS DOUBLE)`;
  return MEANS.includes(column) ? sql`avg(${name(column)})` : sql`sum(${name(column)})`;
}

/** Where a customer has several, puts the most frequent in place of the first; ties go to the alphabetically first. */
async function settle(engine: Engine, column: Sql, last: Sql, rows: Sql): Promise<void> {
  await engine.query(sql`
    UPDATE customer_rows SET ${column} = best.word FROM (
      SELECT customer_no, arg_max(word, n * 4294967296 - enum_code(word)) AS word
      FROM (
        SELECT customer_no, ${column} AS word, count(*) AS n FROM (${rows})
        WHERE ${column} IS NOT NULL AND customer_no IN (SELECT customer_no FROM customer_rows WHERE ${column} <> ${last})
        GROUP BY customer_no, ${column}
      ) GROUP BY customer_no
    ) AS best WHERE customer_rows.customer_no = best.customer_no`);
}
