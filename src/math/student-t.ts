import { incompleteBeta } from "./describing/incomplete-beta";

/** The two-sided critical value t with P(|T| <= t) = `confidence` for Student's t with `degrees` > 0 of freedom. */
export function studentCritical(confidence: number, degrees: number): number {
  let low = 0;
  let high = 1;
  while (insideShare(high, degrees) < confidence && high < 1e12) high *= 2;
  for (let halving = 0; halving < 100; halving++) {
    const middle = (low + high) / 2;
    if (insideShare(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| <= t) = 1 - I(v / (v + t²); v/2, 1/2) (Abramowitz & Stegun 26.7.1). */
function insideShare(t: number, degrees: number): number {
  const whole = degrees + t * t;
  return 1 - incompleteBeta(degrees / whole, (t * t) / whole, degrees / 2, 0.5);
}
