import { squareToBox, squareToCorner, squareToPlace } from "./box-distance";
import type { KdTree } from "./kd-tree";

/** Positions of a tree that a query found: the first `count` of `positions`. Made once and filled again by every query. */
export interface Found {
  positions: Int32Array;
  count: number;
}

/** Room for the answers of `radiusQuery`. */
export function nothingFound(): Found {
  return { positions: new Int32Array(64), count: 0 };
}

/**
 * Fills `found` with the positions of the tree within `radius` of the place at `centre[at]` … (a row in the tree at that
 * place is one of them), in ascending order, and stops as soon as there are `limit`. A row exactly at the radius is within.
 * Answers their number.
 */
export function radiusQuery(
  tree: KdTree,
  centre: Float64Array,
  at: number,
  radius: number,
  found: Found,
  limit = Infinity,
): number {
  found.count = 0;
  if (tree.n > 0) visit(tree, 0, { centre, at, square: radius * radius, limit }, found);
  return found.count;
}

interface Ball {
  readonly centre: Float64Array;
  readonly at: number;
  readonly square: number;
  readonly limit: number;
}

function visit(tree: KdTree, node: number, ball: Ball, found: Found): void {
  if (found.count >= ball.limit || squareToBox(tree, node, ball.centre, ball.at) > ball.square) return;
  const right = tree.right[node] as number;
  const from = tree.from[node] as number;
  const to = tree.to[node] as number;
  const whole = squareToCorner(tree, node, ball.centre, ball.at) <= ball.square;
  if (right > 0 && !whole) {
    visit(tree, node + 1, ball, found);
    visit(tree, right, ball, found);
    return;
  }
  makeRoom(found, to - from);
  for (let p = from; p < to && found.count < ball.limit; p++) {
    if (whole || squareToPlace(tree, p, ball.centre, ball.at) <= ball.square) found.positions[found.count++] = p;
  }
}

function makeRoom(found: Found, more: number): void {
  const needed = found.count + more;
  if (needed <= found.positions.length) return;
  const larger = new Int32Array(2 * needed);
  larger.set(found.positions.subarray(0, found.count));
  found.positions = larger;
}
