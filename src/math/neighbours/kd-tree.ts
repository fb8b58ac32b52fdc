import type { Matrix } from "../../workers/lab/matrix";
import { selectRow } from "./select-row";

/** Rows in a leaf, unless told otherwise: the fastest on 100,000 × 3, and on 20,000 × 6 and × 10. */
const LEAF_SIZE = { flat: 16, deep: 32 };

/** Rows put in order between two looks at the clock. */
const ROWS_PER_STEP = 1 << 16;

/**
 * Rows in nested boxes. Nodes are numbered so that the left child of a node comes right behind it, and parents before
 * children. Rows are stored again in the order of the leaves, so that near rows are near in memory; a position is a place
 * in that order.
 */
export interface KdTree {
  readonly n: number;
  readonly d: number;
  /** The rows again, by position: feature f of position p is `places[p * d + f]`. */
  readonly places: Float64Array;
  /** The row at each position. */
  readonly rows: Int32Array;
  /** The first position of each node, and the one behind its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The right child of each node; 0 for a leaf. */
  readonly right: Int32Array;
  /** The lowest row number in each node. */
  readonly firstRow: Int32Array;
  /** The smallest box around each node's rows: feature f of node v is in `low[v * d + f]` … `high[v * d + f]`. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

interface Growing extends KdTree {
  readonly leafSize: number;
  count: number;
}

/**
 * A k-d tree (Bentley 1975): every node with more than `leafSize` rows is halved at the median of its widest feature, equal
 * values by row number, so that the tree is balanced whatever the rows. Takes n log n time and n · d + 2 · n · d /
 * `leafSize` numbers of memory. Rows must be finite; none make a tree without nodes.
 */
export function* kdTree(
  matrix: Matrix,
  leafSize = matrix.d > 4 ? LEAF_SIZE.deep : LEAF_SIZE.flat,
): Generator<number, KdTree, void> {
  const tree = seedling(matrix, Math.max(1, leafSize));
  let work = 0;
  let settled = 0;
  const pending: { from: number; to: number; parent: number }[] = [];
  if (matrix.n > 0) pending.push({ from: 0, to: matrix.n, parent: -1 });
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { from, to, parent } = next;
    const node = addNode(tree, matrix, from, to);
    if (parent >= 0) tree.right[parent] = node;
    if (to - from > tree.leafSize) {
      const middle = (from + to) >> 1;
      selectRow(matrix, tree.rows, from, to - 1, middle, widestFeature(tree, node));
      pending.push({ from: middle, to, parent: node }, { from, to: middle, parent: -1 });
    } else settled += to - from;
    work += to - from;
    if (work > ROWS_PER_STEP) {
      work = 0;
      yield settled / matrix.n;
    }
  }
  return grown(tree, matrix);
}

function seedling({ n, d }: Matrix, leafSize: number): Growing {
  // A leaf comes from halving more than leafSize rows.
  const nodes = 2 * Math.ceil(n / ((leafSize + 1) >> 1)) + 1;
  return {
    n,
    d,
    leafSize,
    count: 0,
    places: new Float64Array(n * d),
    rows: Int32Array.from({ length: n }, (_, row) => row),
    from: new Int32Array(nodes),
    to: new Int32Array(nodes),
    right: new Int32Array(nodes),
    firstRow: new Int32Array(nodes),
    low: new Float64Array(nodes * d).fill(Infinity),
    high: new Float64Array(nodes * d).fill(-Infinity),
  };
}

function addNode(tree: Growing, { values, d }: Matrix, from: number, to: number): number {
  const { rows, low, high } = tree;
  const node = tree.count++;
  tree.from[node] = from;
  tree.to[node] = to;
  let first = rows[from] as number;
  for (let p = from; p < to; p++) {
    const row = rows[p] as number;
    if (row < first) first = row;
    for (let f = 0, at = row * d, box = node * d; f < d; f++, at++, box++) {
      const value = values[at] as number;
      if (value < (low[box] as number)) low[box] = value;
      if (value > (high[box] as number)) high[box] = value;
    }
  }
  tree.firstRow[node] = first;
  return node;
}

function widestFeature({ low, high, d }: KdTree, node: number): number {
  let widest = 0;
  let width = -1;
  for (let f = 0, box = node * d; f < d; f++, box++) {
    const range = (high[box] as number) - (low[box] as number);
    if (range > width) {
      widest = f;
      width = range;
    }
  }
  return widest;
}

/** The tree without the spare room, its rows in the order of the leaves. */
function grown(tree: Growing, { values, n, d }: Matrix): KdTree {
  const { places, rows, count } = tree;
  for (let p = 0; p < n; p++) {
    for (let f = 0, at = (rows[p] as number) * d; f < d; f++) places[p * d + f] = values[at + f] as number;
  }
  return {
    n,
    d,
    places,
    rows,
    from: tree.from.slice(0, count),
    to: tree.to.slice(0, count),
    right: tree.right.slice(0, count),
    firstRow: tree.firstRow.slice(0, count),
    low: tree.low.slice(0, count * d),
    high: tree.high.slice(0, count * d),
  };
}
