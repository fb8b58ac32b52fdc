import type { KindCondition, KindRule } from "../../view/kind-rules";
import type { BoundCondition } from "../../workers/journeys/kinds";
import type { Behaviour } from "./read-features";

/** A column that no table has: no condition on it is met. */
const NOWHERE = -1;

/** The rules with places of columns in place of keys. A feature that the log does not have is nowhere, so that nobody fits. */
export function bindKinds(
  rules: readonly KindRule[],
  { features }: Pick<Behaviour, "features">,
): readonly (readonly BoundCondition[])[] {
  const place = ({ feature }: KindCondition): number => {
    const found = features.findIndex(({ key }) => key === feature);
    return found < 0 ? NOWHERE : found;
  };
  return rules.map(({ conditions }) =>
    conditions.map((condition) => ({
      column: place(condition),
      operator: condition.operator,
      threshold: condition.threshold,
    })),
  );
}

/** Why nobody can be of a kind: what its rule asks and the log does not tell. Empty where it can be decided. */
export function undecided({ conditions }: KindRule, { features, lacking }: Behaviour): readonly string[] {
  const asked = new Set(conditions.map(({ feature }) => feature));
  return [...asked].flatMap((key) => {
    if (features.some((feature) => feature.key === key)) return [];
    const lack = lacking.find(({ feature }) => feature.key === key);
    return [lack === undefined ? `“${key}” is no feature here` : `${lack.feature.label}: ${lack.why}`];
  });
}
