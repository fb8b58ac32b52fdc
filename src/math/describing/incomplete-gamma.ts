import { continuedFraction } from "./continued-fraction";
import { deviance, stirlingError } from "./stirling";

/**
 * Q(a, x), the regularised upper incomplete gamma function, for a > 0 and x >= 0: by its series below the mean
 * (Abramowitz & Stegun 6.5.29), by Legendre's continued fraction above it (6.5.31).
 */
export function upperGamma(a: number, x: number): number {
  if (Number.isNaN(a) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));
  if (x < a + 1) return 1 - front * series(a, x);
  return (
    front *
    continuedFraction(
      (step) => (step === 1 ? 1 : -(step - 1) * (step - 1 - a)),
      (step) => x - a + 2 * step - 1,
    )
  );
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let step = 1; term > sum * 1e-17; step++) {
    term *= x / (a + step);
    sum += term;
  }
  return sum;
}
