import { meanOf } from "../mean";

/** Number of values, their mean, and the sum of their squared deviations from it. */
export interface Moments {
  readonly n: number;
  /** NaN of no values. */
  readonly mean: number;
  readonly squares: number;
}

const NONE: Moments = { n: 0, mean: Number.NaN, squares: 0 };

/** The moments of `values`, in two passes. */
export function momentsOf(values: Float64Array): Moments {
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] as number) - mean;
    squares += deviation * deviation;
  }
  return { n: values.length, mean, squares };
}

/** The moments of two lots of values together (Chan, Golub & LeVeque 1983). */
export function together(a: Moments, b: Moments): Moments {
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const apart = b.mean - a.mean;
  return { n, mean: a.mean + (apart * b.n) / n, squares: a.squares + b.squares + ((apart * apart) / n) * a.n * b.n };
}

/** All lots together, and for each lot all the others together. */
export function othersOf(lots: readonly Moments[]): { readonly all: Moments; readonly others: readonly Moments[] } {
  const after: Moments[] = [NONE];
  for (const lot of lots.toReversed()) after.unshift(together(lot, after[0] as Moments));
  let before = NONE;
  const others = lots.map((lot, s) => {
    const rest = together(before, after[s + 1] as Moments);
    before = together(before, lot);
    return rest;
  });
  return { all: before, others };
}

/** Sample variance (n - 1); NaN for fewer than two values. */
export function varianceOf({ n, squares }: Moments): number {
  return n < 2 ? Number.NaN : squares / (n - 1);
}
