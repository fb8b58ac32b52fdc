import type { MoveInput } from "../../workers/lab/moving";
import { closestPoint, type HalfSpace } from "./closest-point";
import { BEYOND, lands, room } from "./landing";

/**
 * The smallest change of all features together, in scaled units, that makes centroid `target` the nearest; null where the
 * bounds forbid it. It is the projection on the target's cell: on the bisector with the own centroid, where no third one
 * is in the way. `squares` are the row's squared distances to all centroids.
 */
export function jointMove(input: MoveInput, target: number, squares: Float64Array): Float64Array | null {
  const cell = [...bisectors(input, target, squares), ...bounds(input)];
  const change = closestPoint(cell, input.centroids.d);
  return inBounds(input, change) && lands(input, target, change) ? change : null;
}

function bisectors({ centroids }: MoveInput, target: number, squares: Float64Array): HalfSpace[] {
  const { values, n, d } = centroids;
  const place = (c: number): Float64Array => values.subarray(c * d, (c + 1) * d);
  return Array.from({ length: n }, (_, c) => {
    const normal = place(target).map((value, f) => value - (place(c)[f] as number));
    const behind = ((squares[target] as number) - (squares[c] as number)) / 2;
    return { normal, offset: behind + BEYOND * Math.hypot(...normal) };
  }).filter((_, c) => c !== target);
}

function bounds(input: MoveInput): HalfSpace[] {
  const { d } = input.centroids;
  const along = (f: number, sign: 1 | -1): Float64Array => new Float64Array(d).fill(sign, f, f + 1);
  return Array.from({ length: d }, (_, f) => {
    const { down, up } = room(input, f);
    return [
      { normal: along(f, 1), offset: down },
      { normal: along(f, -1), offset: -up },
    ];
  })
    .flat()
    .filter(({ offset }) => offset > -Infinity);
}

/** Up to the rounding of the search. */
function inBounds(input: MoveInput, change: Float64Array): boolean {
  return change.every((by, f) => {
    const { down, up } = room(input, f);
    return by >= down - BEYOND && by <= up + BEYOND;
  });
}
