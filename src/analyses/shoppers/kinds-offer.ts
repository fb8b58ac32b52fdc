import type { KindsOffer } from "../../view/kinds-offer";
import type { ShoppersResult } from "./result";
import { thresholdWords } from "./words";

/** What the editor of rules works with: the rules in use, how many each fits, and the features there are. Pure. */
export function kindsOffer({ kinds, behaviour, one }: ShoppersResult): KindsOffer {
  const { features, lacking } = behaviour;
  const known = (key: string) => features.find((feature) => feature.key === key);
  return {
    one,
    kinds: kinds.map(({ rule, n, fits, thresholds, undecided }) => ({
      ...{ rule, n, fits, undecided },
      thresholds: rule.conditions.map(({ feature }, at) => thresholdWords(thresholds[at] ?? NaN, known(feature))),
    })),
    features: [
      ...features.map(({ key, label, format }) => ({ key, label, share: format === "share", why: null })),
      ...lacking.map(({ feature: { key, label, format }, why }) => ({ key, label, share: format === "share", why })),
    ],
  };
}
