import { squareToBox } from "./box-distance";
import type { KdTree } from "./kd-tree";
import { offer, type NearestLists } from "./nearest-list";

/** Nodes still to be looked into: more than the depth of any balanced tree. */
const DEPTH = 64;

/** A search for the nearest rows of one position after the other. */
export interface NearestSearch {
  readonly tree: KdTree;
  readonly lists: NearestLists;
  /** A stack of nodes and of the squared distances to their boxes. */
  readonly nodes: Int32Array;
  readonly squares: Float64Array;
  pending: number;
  /** Boxes and rows looked at so far. */
  looked: number;
}

/** A search that fills `lists`. */
export function nearestSearch(tree: KdTree, lists: NearestLists): NearestSearch {
  return { tree, lists, nodes: new Int32Array(DEPTH), squares: new Float64Array(DEPTH), pending: 0, looked: 0 };
}

/** Puts the nearest other rows of the row at position `p` into list `slot`, nearest boxes first. */
export function searchNearest(search: NearestSearch, p: number, slot: number): void {
  const { tree, nodes, squares } = search;
  const { k, indices, distances } = search.lists;
  const last = slot * k + k - 1;
  search.pending = 1;
  nodes[0] = 0;
  squares[0] = 0;
  while (search.pending > 0) {
    const top = --search.pending;
    const node = nodes[top] as number;
    const square = squares[top] as number;
    const worst = distances[last] as number;
    // Equal distances go by row number: a box of higher ones has nothing to offer.
    if (square > worst || (square === worst && (tree.firstRow[node] as number) > (indices[last] as number))) continue;
    offerLeaf(search, nearestLeaf(search, node, p), p, slot);
  }
}

/** Goes down to the leaf of the nearest boxes and leaves the others on the stack. */
function nearestLeaf(search: NearestSearch, top: number, p: number): number {
  const { tree, nodes, squares } = search;
  const { right, places, d } = tree;
  let node = top;
  while ((right[node] as number) > 0) {
    const other = right[node] as number;
    const left = squareToBox(tree, node + 1, places, p * d);
    const square = squareToBox(tree, other, places, p * d);
    const leftFirst = left <= square;
    nodes[search.pending] = leftFirst ? other : node + 1;
    squares[search.pending++] = leftFirst ? square : left;
    node = leftFirst ? node + 1 : other;
    search.looked += 2;
  }
  return node;
}

function offerLeaf(search: NearestSearch, leaf: number, p: number, slot: number): void {
  const { tree, lists } = search;
  const { places, rows, d } = tree;
  const { distances, k } = lists;
  const from = tree.from[leaf] as number;
  const to = tree.to[leaf] as number;
  const last = slot * k + k - 1;
  search.looked += to - from;
  for (let q = from; q < to; q++) {
    if (q === p) continue;
    let square = 0;
    for (let f = 0, a = p * d, b = q * d; f < d; f++) {
      const difference = (places[a + f] as number) - (places[b + f] as number);
      square += difference * difference;
    }
    if (square <= (distances[last] as number)) offer(lists, slot, rows[q] as number, square);
  }
}
