/** Lanczos' coefficients for g = 7 (Godfrey), good to about 15 digits. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

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
  return 1 - incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/** The regularised incomplete beta function by its continued fraction (Abramowitz & Stegun 26.5.8), Lentz's method. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  return front / fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  const safe = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let value = 1;
  let c = 1;
  let d = 0;
  for (let step = 1; step <= 1000; step++) {
    const m = step >> 1;
    const term =
      step % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + term * d);
    c = safe(1 + term / c);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const base = z + 7.5;
  const series = LANCZOS.reduce((sum, value, i) => (i === 0 ? value : sum + value / (z + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(base) - base + Math.log(series);
}
