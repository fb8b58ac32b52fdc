import { within } from "../progress";
import { answerOf, bestBin, rest, type BinSplit, type SplitLimits, type Sums } from "./best-bin";
import { bestCategories } from "./best-categories";
import { addBoostedLeaf, askBoosted, leftTable, noBoostedNodes, type BoostedNodes } from "./boosted-nodes";
import { countInto, STRIDE, subtract, type Slopes } from "./histograms";
import { leftFirst } from "./left-first";

/** Rows as bins. */
export interface BinnedRows {
  readonly columns: readonly Uint8Array[];
  /** Bins of known values of each feature. */
  readonly bins: readonly number[];
  readonly categorical: readonly boolean[];
  /** Whether a row has no value. */
  readonly someMissing: readonly boolean[];
}

export interface TreeLimits extends SplitLimits {
  readonly leaves: number;
  readonly depth: number;
}

/** A leaf of the tree so far. */
interface Leaf {
  readonly node: number;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
  readonly sums: Sums;
}

/** One that may be parted. */
interface Open extends Leaf {
  readonly split: BinSplit;
  readonly histograms: Float64Array;
}

/**
 * Grows one tree best question first, until it has `leaves` leaves or nothing lowers the loss: scikit-learn's histogram
 * grower. `rows` are put in another order. Answers are not yet shrunk.
 */
export function* growBoosted(
  data: BinnedRows,
  rows: Int32Array,
  slopes: Slopes,
  limits: TreeLimits,
): Generator<number, BoostedNodes, void> {
  const nodes = noBoostedNodes();
  const open: Open[] = [];
  const histograms = new Float64Array(data.columns.length * STRIDE);
  yield* within(countInto(histograms, data.columns, rows, 0, rows.length, slopes), 0, 0);
  const sums = totalOf(slopes, rows);
  const root = { node: addBoostedLeaf(nodes, 0, rows.length), depth: 0, from: 0, to: rows.length, sums };
  place(data, root, histograms, 0, limits, open);
  while (open.length > 0 && leafCount(nodes) < limits.leaves) {
    const parent = takeBest(open);
    const children = part(data, nodes, rows, parent, limits);
    const done = leafCount(nodes) / limits.leaves;
    yield* within(placeChildren(data, rows, slopes, parent, children, nodes, limits, open), done, done);
    yield done;
  }
  return nodes;
}

const leafCount = ({ feature }: BoostedNodes): number => (feature.length + 1) / 2;

function totalOf({ gradients, curvatures }: Slopes, rows: Int32Array): Sums {
  let gradient = 0;
  let curvature = 0;
  for (let at = 0; at < rows.length; at++) {
    gradient += gradients[rows[at] as number] as number;
    curvature += curvatures[rows[at] as number] as number;
  }
  return { gradient, curvature, rows: rows.length };
}

function takeBest(open: Open[]): Open {
  const best = open.reduce((found, { split }, i) => (split.gain > (open[found] as Open).split.gain ? i : found), 0);
  return open.splice(best, 1)[0] as Open;
}

/** Adds a leaf to those that may be parted, if it may. */
function place(
  data: BinnedRows,
  leaf: Leaf,
  histograms: Float64Array,
  value: number,
  limits: TreeLimits,
  open: Open[],
): void {
  const split = mayPart(leaf, limits) ? bestQuestion(data, histograms, leaf.sums, value, limits) : null;
  if (split) open.push({ ...leaf, split, histograms });
}

const mayPart = ({ sums, depth }: Leaf, { minLeaf, depth: deepest }: TreeLimits): boolean =>
  depth < deepest && sums.rows >= 2 * minLeaf;

function bestQuestion(
  { bins, categorical, someMissing }: BinnedRows,
  histograms: Float64Array,
  sums: Sums,
  value: number,
  limits: SplitLimits,
): BinSplit | null {
  let best: BinSplit | null = null;
  for (let f = 0; f < bins.length; f++) {
    const search = categorical[f] ? bestCategories : bestBin;
    const found = search(histograms, f, bins[f] as number, someMissing[f] === true, sums, value, limits);
    if (found && found.gain > (best?.gain ?? 0)) best = found;
  }
  return best;
}

function part(
  data: BinnedRows,
  nodes: BoostedNodes,
  rows: Int32Array,
  { node, depth, from, to, sums, split }: Open,
  { ridge }: SplitLimits,
): readonly [Leaf, Leaf] {
  const { left } = split;
  const right = rest(sums, left);
  // A missing value that was never seen goes where most rows go.
  const missingLeft = data.someMissing[split.feature] ? split.missingLeft : left.rows > right.rows;
  const border = leftFirst(data.columns[split.feature] as Uint8Array, leftTable(split, missingLeft), rows, from, to);
  const children = [left, right].map((own) => addBoostedLeaf(nodes, answerOf(own, ridge), own.rows));
  const [a = -1, b = -1] = children;
  askBoosted(nodes, node, split, missingLeft, [a, b]);
  return [
    { node: a, depth: depth + 1, from, to: border, sums: left },
    { node: b, depth: depth + 1, from: border, to, sums: right },
  ];
}

/** Counts the smaller child; the larger one's histograms are what is left of the parent's. */
function* placeChildren(
  data: BinnedRows,
  rows: Int32Array,
  slopes: Slopes,
  { histograms }: Open,
  [left, right]: readonly [Leaf, Leaf],
  nodes: BoostedNodes,
  limits: TreeLimits,
  open: Open[],
): Generator<number, void, void> {
  if (!mayPart(left, limits) && !mayPart(right, limits)) return;
  const smaller = left.to - left.from < right.to - right.from ? left : right;
  const own = new Float64Array(histograms.length);
  yield* countInto(own, data.columns, rows, smaller.from, smaller.to, slopes);
  subtract(histograms, own);
  for (const child of [left, right]) {
    const value = nodes.value[child.node] as number;
    place(data, child, child === smaller ? own : histograms, value, limits, open);
  }
}
