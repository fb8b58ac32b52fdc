/** A closed line around some points: corner i at (x[i], y[i]). */
export interface Outline {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Marks with 1, in `picked`, the points `from` … `to` - 1 that lie inside the outline (even-odd rule; a point on the line
 * may count as either). Only points within the outline's box are looked at closely.
 */
export function markInside(
  outline: Outline,
  x: Float64Array,
  y: Float64Array,
  picked: Uint8Array,
  from: number,
  to: number,
): void {
  const [left, right] = [Math.min(...outline.x), Math.max(...outline.x)];
  const [low, high] = [Math.min(...outline.y), Math.max(...outline.y)];
  for (let i = from; i < to; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    if (px >= left && px <= right && py >= low && py <= high && isInside(outline, px, py)) picked[i] = 1;
  }
}

/** A ray to the right crosses the outline an odd number of times. */
function isInside({ x, y }: Outline, px: number, py: number): boolean {
  let inside = false;
  for (let a = 0, b = x.length - 1; a < x.length; b = a++) {
    const ay = y[a] as number;
    const by = y[b] as number;
    if (ay > py === by > py) continue;
    const crossing = (x[a] as number) + ((py - ay) / (by - ay)) * ((x[b] as number) - (x[a] as number));
    if (px < crossing) inside = !inside;
  }
  return inside;
}
