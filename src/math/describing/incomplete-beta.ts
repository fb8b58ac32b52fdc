import { continuedFraction } from "./continued-fraction";
import { deviance, stirlingError } from "./stirling";

/**
 * I(x; a, b), the regularised incomplete beta function, for a, b > 0, by its continued fraction (Abramowitz & Stegun
 * 26.5.8). `rest` is 1 - x, given apart so that no digit is lost where x is close to 1.
 */
export function incompleteBeta(x: number, rest: number, a: number, b: number): number {
  if (Number.isNaN(x + rest + a + b)) return Number.NaN;
  if (x <= 0) return 0;
  if (rest <= 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(rest, x, b, a);
  return (
    front(x, rest, a, b) *
    continuedFraction(
      (step) => numerator(step, x, a, b),
      () => 1,
    )
  );
}

/** x^a (1 - x)^b / (a B(a, b)), from Loader's form of the binomial probability, which keeps its digits for large a and b. */
function front(x: number, rest: number, a: number, b: number): number {
  const n = a + b;
  const corrections = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const exponent = corrections - deviance(a, n * x) - deviance(b, n * rest);
  return Math.exp(exponent) * Math.sqrt(b / (2 * Math.PI * a * n));
}

function numerator(step: number, x: number, a: number, b: number): number {
  if (step === 1) return 1;
  const m = (step - 1) >> 1;
  return step % 2 === 1
    ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
}
