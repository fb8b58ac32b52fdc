import type { QuadTree } from "./quad-tree";

/** A square is seen as one place from farther than its side over this (as scikit-learn's `angle`). */
const ANGLE = 0.5;

/**
 * What all rows of the tree do to one at (x, y): adds up 1 / (1 + distance²), the row itself included, answers the sum, and
 * sets the two entries of `force` at `at` to the sum of (place - other place) / (1 + distance²)². Far squares count as
 * one place (Barnes & Hut 1986, van der Maaten 2014).
 */
export function repel(tree: QuadTree, x: number, y: number, force: Float64Array, at: number): number {
  const { quarters, mass, stack } = tree;
  let total = 0;
  let forceX = 0;
  let forceY = 0;
  let pending = 1;
  stack[0] = 0;
  while (pending > 0) {
    const node = stack[--pending] as number;
    const inside = mass[node] as number;
    if (inside === 0) continue;
    const wayX = x - (tree.x[node] as number);
    const wayY = y - (tree.y[node] as number);
    const square = wayX * wayX + wayY * wayY;
    const first = quarters[node] as number;
    if (first > 0 && (tree.area[node] as number) >= ANGLE * ANGLE * square) {
      for (let quarter = 0; quarter < 4; quarter++) stack[pending++] = first + quarter;
      continue;
    }
    const near = 1 / (1 + square);
    total += inside * near;
    forceX += inside * near * near * wayX;
    forceY += inside * near * near * wayY;
  }
  force[at] = forceX;
  force[at + 1] = forceY;
  return total;
}
