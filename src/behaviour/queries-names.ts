import { name, sql, type Sql } from "../data/sql";
import type { PathTables } from "./recipe";

/** Every event with its count and money. */
export function eventNamesQuery(tables: PathTables): Sql {
  return sql`SELECT CAST(event_no AS DOUBLE) AS event_no, any_value(n.event) AS event, any_value(n.n) AS n, CAST(sum(e.amount) AS DOUBLE) AS amount
FROM ${name(tables.names)} AS n JOIN ${name(tables.events)} AS e USING (event_no) GROUP BY event_no ORDER BY event_no`;
}
