import type { Explain } from "../../charts/figure";
import type { SatisfactionResult } from "./result";

/** How satisfaction is made. */
export function explainSatisfaction(result: SatisfactionResult): Explain {
  return {
    text:
      "Engagement score: distance to the centre of the least engaged segment. Experience score: distance to the centre of the segment with the worst experience. " +
      "Both are Euclidean distances in the scaled space of their own page. Satisfaction is their mean. Customers are matched by their number, never by their position.",
    sql: result.scoresSql,
    parameters: { "customers scored": result.scored, "customers without a score": result.customers - result.scored },
  };
}

/** How the satisfaction groups are made. */
export function explainGroups(result: SatisfactionResult): Explain {
  const { segment } = result;
  return {
    text: "k-means on the scores as they are: no outlier treatment, no scaling. Segments are ordered by the sum of their centre, lowest first.",
    sql: result.groupsSql,
    parameters: {
      algorithm: "k-means, k-means++ starts, refined over every customer",
      on: result.on === "both" ? "engagement score, experience score" : "satisfaction",
      k: segment.k,
      restarts: segment.restarts,
      seed: segment.seed,
      iterations: segment.iterations,
      inertia: segment.inertia,
      "customers in segments": segment.rowsUsed,
    },
  };
}
