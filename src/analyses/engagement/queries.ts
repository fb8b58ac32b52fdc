import type { Application } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";

/** Traffic and users of each application per engagement cluster; customers left out by the treatment are cluster -1. */
export function applicationQuery(apps: readonly Application[]): Sql {
  const cells = apps.flatMap(({ column }) => [
    sql`CAST(COALESCE(SUM(c.${name(column)}), 0) AS DOUBLE) AS ${name(`${column} bytes`)}`,
    sql`CAST(COUNT(*) FILTER (WHERE c.${name(column)} > 0) AS DOUBLE) AS ${name(`${column} users`)}`,
  ]);
  return sql`SELECT CAST(COALESCE(d.engagement_cluster, -1) AS DOUBLE) AS cluster, ${joined(cells)}
FROM customers AS c LEFT JOIN derived_engagement AS d ON d.customer_no = c.customer_no GROUP BY 1 ORDER BY 1`;
}

/** The customers as a ranking reads them: everybody, untreated. */
export const EVERYBODY: Sql = sql`customers`;

/** Only customers who use the application at all can be among its top customers. */
export function usersOf(app: Application): Sql {
  return sql`(SELECT * FROM customers WHERE ${name(app.column)} > 0) AS users`;
}
