/** 1 / (1 + a·x^(2b)): how much two rows at distance x on the map belong together. */
export interface MembershipCurve {
  readonly a: number;
  readonly b: number;
}

/** Places at which the curve is fitted, from 0 to this distance (as umap-learn). */
const PLACES = 300;
const FARTHEST = 3;

/** Damped steps after which the fit has long settled. */
const STEPS = 200;

/**
 * The curve nearest, by least squares, to 1 up to `minDist` and exp(-(x - minDist)) beyond (McInnes, Healy & Melville 2018,
 * definition 11, with a spread of 1): Levenberg's damped Gauss-Newton steps from a = b = 1.
 */
export function membershipCurve(minDist: number): MembershipCurve {
  const wanted = (x: number): number => (x < minDist ? 1 : Math.exp(minDist - x));
  let best = normalEquations({ a: 1, b: 1 }, wanted);
  let damping = 1e-3;
  for (let step = 0; step < STEPS; step++) {
    const aa = best.aa * (1 + damping);
    const bb = best.bb * (1 + damping);
    const determinant = aa * bb - best.ab * best.ab;
    const a = best.a + (bb * best.ar - best.ab * best.br) / determinant;
    const b = best.b + (aa * best.br - best.ab * best.ar) / determinant;
    const tried = normalEquations({ a, b }, wanted);
    if (a > 0 && b > 0 && tried.error <= best.error) {
      best = tried;
      damping /= 10;
    } else damping *= 10;
  }
  return { a: best.a, b: best.b };
}

interface NormalEquations extends MembershipCurve {
  readonly error: number;
  /** Sums of products of the derivatives by a and by b with each other and with the residual r. */
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
  readonly ar: number;
  readonly br: number;
}

function normalEquations({ a, b }: MembershipCurve, wanted: (x: number) => number): NormalEquations {
  const sums = { error: 0, aa: 0, ab: 0, bb: 0, ar: 0, br: 0 };
  for (let place = 1; place < PLACES; place++) {
    const x = (FARTHEST * place) / (PLACES - 1);
    const power = x ** (2 * b);
    const value = 1 / (1 + a * power);
    const residual = wanted(x) - value;
    const byA = -power * value * value;
    const byB = 2 * a * Math.log(x) * byA;
    sums.error += residual * residual;
    sums.aa += byA * byA;
    sums.ab += byA * byB;
    sums.bb += byB * byB;
    sums.ar += byA * residual;
    sums.br += byB * residual;
  }
  return { a, b, ...sums };
}
