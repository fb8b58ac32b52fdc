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
 * place is one of them), in ascending order. A row exactly at the radius is within. Answers their number.
 */
export function radiusQuery(tree: KdTree, centre: Float64Array, at: number, radius: number, found: Found): number {
  found.count = 0;
  if (tree.n > 0) collect(tree, 0, { centre, at, square: radius * radius }, found);
  return found.count;
}

/** How many rows are within `radius` of the place at `centre[at]` …, or `limit` when there are at least that many. */
export function countWithin(tree: KdTree, centre: Float64Array, at: number, radius: number, limit: number): number {
  return tree.n > 0 ? Math.min(limit, count(tree, 0, { centre, at, square: radius * radius }, limit)) : 0;
}

interface Ball {
  readonly centre: Float64Array;
  readonly at: number;
  readonly square: number;
}

function collect(tree: KdTree, node: number, ball: Ball, found: Found): void {
  const { centre, at, square } = ball;
  if (squareToBox(tree, node, centre, at) > square) return;
  const right = tree.right[node] as number;
  const from = tree.from[node] as number;
  const to = tree.to[node] as number;
  const whole = squareToCorner(tree, node, centre, at) <= square;
  if (right > 0 && !whole) {
    collect(tree, node + 1, ball, found);
    collect(tree, right, ball, found);
    return;
  }
  makeRoom(found, to - from);
  for (let p = from; p < to; p++) {
    if (whole || squareToPlace(tree, p, centre, at) <= square) found.positions[found.count++] = p;
  }
}

function count(tree: KdTree, node: number, ball: Ball, limit: number): number {
  const { centre, at, square } = ball;
  if (squareToBox(tree, node, centre, at) > square) return 0;
  const right = tree.right[node] as number;
  const from = tree.from[node] as number;
  const to = tree.to[node] as number;
  if (squareToCorner(tree, node, centre, at) <= square) return to - from;
  if (right > 0) {
    const left = count(tree, node + 1, ball, limit);
    return left >= limit ? left : left + count(tree, right, ball, limit - left);
  }
  let inside = 0;
  for (let p = from; p < to; p++) if (squareToPlace(tree, p, centre, at) <= square) inside++;
  return inside;
}

function makeRoom(found: Found, more: number): void {
  const needed = found.count + more;
  if (needed <= found.positions.length) return;
  const larger = new Int32Array(2 * needed);
  larger.set(found.positions.subarray(0, found.count));
  found.positions = larger;
}
