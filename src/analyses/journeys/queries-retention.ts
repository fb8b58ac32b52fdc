import { name, sql, type Sql } from "../../data/sql";
import type { PathTables } from "../../behaviour/recipe";

/** What customers are counted in; weeks begin on Monday. */
export type Period = "day" | "week" | "month";

/** The number of the period of a moment, counted from 1970. */
export function periodOf(moment: Sql, period: Period): Sql {
  switch (period) {
    case "day":
      return sql`CAST(floor(epoch_ms(${moment}) / 86400000) AS INTEGER)`;
    case "week":
      // 1970-01-01 was a Thursday.
      return sql`CAST(floor((epoch_ms(${moment}) / 86400000 + 3) / 7) AS INTEGER)`;
    case "month":
      return sql`CAST(12 * (year(${moment}) - 1970) + month(${moment}) - 1 AS INTEGER)`;
  }
}

/** Each customer's periods with a visit, as p. */
const active = (tables: PathTables, period: Period): Sql =>
  sql`SELECT DISTINCT customer_no, ${periodOf(sql`started`, period)} AS p FROM ${name(tables.visits)} WHERE started IS NOT NULL`;

/** Customers by the period of their first visit and the periods since then in which they were active. */
export function cohortsQuery(tables: PathTables, period: Period): Sql {
  return sql`WITH active AS (${active(tables, period)})
SELECT CAST(first AS DOUBLE) AS cohort, CAST(p - first AS DOUBLE) AS since, CAST(count(*) AS DOUBLE) AS n
FROM active JOIN (SELECT customer_no, min(p) AS first FROM active GROUP BY 1) USING (customer_no) GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Customers by cohort and the last period since then in which they were active. */
export function lastActiveQuery(tables: PathTables, period: Period): Sql {
  return sql`SELECT CAST(first AS DOUBLE) AS cohort, CAST(last - first AS DOUBLE) AS since, CAST(count(*) AS DOUBLE) AS n
FROM (SELECT customer_no, min(p) AS first, max(p) AS last FROM (${active(tables, period)}) GROUP BY 1) GROUP BY 1, 2 ORDER BY 1, 2`;
}

/** Per period: customers who are new, came in the period before too, or came back after a pause; and who stayed away after coming in the period before. */
export function lifecycleQuery(tables: PathTables, period: Period): Sql {
  return sql`WITH active AS (${active(tables, period)}),
steps AS (SELECT p, lag(p) OVER one AS before, lead(p) OVER one AS after FROM active WINDOW one AS (PARTITION BY customer_no ORDER BY p)),
came AS (SELECT p, count(*) FILTER (WHERE before IS NULL) AS fresh, count(*) FILTER (WHERE before = p - 1) AS stayed,
  count(*) FILTER (WHERE before < p - 1) AS resurrected FROM steps GROUP BY 1),
left_out AS (SELECT p + 1 AS p, count(*) AS dormant FROM steps WHERE after IS NULL OR after > p + 1 GROUP BY 1)
SELECT CAST(p AS DOUBLE) AS p, CAST(coalesce(fresh, 0) AS DOUBLE) AS fresh, CAST(coalesce(stayed, 0) AS DOUBLE) AS stayed,
  CAST(coalesce(resurrected, 0) AS DOUBLE) AS resurrected, CAST(coalesce(dormant, 0) AS DOUBLE) AS dormant
FROM came FULL JOIN left_out USING (p) WHERE p <= (SELECT max(p) FROM active) ORDER BY 1`;
}

/** Per month: customers active in it, and on its mean day (of those days of it that the data covers). */
export function stickinessQuery(tables: PathTables): Sql {
  return sql`WITH days AS (SELECT DISTINCT customer_no, date_trunc('day', started) AS day FROM ${name(tables.visits)} WHERE started IS NOT NULL),
span AS (SELECT min(day) AS first, max(day) AS last FROM days)
SELECT strftime(day, '%Y-%m') AS month, CAST(count(*) AS DOUBLE) AS customer_days, CAST(count(DISTINCT customer_no) AS DOUBLE) AS customers,
  CAST(1 + date_diff('day', greatest(date_trunc('month', min(day)), any_value(first)), least(last_day(min(day)), any_value(last))) AS DOUBLE) AS days
FROM days, span GROUP BY 1 ORDER BY 1`;
}

/** The number of the period of a moment in ms since 1970 UTC: in TypeScript what `periodOf` is in SQL. */
export function periodNumber(moment: number, period: Period): number {
  const date = new Date(moment);
  if (period === "month") return 12 * (date.getUTCFullYear() - 1970) + date.getUTCMonth();
  return period === "day" ? Math.floor(moment / 86_400_000) : Math.floor((moment / 86_400_000 + 3) / 7);
}

/** The first moment of a period by its number, in ms since 1970 UTC. */
export function periodStart(number: number, period: Period): number {
  if (period === "month") return Date.UTC(1970, number, 1);
  return (period === "day" ? number : 7 * number - 3) * 86_400_000;
}
