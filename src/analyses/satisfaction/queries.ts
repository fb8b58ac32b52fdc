import type { Metric } from "../../data/dataset";
import { joined, name, sql, type Sql } from "../../data/sql";
import { rankingQuery } from "../../segmentation/queries";

/** Every customer's two scores and raw metrics in one row, matched by customer_no and never by position. */
export function scoresQuery(kpis: readonly Metric[]): Sql {
  const cells = kpis.map(({ column }) => sql`CAST(c.${name(column)} AS DOUBLE) AS ${name(column)}`);
  const statement = sql`SELECT c.customer_no, e.engagement_score, e.engagement_signed, e.engagement_goodness,
  x.experience_score, x.experience_signed, x.experience_goodness, ${joined(cells)}
FROM customers AS c
LEFT JOIN derived_engagement AS e ON e.customer_no = c.customer_no
LEFT JOIN derived_experience AS x ON x.customer_no = c.customer_no
ORDER BY c.customer_no`;
  return { ...statement, slicedBy: "customer_no" };
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

/** Size and mean scores of each satisfaction group. */
export function groupQuery(): Sql {
  return sql`SELECT CAST(s.satisfaction_cluster AS DOUBLE) AS cluster, CAST(COUNT(*) AS DOUBLE) AS customers,
  AVG(e.engagement_score) AS engagement, AVG(x.experience_score) AS experience, AVG(s.satisfaction_score) AS satisfaction,
  MIN(s.satisfaction_score) AS lowest, MAX(s.satisfaction_score) AS highest
FROM derived_satisfaction AS s
JOIN derived_engagement AS e ON e.customer_no = s.customer_no
JOIN derived_experience AS x ON x.customer_no = s.customer_no
WHERE s.satisfaction_cluster >= 0 GROUP BY 1 ORDER BY 1`;
}

/** Sizes of the groups of one study among the customers that have a satisfaction score. */
export function sizesQuery(study: "engagement" | "experience"): Sql {
  return sql`SELECT CAST(d.${name(`${study}_cluster`)} AS DOUBLE) AS cluster, CAST(COUNT(*) AS DOUBLE) AS customers
FROM ${name(`derived_${study}`)} AS d JOIN derived_satisfaction AS s ON s.customer_no = d.customer_no
WHERE d.${name(`${study}_cluster`)} >= 0 AND isfinite(s.satisfaction_score) GROUP BY 1 ORDER BY 1`;
}

/** How much of the variance of satisfaction comes with each part: half its covariance with satisfaction, over the variance. */
export function varianceQuery(): Sql {
  return sql`SELECT 0.5 * covar_samp(e.engagement_score, s.satisfaction_score) / var_samp(s.satisfaction_score) AS engagement,
  0.5 * covar_samp(x.experience_score, s.satisfaction_score) / var_samp(s.satisfaction_score) AS experience
FROM derived_satisfaction AS s
JOIN derived_engagement AS e ON e.customer_no = s.customer_no
JOIN derived_experience AS x ON x.customer_no = s.customer_no
WHERE isfinite(s.satisfaction_score)`;
}

/** Mean satisfaction of everybody, and without the customers of the named (tiny) groups. */
export function withoutQuery(engagement: readonly number[], experience: readonly number[]): Sql {
  const none = sql`FALSE`;
  const inEngagement =
    engagement.length === 0
      ? none
      : sql`e.engagement_cluster IN (${joined(engagement.map((cluster) => sql`${cluster}`))})`;
  const inExperience =
    experience.length === 0
      ? none
      : sql`x.experience_cluster IN (${joined(experience.map((cluster) => sql`${cluster}`))})`;
  return sql`SELECT AVG(s.satisfaction_score) AS everybody,
  AVG(s.satisfaction_score) FILTER (WHERE NOT (${inEngagement} OR ${inExperience})) AS others,
  CAST(COUNT(*) FILTER (WHERE ${inEngagement} OR ${inExperience}) AS DOUBLE) AS customers
FROM derived_satisfaction AS s
JOIN derived_engagement AS e ON e.customer_no = s.customer_no
JOIN derived_experience AS x ON x.customer_no = s.customer_no
WHERE isfinite(s.satisfaction_score)`;
}
