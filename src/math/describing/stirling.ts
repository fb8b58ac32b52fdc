/** From here on five terms of the series reach the last digit. */
const SERIES_FROM = 16;

/**
 * What Stirling's formula leaves out: ln Γ(x + 1) - (x + ½) ln x + x - ½ ln 2π, for x > 0 (Abramowitz & Stegun 6.1.41;
 * small x by the recurrence of Γ). Absolute error below 1e-14.
 */
export function stirlingError(x: number): number {
  let error = 0;
  let at = x;
  for (; at < SERIES_FROM; at++) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = 1 / (at * at);
  const series = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)));
  return error + series / at;
}

/**
 * x ln(x / mean) + mean - x for x, mean > 0, without losing digits where the two are close (C. Loader 2000, "Fast and
 * accurate computation of binomial probabilities").
 */
export function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) > 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let term = 3; term < 2000; term += 2) {
    power *= ratio * ratio;
    const next = sum + power / term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
