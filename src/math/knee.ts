/** A curve that stays this close to its chord (as a share of its height) has no bend. */
const STRAIGHT = 0.05;

/**
 * The x at which a falling, convex curve bends most: both axes scaled to 0 … 1, the point farthest below the chord
 * (Satopää et al. 2011, "Finding a kneedle in a haystack", without smoothing). Null with fewer than three points, when
 * the curve does not fall, or when it is nearly straight.
 */
export function kneeOf(x: readonly number[], y: readonly number[]): number | null {
  const last = x.length - 1;
  const [x0, y0, xn, yn] = [x[0], y[0], x[last], y[last]];
  if (last < 2 || x0 === undefined || y0 === undefined || xn === undefined || yn === undefined || !(y0 > yn))
    return null;
  let knee: number | null = null;
  let deepest = STRAIGHT;
  for (const [i, at] of x.entries()) {
    const depth = 1 - (at - x0) / (xn - x0) - ((y[i] as number) - yn) / (y0 - yn);
    if (depth > deepest) {
      deepest = depth;
      knee = at;
    }
  }
  return knee;
}
