import { sql, type Sql } from "../../data/sql";

/** Customers per pair of clusters; a missing table counts as cluster 0 for everyone, not grouped as -1. */
export function clustersQuery(engagement: boolean, experience: boolean): Sql {
  const left = engagement ? sql`COALESCE(engagement_cluster, -1)` : sql`0`;
  const right = experience ? sql`COALESCE(experience_cluster, -1)` : sql`0`;
  const join = (present: boolean, table: Sql): Sql => (present ? sql` LEFT JOIN ${table} USING (customer_no)` : sql``);
  return sql`SELECT CAST(${left} AS DOUBLE) AS engagement, CAST(${right} AS DOUBLE) AS experience, CAST(COUNT(*) AS DOUBLE) AS customers
FROM customers${join(engagement, sql`derived_engagement`)}${join(experience, sql`derived_experience`)} GROUP BY 1, 2`;
}
