import type { Peaks } from "./peaks";

/** Pairs of peaks compared between two looks at the clock. */
const PAIRS_PER_STEP = 1 << 17;

/**
 * The peaks that have no more intense one within `radius` that stays, one behind the other, the most intense first; of
 * equal ones the one with the greater coordinates, as in scikit-learn.
 */
export function* separatePeaks(
  { places, intensity }: Peaks,
  d: number,
  radius: number,
): Generator<number, Float64Array, void> {
  const kept: number[] = [];
  const order = mostIntenseFirst(places, intensity, d);
  let pairs = 0;
  for (const [at, s] of order.entries()) {
    if (kept.every((other) => squareBetween(places, s, other, d) > radius * radius)) kept.push(s);
    pairs += kept.length;
    if (pairs < PAIRS_PER_STEP) continue;
    pairs = 0;
    yield at / order.length;
  }
  return Float64Array.from(kept.flatMap((s) => Array.from(places.subarray(s * d, s * d + d))));
}

/** The numbers of the peaks with any row in their kernel. */
function mostIntenseFirst(places: Float64Array, intensity: Float64Array, d: number): number[] {
  const filled = Array.from(intensity.keys()).filter((s) => (intensity[s] as number) > 0);
  return filled.sort((a, b) => (intensity[b] as number) - (intensity[a] as number) || greaterFirst(places, a, b, d));
}

function greaterFirst(places: Float64Array, a: number, b: number, d: number): number {
  for (let f = 0; f < d; f++) {
    const difference = (places[b * d + f] as number) - (places[a * d + f] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function squareBetween(places: Float64Array, a: number, b: number, d: number): number {
  let square = 0;
  for (let f = 0; f < d; f++) square += ((places[a * d + f] as number) - (places[b * d + f] as number)) ** 2;
  return square;
}
