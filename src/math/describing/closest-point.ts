/** Points x with normal · x >= offset. */
export interface HalfSpace {
  readonly normal: Float64Array;
  readonly offset: number;
}

/** Enough for hundreds of half-spaces that meet at a fair angle; where they have no point in common it ends a vain search. */
const SWEEPS = 2000;

/** A sweep that moves the point less than this is the last. */
const STILL = 1e-12;

/**
 * The point of the half-spaces' intersection that is closest to the origin, by Hildreth's method (1957): each in turn
 * pulls the point onto its border, or lets go of what it pulled too much. Where they have no point in common, or meet at
 * too sharp an angle, the answer lies outside some of them: the caller has to look.
 */
export function closestPoint(halfSpaces: readonly HalfSpace[], d: number): Float64Array {
  const point = new Float64Array(d);
  const pulls = new Float64Array(halfSpaces.length);
  for (let sweep = 0, moved = Infinity; sweep < SWEEPS && moved > STILL; sweep++) {
    moved = 0;
    halfSpaces.forEach(({ normal, offset }, h) => {
      const square = dot(normal, normal);
      if (square === 0) return;
      const held = pulls[h] as number;
      const pull = Math.max(-held, (offset - dot(normal, point)) / square);
      pulls[h] = held + pull;
      for (let f = 0; f < d; f++) point[f] = (point[f] as number) + pull * (normal[f] as number);
      moved = Math.max(moved, Math.abs(pull) * Math.sqrt(square));
    });
  }
  return point;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += (a[f] as number) * (b[f] as number);
  return sum;
}
