import type { KdTree } from "../neighbours/kd-tree";
import { components, findComponent, type Components } from "./components";

/** Components of a spanning tree as they grow, and what each row knows of the rows outside its own. */
export interface GrowingTree {
  readonly tree: KdTree;
  /** Squared core distance of each position, and the least of each node. */
  readonly core: Float64Array;
  readonly nodeCore: Float64Array;
  readonly sets: Components;
  /** The component of each position in this round, and of each node whose rows are all in one (else -1). */
  readonly own: Int32Array;
  readonly nodeOwn: Int32Array;
  /** The nearest position outside the own component, -1 if not known. */
  readonly nearest: Int32Array;
  /** Squared reach and distance of it; if it is not known, nothing outside is nearer than that. */
  readonly reach: Float64Array;
  readonly square: Float64Array;
  /** For each component the position whose nearest is the nearest of all, -1 if not known. */
  readonly best: Int32Array;
  /** Boxes and rows looked at so far. */
  looked: number;
}

/** Every row a component of its own. */
export function growingTree(tree: KdTree, core: Float64Array): GrowingTree {
  const { n } = tree;
  return {
    tree,
    core,
    nodeCore: leastOfNodes(tree, core),
    sets: components(n),
    own: new Int32Array(n),
    nodeOwn: new Int32Array(tree.from.length),
    nearest: new Int32Array(n).fill(-1),
    reach: core.slice(),
    square: new Float64Array(n),
    best: new Int32Array(n),
    looked: 0,
  };
}

/** Notes who is in which component now, and which known neighbours are still outside. */
export function beginRound(growing: GrowingTree): void {
  const { tree, sets, own, nodeOwn, nearest, best } = growing;
  const { n, from, to, right } = tree;
  best.fill(-1);
  for (let p = 0; p < n; p++) own[p] = findComponent(sets, p);
  for (let p = 0; p < n; p++) {
    const known = nearest[p] as number;
    if (known < 0) continue;
    if (own[known] === own[p]) nearest[p] = -1;
    else if (isNearer(growing, p, best[own[p] as number] as number)) best[own[p] as number] = p;
  }
  for (let node = from.length - 1; node >= 0; node--) {
    const other = right[node] as number;
    const left = other > 0 ? (nodeOwn[node + 1] as number) : commonOf(own, from[node] as number, to[node] as number);
    nodeOwn[node] = other > 0 && nodeOwn[other] !== left ? -1 : left;
  }
}

/** Whether what position `p` knows is nearer than what `than` knows; -1 knows nothing. */
export function isNearer({ reach, square }: GrowingTree, p: number, than: number): boolean {
  if (than < 0) return true;
  const [a, b] = [reach[p] as number, reach[than] as number];
  return a < b || (a === b && (square[p] as number) < (square[than] as number));
}

function leastOfNodes({ from, to, right }: KdTree, core: Float64Array): Float64Array {
  const least = new Float64Array(from.length).fill(Infinity);
  for (let node = from.length - 1; node >= 0; node--) {
    const other = right[node] as number;
    if (other > 0) least[node] = Math.min(least[node + 1] as number, least[other] as number);
    else
      for (let p = from[node] as number; p < (to[node] as number); p++)
        least[node] = Math.min(least[node] as number, core[p] as number);
  }
  return least;
}

function commonOf(own: Int32Array, from: number, to: number): number {
  for (let p = from + 1; p < to; p++) if (own[p] !== own[from]) return -1;
  return own[from] as number;
}
