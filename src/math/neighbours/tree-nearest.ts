import { squareToBox } from "./box-distance";
import type { KdTree } from "./kd-tree";
import { emptyLists, measured, offer, type NearestLists } from "./nearest-list";

/** Coordinates looked at between two looks at the clock. */
const WORK_PER_STEP = 1 << 21;

/** Nodes still to be looked into: enough for any balanced tree. */
const DEPTH = 64;

interface Search {
  readonly tree: KdTree;
  readonly lists: NearestLists;
  readonly nodes: Int32Array;
  readonly squares: Float64Array;
}

/** The `k` nearest other rows of every row, by a k-d tree: exact, and fast where there are few features. k < n. */
export function* treeNearest(tree: KdTree, k: number): Generator<number, NearestLists, void> {
  const { n, d } = tree;
  const lists = emptyLists(n, k);
  const search = { tree, lists, nodes: new Int32Array(DEPTH), squares: new Float64Array(DEPTH) };
  let work = 0;
  for (let p = 0; p < n; p++) {
    work += d * searchFrom(search, p);
    if (work > WORK_PER_STEP) {
      work = 0;
      yield p / n;
    }
  }
  return measured(lists);
}

/** Fills the list of the row at position `p`, nearest boxes first; answers how many boxes and rows it looked at. */
function searchFrom({ tree, lists, nodes, squares }: Search, p: number): number {
  const { k, indices, distances } = lists;
  const { right, places, d, firstRow } = tree;
  const row = tree.rows[p] as number;
  const last = row * k + k - 1;
  let looked = 0;
  let pending = 1;
  nodes[0] = 0;
  squares[0] = 0;
  while (pending > 0) {
    pending--;
    let node = nodes[pending] as number;
    const square = squares[pending] as number;
    const worst = distances[last] as number;
    if (square > worst || (square === worst && (firstRow[node] as number) > (indices[last] as number))) continue;
    while ((right[node] as number) > 0) {
      let near = node + 1;
      let far = right[node] as number;
      let nearSquare = squareToBox(tree, near, places, p * d);
      let farSquare = squareToBox(tree, far, places, p * d);
      if (farSquare < nearSquare) {
        [near, far] = [far, near];
        [nearSquare, farSquare] = [farSquare, nearSquare];
      }
      nodes[pending] = far;
      squares[pending++] = farSquare;
      node = near;
      looked += 2;
    }
    looked += offerLeaf(tree, lists, node, p, row);
  }
  return looked;
}

function offerLeaf(tree: KdTree, lists: NearestLists, leaf: number, p: number, row: number): number {
  const { places, rows, d } = tree;
  const { distances, k } = lists;
  const from = tree.from[leaf] as number;
  const to = tree.to[leaf] as number;
  for (let q = from; q < to; q++) {
    if (q === p) continue;
    let square = 0;
    for (let f = 0, a = p * d, b = q * d; f < d; f++) {
      const difference = (places[a + f] as number) - (places[b + f] as number);
      square += difference * difference;
    }
    if (square <= (distances[row * k + k - 1] as number)) offer(lists, row, rows[q] as number, square);
  }
  return to - from;
}
