import { squareToBox } from "../neighbours/box-distance";
import { isNearer, type GrowingTree } from "./growing-tree";

/**
 * Lets position `p` find the nearest position outside its component, unless its component knows a nearer one: then `p`
 * only learns that nothing is nearer than that.
 */
export function lookOutside(growing: GrowingTree, p: number): void {
  const { own, best, nearest, reach, square } = growing;
  const rival = best[own[p] as number] as number;
  if (!isNearer(growing, p, rival)) return;
  reach[p] = rival < 0 ? Infinity : (reach[rival] as number);
  square[p] = rival < 0 ? Infinity : (square[rival] as number);
  descend(growing, 0, p);
  if ((nearest[p] as number) >= 0) best[own[p] as number] = p;
}

function descend(growing: GrowingTree, node: number, p: number): void {
  const { tree, own, nodeOwn } = growing;
  const right = tree.right[node] as number;
  if (nodeOwn[node] === own[p]) return;
  if (right === 0) {
    lookIntoLeaf(growing, node, p);
    return;
  }
  const left = squareToBox(tree, node + 1, tree.places, p * tree.d);
  const other = squareToBox(tree, right, tree.places, p * tree.d);
  growing.looked += 2;
  const near = left <= other ? node + 1 : right;
  const far = left <= other ? right : node + 1;
  if (mayHoldNearer(growing, near, Math.min(left, other), p)) descend(growing, near, p);
  if (mayHoldNearer(growing, far, Math.max(left, other), p)) descend(growing, far, p);
}

function mayHoldNearer(growing: GrowingTree, node: number, box: number, p: number): boolean {
  const { core, nodeCore, reach, square } = growing;
  const found = reach[p] as number;
  const least = Math.max(box, core[p] as number, nodeCore[node] as number);
  return least < found || (least === found && box < (square[p] as number));
}

function lookIntoLeaf(growing: GrowingTree, leaf: number, p: number): void {
  const { tree, core, own, nearest, reach, square } = growing;
  const { places, d } = tree;
  const from = tree.from[leaf] as number;
  const to = tree.to[leaf] as number;
  const component = own[p] as number;
  growing.looked += to - from;
  for (let q = from; q < to; q++) {
    if (own[q] === component) continue;
    let way = 0;
    for (let f = 0, a = p * d, b = q * d; f < d; f++) {
      const difference = (places[a + f] as number) - (places[b + f] as number);
      way += difference * difference;
    }
    const far = Math.max(way, core[p] as number, core[q] as number);
    const found = reach[p] as number;
    if (far > found || (far === found && way >= (square[p] as number))) continue;
    reach[p] = far;
    square[p] = way;
    nearest[p] = q;
  }
}
