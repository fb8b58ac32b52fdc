import type { Matrix } from "../../workers/lab/matrix";
import { squareToBox, squareToPlace } from "../neighbours/box-distance";
import { kdTree, type KdTree } from "../neighbours/kd-tree";
import { emptyLists, offer, type NearestLists } from "../neighbours/nearest-list";
import { within } from "../progress";

/** Fitted rows among which another one is placed. */
const NEAREST = 3;

/** Coordinates looked at between two looks at the clock. */
const WORK_PER_STEP = 1 << 20;

/**
 * A map of all rows from one of some: `fitted` are the numbers of the rows on the map, `coordinates` their places. They stay;
 * every other row goes to the mean of its three nearest fitted rows (Euclidean, exact), each weighted by one over its distance,
 * so that a row equal to a fitted one shares its place.
 */
export function* placedRows(
  matrix: Matrix,
  fitted: Int32Array,
  known: Matrix,
  coordinates: Float64Array,
): Generator<number, Float64Array, void> {
  const { n, d } = matrix;
  const c = coordinates.length / fitted.length;
  const tree = yield* within(kdTree(known), 0, 0.05);
  const places = new Float64Array(n * c);
  const lists = emptyLists(1, Math.min(NEAREST, tree.n));
  let work = 0;
  let next = 0;
  for (let i = 0; i < n; i++) {
    if (fitted[next] === i) {
      places.set(coordinates.subarray(next * c, next * c + c), i * c);
      next++;
      continue;
    }
    lists.distances.fill(Infinity);
    work += d * search(tree, lists, 0, matrix.values, i * d);
    placeAmong(lists, coordinates, places.subarray(i * c, i * c + c));
    if (work > WORK_PER_STEP) {
      work = 0;
      yield 0.05 + (0.95 * i) / n;
    }
  }
  return places;
}

/** Offers the rows of a node to the list, nearest box first; answers how many boxes and rows it looked at. */
function search(tree: KdTree, lists: NearestLists, node: number, values: Float64Array, at: number): number {
  const other = tree.right[node] as number;
  if (other === 0) return offerLeaf(tree, lists, node, values, at);
  const left = squareToBox(tree, node + 1, values, at);
  const right = squareToBox(tree, other, values, at);
  const nearer = left <= right ? node + 1 : other;
  const farther = left <= right ? other : node + 1;
  let looked = 2;
  if (Math.min(left, right) <= farthest(lists)) looked += search(tree, lists, nearer, values, at);
  if (Math.max(left, right) <= farthest(lists)) looked += search(tree, lists, farther, values, at);
  return looked;
}

function farthest({ k, distances }: NearestLists): number {
  return distances[k - 1] as number;
}

function offerLeaf(tree: KdTree, lists: NearestLists, leaf: number, values: Float64Array, at: number): number {
  const from = tree.from[leaf] as number;
  const to = tree.to[leaf] as number;
  for (let p = from; p < to; p++) offer(lists, 0, tree.rows[p] as number, squareToPlace(tree, p, values, at));
  return to - from;
}

function placeAmong({ k, indices, distances }: NearestLists, coordinates: Float64Array, place: Float64Array): void {
  const c = place.length;
  const equal = distances[0] === 0;
  let total = 0;
  for (let j = 0; j < (equal ? 1 : k); j++) {
    const weight = equal ? 1 : 1 / Math.sqrt(distances[j] as number);
    total += weight;
    for (let axis = 0; axis < c; axis++) {
      place[axis] = (place[axis] as number) + weight * (coordinates[(indices[j] as number) * c + axis] as number);
    }
  }
  for (let axis = 0; axis < c; axis++) place[axis] = (place[axis] as number) / total;
}
