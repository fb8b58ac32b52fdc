import type { Moments } from "./moments";

/**
 * Cohen's d with the pooled standard deviation (Cohen 1988): positive where `own` is higher. Where neither side varies, 0
 * for equal means and otherwise infinite. NaN when a side is empty or both together have only two values.
 */
export function cohensD(own: Moments, rest: Moments): number {
  const degrees = own.n + rest.n - 2;
  if (own.n === 0 || rest.n === 0 || degrees < 1) return Number.NaN;
  const apart = own.mean - rest.mean;
  return apart === 0 ? 0 : apart / Math.sqrt((own.squares + rest.squares) / degrees);
}

/**
 * The probability that one of `n` values is higher than one of `others`, ties counted half, from the sum of their midranks:
 * the common-language effect size, Mann-Whitney's U / (n × others). NaN when a side is empty.
 */
export function superiority(rankSum: number, n: number, others: number): number {
  return n === 0 || others === 0 ? Number.NaN : (rankSum - (n * (n + 1)) / 2) / (n * others);
}
