import { squareToBox, squareToCorner, squareToPlace } from "../neighbours/box-distance";
import type { KdTree } from "../neighbours/kd-tree";

/** The mean of the rows around a place, asked again and again. */
export interface FlatKernel {
  readonly tree: KdTree;
  readonly square: number;
  /** Sums of the coordinates of each node's rows, so that a node inside the kernel is added at once. */
  readonly nodeSums: Float64Array;
  /** Sum and number of the rows found last. */
  readonly sum: Float64Array;
  count: number;
  /** Boxes and rows looked at so far. */
  looked: number;
}

/** The kernel that weighs every row within `radius` alike. */
export function flatKernel(tree: KdTree, radius: number): FlatKernel {
  const { d, right, from, to, places } = tree;
  const nodeSums = new Float64Array(right.length * d);
  for (let node = right.length - 1; node >= 0; node--) {
    const other = right[node] as number;
    const own = node * d;
    for (let f = 0; f < d; f++) {
      if (other > 0) {
        nodeSums[own + f] = (nodeSums[own + d + f] as number) + (nodeSums[other * d + f] as number);
        continue;
      }
      for (let p = from[node] as number; p < (to[node] as number); p++)
        nodeSums[own + f] = (nodeSums[own + f] as number) + (places[p * d + f] as number);
    }
  }
  return { tree, square: radius * radius, nodeSums, sum: new Float64Array(d), count: 0, looked: 0 };
}

/** Moves `place` to the mean of the rows within the kernel around it, unless there are none; answers how far. */
export function shift(kernel: FlatKernel, place: Float64Array): number {
  const { sum } = kernel;
  sum.fill(0);
  kernel.count = 0;
  add(kernel, 0, place);
  if (kernel.count === 0) return 0;
  let square = 0;
  for (let f = 0; f < place.length; f++) {
    const mean = (sum[f] as number) / kernel.count;
    square += (mean - (place[f] as number)) ** 2;
    place[f] = mean;
  }
  return Math.sqrt(square);
}

function add(kernel: FlatKernel, node: number, place: Float64Array): void {
  const { tree, square, nodeSums } = kernel;
  kernel.looked++;
  if (squareToBox(tree, node, place, 0) > square) return;
  const from = tree.from[node] as number;
  const to = tree.to[node] as number;
  const right = tree.right[node] as number;
  if (squareToCorner(tree, node, place, 0) <= square) {
    addSum(kernel, nodeSums, node, to - from);
  } else if (right > 0) {
    add(kernel, node + 1, place);
    add(kernel, right, place);
  } else {
    kernel.looked += to - from;
    for (let p = from; p < to; p++) if (squareToPlace(tree, p, place, 0) <= square) addSum(kernel, tree.places, p, 1);
  }
}

function addSum(kernel: FlatKernel, sums: Float64Array, at: number, rows: number): void {
  const { sum } = kernel;
  const d = sum.length;
  for (let f = 0; f < d; f++) sum[f] = (sum[f] as number) + (sums[at * d + f] as number);
  kernel.count += rows;
}
