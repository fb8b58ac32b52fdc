import type { KdTree } from "./kd-tree";

/**
 * Squared Euclidean distance from the place at `centre[at]` … to the box of a node; 0 inside. Rounded no higher than the
 * squared distance to any row in it, for the terms are added in the same order.
 */
export function squareToBox({ low, high, d }: KdTree, node: number, centre: Float64Array, at: number): number {
  let sum = 0;
  for (let f = 0, box = node * d; f < d; f++, box++) {
    const value = centre[at + f] as number;
    const below = (low[box] as number) - value;
    const above = value - (high[box] as number);
    if (below > 0) sum += below * below;
    else if (above > 0) sum += above * above;
  }
  return sum;
}

/** Squared Euclidean distance from that place to the farthest corner of a node's box; no lower than to any row in it. */
export function squareToCorner({ low, high, d }: KdTree, node: number, centre: Float64Array, at: number): number {
  let sum = 0;
  for (let f = 0, box = node * d; f < d; f++, box++) {
    const value = centre[at + f] as number;
    const way = Math.max(value - (low[box] as number), (high[box] as number) - value);
    sum += way * way;
  }
  return sum;
}

/** Squared Euclidean distance from the place at `centre[at]` … to position `p` of the tree. */
export function squareToPlace({ places, d }: KdTree, p: number, centre: Float64Array, at: number): number {
  let sum = 0;
  for (let f = 0, to = p * d; f < d; f++, to++) {
    const difference = (centre[at + f] as number) - (places[to] as number);
    sum += difference * difference;
  }
  return sum;
}
