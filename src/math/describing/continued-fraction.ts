/** Far more steps than any table of a million rows needs. */
const LIMIT = 1_000_000;

const TINY = 1e-300;

/**
 * a₁ / (b₁ + a₂ / (b₂ + …)) by the modified Lentz method (Thompson & Barnett 1986), to the last digit. `a` and `b` give
 * the terms from 1 on.
 */
export function continuedFraction(a: (step: number) => number, b: (step: number) => number): number {
  let value = TINY;
  let c = TINY;
  let d = 0;
  for (let step = 1; step <= LIMIT; step++) {
    const numerator = a(step);
    const denominator = b(step);
    d = 1 / safe(denominator + numerator * d);
    c = safe(denominator + numerator / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 4e-16) break;
  }
  return value;
}

const safe = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
