import type { TreeRows } from "./tree-rows";

/** The best question found for a node. */
export interface Split {
  readonly feature: number;
  readonly threshold: number;
  readonly missingLeft: boolean;
}

/** The nodes of one level that may be split. */
export interface Level {
  /** Place in this level of the node each row is in; -1 where it is settled. */
  readonly slotOf: Int32Array;
  /** Rows of each segment, `slot * k + segment`. */
  readonly counts: Float64Array;
  readonly size: number;
}

/** A gain below this share is a rounding error, and the earlier question stays. */
const SAME = 1e-12;

/** The rows of a level's nodes on either side of a threshold that moves up; `square` is the sum of squared counts. */
interface Sides {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly missing: Float64Array;
  readonly leftN: Float64Array;
  readonly rightN: Float64Array;
  readonly missingN: Float64Array;
  readonly leftSquare: Float64Array;
  readonly rightSquare: Float64Array;
  readonly last: Float64Array;
}

/**
 * For each node of a level the split that lowers Gini impurity most, of all thresholds midway between neighbouring values of
 * all features (CART; Breiman et al. 1984), leaving at least `minLeaf` rows on both sides. Missing values go with the side
 * that has more known ones. Of equal splits the one with the first feature and the lowest threshold.
 */
export function* bestSplits(
  data: TreeRows,
  level: Level,
  minLeaf: number,
): Generator<number, readonly (Split | null)[], void> {
  const best = Array.from<Split | null>({ length: level.size }).fill(null);
  const scores = new Float64Array(level.size);
  for (const [feature, order] of data.orders.entries()) {
    const sides = sidesOf(data, level, feature);
    scan(data, level, feature, order, sides, minLeaf, best, scores);
    yield (feature + 1) / data.orders.length;
  }
  return best;
}

function sidesOf({ labels, missing, k }: TreeRows, { slotOf, counts, size }: Level, feature: number): Sides {
  const perNode = (): Float64Array => new Float64Array(size);
  const unknown = new Float64Array(counts.length);
  for (const row of missing[feature] as Int32Array) {
    const at = (slotOf[row] as number) * k + (labels[row] as number);
    if (at >= 0 && (slotOf[row] as number) >= 0) unknown[at] = (unknown[at] as number) + 1;
  }
  const right = counts.map((count, at) => count - (unknown[at] as number));
  return {
    left: new Float64Array(counts.length),
    right,
    missing: unknown,
    leftN: perNode(),
    rightN: perNode().map((_, slot) => sum(right, slot, k)),
    missingN: perNode().map((_, slot) => sum(unknown, slot, k)),
    leftSquare: perNode(),
    rightSquare: perNode().map((_, slot) => square(right, slot, k)),
    last: perNode(),
  };
}

function scan(
  { labels, values, k }: TreeRows,
  { slotOf }: Level,
  feature: number,
  order: Int32Array,
  sides: Sides,
  minLeaf: number,
  best: (Split | null)[],
  scores: Float64Array,
): void {
  const { left, right, leftN, rightN, leftSquare, rightSquare, last } = sides;
  const column = values[feature] as Float64Array;
  for (let place = 0; place < order.length; place++) {
    const row = order[place] as number;
    const slot = slotOf[row] as number;
    if (slot < 0) continue;
    const value = column[row] as number;
    const before = leftN[slot] as number;
    const previous = last[slot] as number;
    if (before > 0 && value > previous) {
      const score = scoreOf(sides, slot, k, minLeaf);
      if (score > (scores[slot] as number) * (1 + SAME)) {
        scores[slot] = score;
        best[slot] = { feature, threshold: midway(previous, value), missingLeft: before >= (rightN[slot] as number) };
      }
    }
    const at = slot * k + (labels[row] as number);
    leftSquare[slot] = (leftSquare[slot] as number) + 2 * (left[at] as number) + 1;
    rightSquare[slot] = (rightSquare[slot] as number) - 2 * (right[at] as number) + 1;
    left[at] = (left[at] as number) + 1;
    right[at] = (right[at] as number) - 1;
    leftN[slot] = before + 1;
    rightN[slot] = (rightN[slot] as number) - 1;
    last[slot] = value;
  }
}

/** Sum over both sides of squared counts / rows: the more, the less impurity. -1 when a side has too few rows. */
function scoreOf(sides: Sides, slot: number, k: number, minLeaf: number): number {
  let leftN = sides.leftN[slot] as number;
  let rightN = sides.rightN[slot] as number;
  let leftSquare = sides.leftSquare[slot] as number;
  let rightSquare = sides.rightSquare[slot] as number;
  const missingN = sides.missingN[slot] as number;
  if (missingN > 0) {
    const goLeft = leftN >= rightN;
    const more = squareGrowth(goLeft ? sides.left : sides.right, sides.missing, slot, k);
    if (goLeft) {
      leftN += missingN;
      leftSquare += more;
    } else {
      rightN += missingN;
      rightSquare += more;
    }
  }
  return leftN < minLeaf || rightN < minLeaf ? -1 : leftSquare / leftN + rightSquare / rightN;
}

/** How much the sum of squared counts grows when the missing ones join. */
function squareGrowth(side: Float64Array, missing: Float64Array, slot: number, k: number): number {
  let growth = 0;
  for (let at = slot * k; at < (slot + 1) * k; at++) {
    const more = missing[at] as number;
    growth += more * (2 * (side[at] as number) + more);
  }
  return growth;
}

/** Between two values; the lower where no number lies between. */
function midway(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle >= low && middle < high ? middle : low;
}

const sum = (counts: Float64Array, slot: number, k: number): number =>
  counts.subarray(slot * k, (slot + 1) * k).reduce((total, count) => total + count, 0);

const square = (counts: Float64Array, slot: number, k: number): number =>
  counts.subarray(slot * k, (slot + 1) * k).reduce((total, count) => total + count * count, 0);
