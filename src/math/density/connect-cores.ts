import { squareToBox, squareToPlace } from "../neighbours/box-distance";
import type { KdTree } from "../neighbours/kd-tree";
import { components, findComponent, joinComponents, type Components } from "./components";

/** Delegate of a node that is not known to be connected, and of one without core rows. */
const UNKNOWN = -1;
const EMPTY = -2;

/** Coordinates looked at between two looks at the clock, should every search look at all. */
const WORK_PER_STEP = 1 << 22;

interface Connecting {
  readonly tree: KdTree;
  readonly core: Uint8Array;
  readonly square: number;
  readonly sets: Components;
  /** A core position that stands for all of a node's, because they are connected; UNKNOWN or EMPTY if there is none. */
  readonly delegate: Int32Array;
}

/**
 * Connects core positions within `eps` of each other, directly or over others. Only one of each pair looks for the other,
 * and a node whose core rows are known to be connected is done with after one of them, so that a large eps costs no more
 * than a small one.
 */
export function* connectedCores(tree: KdTree, core: Uint8Array, eps: number): Generator<number, Components, void> {
  const { n, d } = tree;
  const step = Math.ceil(WORK_PER_STEP / (n * d));
  const sets = components(n);
  const connecting = { tree, core, square: eps * eps, sets, delegate: withoutCores(tree, core) };
  for (let p = 0; p < n; p++) {
    if (core[p] === 1) connect(connecting, 0, p);
    if (p % step === 0) yield p / n;
  }
  return sets;
}

/** Connects position `p` with the core positions of `node` before it. */
function connect(connecting: Connecting, node: number, p: number): void {
  const { tree, sets, delegate } = connecting;
  const known = delegate[node] as number;
  if (known >= 0 && findComponent(sets, known) === findComponent(sets, p)) return;
  if (known === EMPTY || (tree.from[node] as number) >= p) return;
  if (squareToBox(tree, node, tree.places, p * tree.d) > connecting.square) return;
  const right = tree.right[node] as number;
  if (right === 0) {
    connectLeaf(connecting, node, p);
    return;
  }
  connect(connecting, node + 1, p);
  if (known >= 0 && findComponent(sets, known) === findComponent(sets, p)) return;
  connect(connecting, right, p);
  if (known < 0 && (tree.to[node] as number) <= p) delegate[node] = common(sets, delegate, node + 1, right);
}

function connectLeaf({ tree, core, square, sets, delegate }: Connecting, leaf: number, p: number): void {
  const { places, d } = tree;
  const to = tree.to[leaf] as number;
  const end = Math.min(to, p);
  const known = (delegate[leaf] as number) >= 0;
  for (let q = tree.from[leaf] as number; q < end; q++) {
    if (core[q] === 0 || squareToPlace(tree, q, places, p * d) > square) continue;
    joinComponents(sets, p, q);
    if (known) return;
  }
  if (!known && to <= p) delegate[leaf] = commonOfLeaf(sets, core, tree.from[leaf] as number, to);
}

/** EMPTY for nodes without core rows, UNKNOWN for the others. */
function withoutCores({ from, to, right }: KdTree, core: Uint8Array): Int32Array {
  const delegate = new Int32Array(from.length).fill(UNKNOWN);
  for (let node = from.length - 1; node >= 0; node--) {
    const other = right[node] as number;
    const empty =
      other > 0
        ? delegate[node + 1] === EMPTY && delegate[other] === EMPTY
        : !core.subarray(from[node], to[node]).includes(1);
    if (empty) delegate[node] = EMPTY;
  }
  return delegate;
}

/** The delegate of two nodes, when all their core rows are connected. */
function common(sets: Components, delegate: Int32Array, left: number, right: number): number {
  const a = delegate[left] as number;
  const b = delegate[right] as number;
  if (a === EMPTY || b === EMPTY) return Math.max(a, b);
  return a >= 0 && b >= 0 && findComponent(sets, a) === findComponent(sets, b) ? a : UNKNOWN;
}

function commonOfLeaf(sets: Components, core: Uint8Array, from: number, to: number): number {
  let first = UNKNOWN;
  for (let q = from; q < to; q++) {
    if (core[q] === 0) continue;
    if (first < 0) first = findComponent(sets, q);
    else if (findComponent(sets, q) !== first) return UNKNOWN;
  }
  return first;
}
