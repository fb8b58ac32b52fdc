/** A positive quantity's quantiles: [share of values below, value], shares ascending from 0 to 1. */
export type QuantileCurve = (share: number) => number;

/**
 * The quantile function through the given knots, linear in the logarithm between them, so that a heavy tail needs few
 * knots. Values must be above 0 and ascending.
 */
export function quantileCurve(...knots: readonly (readonly [number, number])[]): QuantileCurve {
  const shares = Float64Array.from(knots, ([share]) => share);
  const logs = Float64Array.from(knots, ([, value]) => Math.log(value));
  const slopes = logs.map((log, i) => ((logs[i + 1] ?? log) - log) / ((shares[i + 1] ?? 2) - (shares[i] ?? 0)));
  const last = knots.length - 2;
  return (share) => {
    let i = 0;
    while (i < last && share >= (shares[i + 1] ?? 1)) i++;
    return Math.exp((logs[i] ?? 0) + (slopes[i] ?? 0) * (share - (shares[i] ?? 0)));
  };
}
