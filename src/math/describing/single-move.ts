import type { MoveInput } from "../../workers/lab/moving";
import { BEYOND, lands, room } from "./landing";

/** A change of one feature, in scaled units. */
export interface SingleMove {
  readonly feature: number;
  readonly by: number;
}

/**
 * The smallest change of a single feature that makes centroid `target` the nearest, the first feature of ties; null where
 * none does. `squares` are the row's squared distances to all centroids. A change t of feature f brings it nearer to b than
 * to c when 2 t (b_f - c_f) exceeds the difference of those squares, so what is left of t is one interval.
 */
export function singleMove(input: MoveInput, target: number, squares: Float64Array): SingleMove | null {
  let best: SingleMove | null = null;
  for (let feature = 0; feature < input.centroids.d; feature++) {
    const by = smallestChange(input, target, squares, feature);
    if (by !== null && (best === null || Math.abs(by) < Math.abs(best.by))) best = { feature, by };
  }
  return best;
}

function smallestChange(input: MoveInput, target: number, squares: Float64Array, feature: number): number | null {
  const { low, high } = nearer(input, target, squares, feature);
  if (!(low < high)) return null;
  const border = low >= 0 ? low : high;
  const inwards = (low >= 0 ? 1 : -1) * Math.min((high - low) / 2, BEYOND * (1 + Math.abs(border)));
  const middle = (low + high) / 2;
  const fits = (by: number): boolean => {
    const change = new Float64Array(input.centroids.d);
    change[feature] = by;
    return Number.isFinite(by) && lands(input, target, change);
  };
  return [border + inwards, middle].find(fits) ?? null;
}

/** The changes of one feature, within its bounds, that leave every other centroid farther than the target. */
function nearer(
  input: MoveInput,
  target: number,
  squares: Float64Array,
  feature: number,
): { readonly low: number; readonly high: number } {
  const { values, n, d } = input.centroids;
  const { down, up } = room(input, feature);
  let low = down;
  let high = up;
  for (let c = 0; c < n; c++) {
    if (c === target) continue;
    const gap = (values[target * d + feature] as number) - (values[c * d + feature] as number);
    const behind = ((squares[target] as number) - (squares[c] as number)) / 2;
    if (gap > 0) low = Math.max(low, behind / gap);
    else if (gap < 0) high = Math.min(high, behind / gap);
    else if (behind >= 0) high = -Infinity;
  }
  return { low, high };
}
