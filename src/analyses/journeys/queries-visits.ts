import type { TableColumn } from "../../data/table/table-column";
import { constant, name, sql, type Sql } from "../../data/sql";
import { quantiles } from "../../data/sql/quantiles";
import type { PathTables } from "../../behaviour/recipe";
import { staysOf } from "../../behaviour/queries-stays";
import { cameQuery } from "../../behaviour/queries-mask";
import { groupValues } from "./queries-values";

const QUARTILES = { q25: 0.25, median: 0.5, q75: 0.75 };

/** Events per visit and visits per customer: quantiles between neighbours in proportion (type 7). */
export function visitShapeQuery(tables: PathTables): Sql {
  const visits = name(tables.visits);
  const shape = (column: Sql, rows: Sql): Sql => sql`SELECT CAST(avg(${column}) AS DOUBLE) AS mean,
  ${quantiles(column, QUARTILES)}, CAST(max(${column}) AS DOUBLE) AS most,
  CAST(count(*) FILTER (WHERE ${column} = 1) AS DOUBLE) AS once, CAST(count(*) AS DOUBLE) AS n FROM ${rows}`;
  return sql`SELECT 0::DOUBLE AS what, * FROM (${shape(sql`events`, visits)})
UNION ALL SELECT 1::DOUBLE AS what, * FROM (${shape(sql`times`, sql`(SELECT CAST(count(*) AS DOUBLE) AS times FROM ${visits} GROUP BY customer_no)`)})
ORDER BY what`;
}

/** How many customers made so many visits. */
export function visitsPerCustomerQuery(tables: PathTables): Sql {
  return sql`SELECT CAST(times AS DOUBLE) AS visits, CAST(count(*) AS DOUBLE) AS customers
FROM (SELECT count(*) AS times FROM ${name(tables.visits)} GROUP BY customer_no) GROUP BY 1 ORDER BY 1`;
}

/** Days from one day with a visit to the customer's next, and from the last to the end of the data (NULL gap: still waiting). */
export function daysBetweenQuery(tables: PathTables): Sql {
  return sql`WITH days AS (SELECT DISTINCT customer_no, CAST(date_trunc('day', started) AS DATE) AS day FROM ${name(tables.visits)} WHERE started IS NOT NULL),
gaps AS (SELECT day, lead(day) OVER (PARTITION BY customer_no ORDER BY day) AS next FROM days)
SELECT CAST(next - day AS DOUBLE) AS gap, CAST(CASE WHEN next IS NULL THEN (SELECT max(day) FROM days) - day END AS DOUBLE) AS waited,
  CAST(count(*) AS DOUBLE) AS n FROM gaps GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** What each event is like, of events with numbers below `size`: how often, in how many visits and by how many customers, how long, how often first and last. */
export function eventFactsQuery(tables: PathTables, dwell: boolean, size: number): Sql {
  return sql`SELECT CAST(event_no AS DOUBLE) AS event_no, n, CAST(visits AS DOUBLE) AS visits, CAST(customers AS DOUBLE) AS customers,
  entries, exits, known, stay, spent, amount
FROM (SELECT event_no, CAST(count(*) AS DOUBLE) AS n,
  CAST(count(*) FILTER (WHERE step = 1) AS DOUBLE) AS entries, CAST(count(*) FILTER (WHERE next_no IS NULL) AS DOUBLE) AS exits,
  CAST(count(dwell_s) AS DOUBLE) AS known, CAST(median(dwell_s) AS DOUBLE) AS stay, CAST(sum(dwell_s) AS DOUBLE) AS spent,
  CAST(sum(amount) AS DOUBLE) AS amount
  FROM (${staysOf(tables, dwell)}) GROUP BY 1) JOIN (${cameQuery(tables, size)}) AS came USING (event_no) ORDER BY n DESC, event_no`;
}

/** Visits by the hour and weekday of their start, 1 Monday … 7 Sunday, and their money. */
export function clockQuery(tables: PathTables): Sql {
  return sql`SELECT CAST(isodow(started) AS DOUBLE) AS weekday, CAST(hour(started) AS DOUBLE) AS hour, CAST(count(*) AS DOUBLE) AS visits,
  CAST(sum(amount) AS DOUBLE) AS amount FROM ${name(tables.visits)} WHERE started IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Customers, visits, events and money of each month. */
export function monthsQuery(tables: PathTables): Sql {
  return sql`SELECT strftime(started, '%Y-%m') AS month, CAST(count(DISTINCT customer_no) AS DOUBLE) AS customers, CAST(count(*) AS DOUBLE) AS visits,
  CAST(sum(events) AS DOUBLE) AS events, CAST(sum(amount) AS DOUBLE) AS amount
FROM ${name(tables.visits)} WHERE started IS NOT NULL GROUP BY 1 ORDER BY 1`;
}

/** The same by the value of a column at the visit's first event, most visits first. */
export function propertyQuery(tables: PathTables, column: TableColumn): Sql {
  return sql`SELECT value, CAST(count(DISTINCT v.customer_no) AS DOUBLE) AS customers, CAST(count(*) AS DOUBLE) AS visits,
  CAST(sum(events) AS DOUBLE) AS events, CAST(count(*) FILTER (WHERE events = 1) AS DOUBLE) AS bounced, CAST(sum(v.amount) AS DOUBLE) AS amount
FROM ${name(tables.visits)} AS v JOIN (${groupValues(tables, "visit", column)}) AS g ON g.unit = v.path_no GROUP BY 1 ORDER BY visits DESC, value`;
}

/** Neighbouring events of a customer by how far apart they are: powers of two of a second, and how many are at most `minutes`. */
export function gapsQuery(tables: PathTables, minutes: number, interleaved: boolean): Sql {
  // Where the table's order is that of time, no sorting is needed.
  const before = interleaved
    ? sql`SELECT "at", lag("at") OVER (PARTITION BY customer_no ORDER BY place) AS before FROM ${name(tables.events)}`
    : sql`SELECT "at", CASE WHEN place > 1 THEN earlier END AS before FROM (SELECT "at", place, lag("at") OVER () AS earlier FROM ${name(tables.events)})`;
  return sql`WITH apart AS (SELECT (epoch_us("at") - epoch_us(before)) / 1e6 AS gap FROM (${before}))
SELECT CAST(CASE WHEN gap < 1 THEN 0 ELSE 1 + floor(log2(gap)) END AS DOUBLE) AS bin, CAST(count(*) AS DOUBLE) AS n,
  CAST(count(*) FILTER (WHERE gap <= ${constant(minutes * 60)}) AS DOUBLE) AS within FROM apart WHERE gap >= 0 GROUP BY 1 ORDER BY 1`;
}

/** The customers with most money (visits where there is none). */
export function topCustomersQuery(tables: PathTables, most: number): Sql {
  return sql`SELECT CAST(v.customer_no AS DOUBLE) AS customer_no, any_value(c.customer) AS customer, CAST(count(*) AS DOUBLE) AS visits,
  CAST(sum(events) AS DOUBLE) AS events, CAST(sum(v.amount) AS DOUBLE) AS amount
FROM ${name(tables.visits)} AS v JOIN customers AS c USING (customer_no) GROUP BY 1 ORDER BY amount DESC NULLS LAST, visits DESC, 1 LIMIT ${constant(most)}`;
}

/** Seconds from a visit's first event to its last, of visits with more than one. */
export function lengthsQuery(tables: PathTables): Sql {
  return sql`SELECT CAST(count(*) AS DOUBLE) AS n, ${quantiles(sql`s`, QUARTILES)}
FROM (SELECT (epoch_us(ended) - epoch_us(started)) / 1e6 AS s FROM ${name(tables.visits)} WHERE events > 1 AND ended > started)`;
}

/** Customers who came on more than one day. */
export function returningQuery(tables: PathTables): Sql {
  return sql`SELECT CAST(count(*) AS DOUBLE) AS n FROM (SELECT customer_no FROM ${name(tables.visits)} GROUP BY 1
  HAVING min(date_trunc('day', started)) < max(date_trunc('day', started)))`;
}
