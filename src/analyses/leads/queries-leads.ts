import type { TableColumn } from "../../data/table/table-column";
import { joined, name, sql, type Sql } from "../../data/sql";

/** Values of an outcome that are told apart at most; one more says that there are more. */
export const MOST_LEVELS = 30;

/** A cell as its level is written. */
export function levelOf({ id, kind }: TableColumn): Sql {
  const cell = name(id);
  if (kind === "truth") return sql`CASE ${cell} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END`;
  if (kind === "category") return cell;
  return sql`CASE WHEN ${cell} = trunc(${cell}) AND abs(${cell}) < 1e15 THEN CAST(CAST(${cell} AS BIGINT) AS VARCHAR) ELSE CAST(${cell} AS VARCHAR) END`;
}

/** Values of the outcome by their rows, most frequent first: level, n. */
export const levelsQuery = (column: TableColumn): Sql => sql`
  SELECT level, CAST(count(*) AS DOUBLE) AS n FROM (SELECT ${levelOf(column)} AS level FROM "rows")
  WHERE level IS NOT NULL GROUP BY 1 ORDER BY n DESC, level LIMIT ${MOST_LEVELS + 1}`;

/** In the order of customer_no: 1 where any row of the customer has the value, 0 where others only, NULL where none is known. */
export const outcomeQuery = (column: TableColumn, wanted: string): Sql => sql`
  SELECT c.customer_no AS customer_no, o.outcome AS outcome FROM customers AS c LEFT JOIN (
    SELECT customer_no, CAST(max(CASE WHEN level = ${wanted} THEN 1 WHEN level IS NOT NULL THEN 0 END) AS DOUBLE) AS outcome
    FROM (SELECT customer_no, ${levelOf(column)} AS level FROM "rows") GROUP BY customer_no
  ) AS o USING (customer_no) ORDER BY c.customer_no`;

/** What these customers are called in the file: customer_no, customer. */
export const namesQuery = (customerNo: readonly number[]): Sql => sql`
  SELECT customer_no, customer FROM customers WHERE customer_no IN (${joined(customerNo.map((one) => sql`${one}`))})`;
