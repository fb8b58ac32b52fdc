import type { Figure } from "../../charts/figure";
import type { BehaviourSegments } from "./behaviour-segments";
import type { ShoppersResult } from "./result";
import { several } from "./words";

/** What a card of the segments says, and how they were made. */
export function segmentsExplained(
  result: ShoppersResult,
  segments: BehaviourSegments,
  text: string,
): Figure["explain"] {
  const { made, features, prepared } = segments;
  const { missing, outliers, scaling } = result.treatment;
  return {
    text: `${text} k-means over ${features.length} features of ${several(prepared.rows.length, result)}, all but shares by ± log(1 + |value|), as long tails would decide else; the rules of the kinds play no part.`,
    parameters: {
      ...{ k: made.k, restarts: made.restarts, seed: made.seed, inertia: made.inertia },
      features: features.map(({ label }) => label).join(", "),
      ...{ missing, outliers: outliers.method, scaling },
    },
    sql: result.behaviour.sql,
  };
}
