import type { Dataset } from "../../data/dataset";
import { name, sql, type Sql } from "../../data/sql";
import { has } from "./queries";

/** Names shown beyond the asked places when a tie crosses the last one. */
const TIE_ALLOWANCE = 15;

/** What is counted per name: every session, or a customer's sessions where the file has one line per customer. */
function counted(dataset: Dataset, column: "handset" | "maker", maker: string | null): Sql {
  const table = dataset.grain === "session" ? sql`sessions` : sql`customers`;
  const weight = dataset.grain === "customer" && has(dataset, "sessions") ? sql`sessions` : sql`1`;
  const only = maker === null ? sql`` : sql` WHERE maker = ${maker}`;
  return sql`SELECT ${name(column)} AS label, CAST(SUM(${weight}) AS DOUBLE) AS sessions FROM ${table}${only} GROUP BY 1`;
}

/** The first places by sessions, ties included; with the sums over all names, and over the unknown, on each row. */
export function namesQuery(
  dataset: Dataset,
  column: "handset" | "maker",
  places: number,
  maker: string | null = null,
): Sql {
  return sql`WITH counted AS (
  ${counted(dataset, column, maker)}
), ranked AS (
  SELECT label, sessions, RANK() OVER (ORDER BY sessions DESC) AS place FROM counted WHERE label IS NOT NULL
)
SELECT label, sessions, CAST(place AS DOUBLE) AS place, CAST(COUNT(*) OVER () AS DOUBLE) AS qualified,
  (SELECT COALESCE(SUM(sessions), 0) FROM counted WHERE label IS NULL) AS unknown,
  (SELECT SUM(sessions) FROM counted) AS total,
  (SELECT CAST(COUNT(*) AS DOUBLE) FROM ranked) AS kinds
FROM ranked WHERE place <= ${places} ORDER BY place, label LIMIT ${places + TIE_ALLOWANCE}`;
}
