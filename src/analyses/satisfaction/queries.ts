import { joined, name, sql, type Sql } from "../../data/sql";
import { rankingQuery } from "../../segmentation/queries";

/** What a study wrote of every customer it scored: number, score, signed alternative and goodness. */
export function studyQuery(study: "engagement" | "experience", customers: number): Sql {
  const columns = ["score", "signed", "goodness"].map((part) => sql`${name(`${study}_${part}`)} AS ${name(part)}`);
  const statement = sql`SELECT customer_no, ${joined(columns)} FROM ${name(`derived_${study}`)} ORDER BY customer_no`;
  return { ...statement, slicedBy: "customer_no", slicedTo: customers };
}

const SCORED: Sql = sql`(SELECT * FROM derived_satisfaction WHERE isfinite(satisfaction_score)) AS scored`;

/** A ranking by one satisfaction column, with both parts and both groups of each customer, who is looked up only once ranked. */
export function topQuery(column: "satisfaction_score" | "satisfaction_signed", places: number): Sql {
  return sql`SELECT c.customer, top.value, top.rank, top.qualified, e.engagement_score, x.experience_score, s.satisfaction_score,
  CAST(e.engagement_cluster AS DOUBLE) AS engagement_cluster, CAST(x.experience_cluster AS DOUBLE) AS experience_cluster
FROM (${rankingQuery(name(column), SCORED, places, "customer_no")}) AS top
JOIN customers AS c ON c.customer_no = top.customer_no
JOIN derived_engagement AS e ON e.customer_no = c.customer_no
JOIN derived_experience AS x ON x.customer_no = c.customer_no
JOIN derived_satisfaction AS s ON s.customer_no = c.customer_no
ORDER BY top.rank, c.customer`;
}

/**
 * Of the customers that have a satisfaction score, in one pass over the three joined scores: a row per satisfaction group
 * (`level` 3), a row per pair of an engagement and an experience group (`level` 4), and one row of all (`level` 7). A group
 * that a row is not of is NULL. `half_engagement` and `half_experience` are half the covariance of each part with satisfaction.
 */
export function partsQuery(): Sql {
  return sql`SELECT CAST(GROUPING(satisfaction_cluster, engagement_cluster, experience_cluster) AS DOUBLE) AS level,
  CAST(satisfaction_cluster AS DOUBLE) AS satisfaction_cluster, CAST(engagement_cluster AS DOUBLE) AS engagement_cluster,
  CAST(experience_cluster AS DOUBLE) AS experience_cluster, CAST(COUNT(*) AS DOUBLE) AS customers,
  AVG(engagement_score) AS engagement, AVG(experience_score) AS experience, AVG(satisfaction_score) AS satisfaction,
  MIN(satisfaction_score) AS lowest, MAX(satisfaction_score) AS highest,
  0.5 * covar_samp(engagement_score, satisfaction_score) AS half_engagement,
  0.5 * covar_samp(experience_score, satisfaction_score) AS half_experience, var_samp(satisfaction_score) AS variance
FROM derived_satisfaction AS s
JOIN derived_engagement AS e ON e.customer_no = s.customer_no
JOIN derived_experience AS x ON x.customer_no = s.customer_no
WHERE isfinite(satisfaction_score)
GROUP BY GROUPING SETS ((satisfaction_cluster), (engagement_cluster, experience_cluster), ())
ORDER BY level, satisfaction_cluster, engagement_cluster, experience_cluster`;
}
