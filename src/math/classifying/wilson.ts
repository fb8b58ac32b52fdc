import { NORMAL_975 } from "./logistic-regression";

/**
 * Wilson's 95 % interval of a share of which `hits` (not necessarily whole) of `n` were seen (Wilson 1927). NaN for n = 0.
 */
export function wilson(hits: number, n: number): { readonly low95: number; readonly high95: number } {
  const square = NORMAL_975 * NORMAL_975;
  const share = hits / n;
  const middle = (hits + square / 2) / (n + square);
  const reach = (NORMAL_975 / (n + square)) * Math.sqrt(n * share * (1 - share) + square / 4);
  if (n === 0) return { low95: Number.NaN, high95: Number.NaN };
  return { low95: hits > 0 ? middle - reach : 0, high95: hits < n ? middle + reach : 1 };
}
