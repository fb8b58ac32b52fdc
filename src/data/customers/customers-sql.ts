import type { Clean } from "../clean/build-clean";
import { sumPresent } from "../clean/traffic";
import type { MetricColumn } from "../dataset";
import { joined, name, sql, type Sql } from "../sql";
import type { RowFilters } from "./row-filters";

const MEANS: readonly MetricColumn[] = ["rtt_ms", "throughput_kbps", "tcp_retrans_bytes"];

/** traffic_bytes of a row: of the chosen applications, if any were chosen. */
export function trafficOf(clean: Clean, filters: Pick<RowFilters, "apps">): Sql {
  const chosen = chosenApps(clean, filters);
  return chosen.length === 0 ? name("traffic_bytes") : sumPresent(chosen.map(({ column }) => name(column)));
}

/** The applications that the filter names and the data has. */
export const chosenApps = (clean: Clean, filters: Pick<RowFilters, "apps">): Clean["apps"] =>
  clean.apps.filter(({ label }) => filters.apps.includes(label));

/** Every numeric column of a row under its canonical name. */
export function rowColumns(clean: Clean, filters: Pick<RowFilters, "apps">): readonly Sql[] {
  const times = clean.hasTime ? [name("started")] : [];
  const metrics = clean.metrics
    .filter(({ column }) => clean.grain === "customer" || column !== "sessions")
    .map(({ column }) => (column === "traffic_bytes" ? sql`${trafficOf(clean, filters)} AS traffic_bytes` : name(column)));
  return [...times, ...metrics, ...clean.apps.map(({ column }) => name(column))];
}

/** One row per customer: sums of amounts, means of rates, over `rows` that have customer_no. */
export function aggregated(clean: Clean, rows: Sql): Sql {
  const metrics = clean.metrics.map(({ column }) => sql`${aggregate(clean, column)} AS ${name(column)}`);
  const apps = clean.apps.map(({ column }) => sql`sum(${name(column)}) AS ${name(column)}`);
  const words = clean.categories
    .filter(({ column }) => column !== "location")
    .flatMap(({ column }) => [sql`min(${name(column)}) AS ${name(`first_${column}`)}`, sql`max(${name(column)}) AS ${name(`last_${column}`)}`]);
  return sql`SELECT ${joined([sql`customer_no`, sql`any_value(customer_key) AS customer_key`, ...metrics, ...apps, ...words])} FROM (${rows}) GROUP BY customer_no`;
}

function aggregate(clean: Clean, column: MetricColumn): Sql {
  if (column === "sessions" && clean.grain === "session") return sql`CAST(count(*) AS DOUBLE)`;
  return MEANS.includes(column) ? sql`avg(${name(column)})` : sql`sum(${name(column)})`;
}

/** The most frequent value of each customer that has several, ties to the alphabetically first: (customer_no, word). */
export const mostFrequent = (column: Sql, rows: Sql, customersWithSeveral: Sql): Sql => sql`
  SELECT customer_no, arg_max(word, n * 4294967296 - enum_code(word)) AS word
  FROM (
    SELECT customer_no, ${column} AS word, count(*) AS n FROM (${rows})
    WHERE ${column} IS NOT NULL AND customer_no IN (${customersWithSeveral}) GROUP BY customer_no, ${column}
  ) GROUP BY customer_no`;
