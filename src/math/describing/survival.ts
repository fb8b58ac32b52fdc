import { incompleteBeta } from "./incomplete-beta";
import { upperGamma } from "./incomplete-gamma";

/** P(X >= x) for chi-squared with `degrees` > 0 of freedom (Abramowitz & Stegun 26.4.19). NaN for NaN; 0 below 1e-308. */
export function chiSquaredSurvival(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2);
}

/** P(X >= f) for Fisher's F with `between` and `within` > 0 degrees of freedom (Abramowitz & Stegun 26.6.2). */
export function fSurvival(f: number, between: number, within: number): number {
  if (f === Infinity) return 0;
  const whole = within + between * f;
  return f <= 0 ? 1 : incompleteBeta(within / whole, (between * f) / whole, within / 2, between / 2);
}
