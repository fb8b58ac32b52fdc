/** The probability with these log-odds. */
export function sigmoid(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + Math.exp(-logOdds));
  const odds = Math.exp(logOdds);
  return odds / (1 + odds);
}

/** The log-odds of a probability, kept finite: nothing is taken for surer than 1 in 10^15. */
export function logOddsOf(probability: number): number {
  const kept = Math.min(1 - 1e-15, Math.max(1e-15, probability));
  return Math.log(kept) - Math.log1p(-kept);
}

/** ln(1 + exp(x)) without overflow: the loss of log-odds x where the outcome is 0. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
