import { NORMAL_975 } from "./logistic-regression";

/**
 * The 95 % interval of an average precision over `positives` rows with the outcome: normal in its log-odds, with the spread of a
 * binomial share (Boyd, Eng & Page 2013, logit interval). It never leaves 0 … 1; it is 0 … 1 whole where the log-odds are infinite.
 */
export function precisionInterval(
  averagePrecision: number,
  positives: number,
): { readonly low95: number; readonly high95: number } {
  const share = averagePrecision;
  if (!(share > 0 && share < 1)) return { low95: 0, high95: 1 };
  const middle = Math.log(share / (1 - share));
  const reach = NORMAL_975 / Math.sqrt(positives * share * (1 - share));
  const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
  return { low95: chance(middle - reach), high95: chance(middle + reach) };
}
