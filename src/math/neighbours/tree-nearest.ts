import type { KdTree } from "./kd-tree";
import { emptyLists, measured, type NearestLists } from "./nearest-list";
import { nearestSearch, searchNearest } from "./nearest-search";

/** Coordinates looked at between two looks at the clock. */
const WORK_PER_STEP = 1 << 20;

/** The `k` nearest other rows of every row, by a k-d tree: exact, and fast where there are few features. 0 < k < n. */
export function* treeNearest(tree: KdTree, k: number): Generator<number, NearestLists, void> {
  const { n, d, rows } = tree;
  const search = nearestSearch(tree, emptyLists(n, k));
  for (let p = 0; p < n; p++) {
    searchNearest(search, p, rows[p] as number);
    if (search.looked * d > WORK_PER_STEP) {
      search.looked = 0;
      yield p / n;
    }
  }
  return measured(search.lists);
}

/** Squared distance of each position to its `k`-th nearest other row, without memory for the others. 0 < k < n. */
export function* kthSquares(tree: KdTree, k: number): Generator<number, Float64Array, void> {
  const { n, d } = tree;
  const kth = new Float64Array(n);
  const search = nearestSearch(tree, emptyLists(1, k));
  const { indices, distances } = search.lists;
  for (let p = 0; p < n; p++) {
    indices.fill(n);
    distances.fill(Infinity);
    searchNearest(search, p, 0);
    kth[p] = distances[k - 1] as number;
    if (search.looked * d > WORK_PER_STEP) {
      search.looked = 0;
      yield p / n;
    }
  }
  return kth;
}
