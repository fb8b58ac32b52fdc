import type { ExactInput, ExactOutput } from "../../workers/journeys/funnel";
import { benjaminiHochberg } from "../describing/benjamini-hochberg";
import { deviance, stirlingError } from "../describing/stirling";

/** Tests between two looks at the clock. */
const STEP = 2000;

/**
 * Fisher's exact test of each pair: twice the smaller tail of the hypergeometric distribution, at most 1, so that it holds for
 * rare events as the chi-squared test does not. NaN where a side is empty.
 */
export function* exactTests({ n, own, otherN, other }: ExactInput): Generator<number, ExactOutput, void> {
  const p = new Float64Array(n.length);
  for (let i = 0; i < n.length; i++) {
    p[i] = twoSided(n[i] as number, own[i] as number, otherN[i] as number, other[i] as number);
    if (i % STEP === STEP - 1) yield i / n.length;
  }
  return { p, q: Float64Array.from(benjaminiHochberg([...p])) };
}

function twoSided(n: number, own: number, otherN: number, other: number): number {
  if (!(own > 0) || !(other > 0)) return Number.NaN;
  const marked = n + otherN;
  const rest = own + other - marked;
  const tail = n * (own + other) >= own * marked ? upperTail : lowerTail;
  return Math.min(1, 2 * tail(n, marked, rest, own));
}

/** P(X >= x) for X of `drawn` balls that are marked, from an urn of `marked` and `rest`. */
function upperTail(x: number, marked: number, rest: number, drawn: number): number {
  let term = hypergeometric(x, marked, rest, drawn);
  let sum = term;
  for (let k = x; k < Math.min(marked, drawn) && term > sum * 1e-16; k++) {
    term *= ((marked - k) * (drawn - k)) / ((k + 1) * (rest - drawn + k + 1));
    sum += term;
  }
  return sum;
}

/** P(X <= x). */
function lowerTail(x: number, marked: number, rest: number, drawn: number): number {
  return upperTail(drawn - x, rest, marked, drawn);
}

/** By three binomial probabilities with the share that is drawn (Loader 2000), exact for large counts too. */
function hypergeometric(x: number, marked: number, rest: number, drawn: number): number {
  const share = drawn / (marked + rest);
  return Math.exp(
    logBinomial(x, marked, share) + logBinomial(drawn - x, rest, share) - logBinomial(drawn, marked + rest, share),
  );
}

function logBinomial(x: number, n: number, p: number): number {
  if (x < 0 || x > n) return -Infinity;
  if (p === 0 || p === 1) return x === n * p ? 0 : -Infinity;
  if (x === 0) return n * Math.log1p(-p);
  if (x === n) return n * Math.log(p);
  const shape =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * (1 - p));
  return shape + 0.5 * Math.log(n / (2 * Math.PI * x * (n - x)));
}
