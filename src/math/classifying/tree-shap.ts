import type { BoostedTree } from "../../workers/lab/classifying";

/** A feature on the way to a node: how much of it flows on when it is absent and when it is known. */
interface Step {
  readonly feature: number;
  readonly absent: number;
  readonly known: number;
  /** Weight of the subsets of the way's features with as many members as its place. */
  readonly weight: number;
}

/**
 * Adds one tree's Shapley values for a row to `into`: TreeSHAP, path-dependent (Lundberg et al. 2020, algorithm 2). Whatever
 * subset of features is known, the tree's answer takes the unknown ones as its own rows had them. `bins` is the row's bin of
 * each feature; `goesLeft` tells for a node and a bin which way it goes.
 */
export function addShapley(
  tree: BoostedTree,
  bins: readonly number[],
  goesLeft: (node: number, bin: number) => boolean,
  into: Float64Array,
): void {
  const descend = (node: number, before: readonly Step[], absent: number, known: number, from: number): void => {
    const way = extended(before, absent, known, from);
    const feature = tree.feature[node] as number;
    if (feature < 0) {
      addLeaf(way, tree.value[node] as number, into);
      return;
    }
    const left = tree.left[node] as number;
    const right = tree.right[node] as number;
    const isLeft = goesLeft(node, bins[feature] as number);
    const again = way.findIndex((step) => step.feature === feature);
    const earlier = way[again];
    const rest = earlier ? unwound(way, again) : way;
    const share = (child: number): number =>
      ((earlier?.absent ?? 1) * (tree.cover[child] as number)) / (tree.cover[node] as number);
    descend(left, rest, share(left), isLeft ? (earlier?.known ?? 1) : 0, feature);
    descend(right, rest, share(right), isLeft ? 0 : (earlier?.known ?? 1), feature);
  };
  descend(0, [], 1, 1, -1);
}

/** The tree's answer when nothing is known: the mean over the rows it was grown on. */
export function expectedAnswer({ feature, value, cover }: BoostedTree): number {
  return feature.reduce((sum, asked, node) => {
    const weight = (cover[node] as number) / (cover[0] as number);
    return asked < 0 ? sum + weight * (value[node] as number) : sum;
  }, 0);
}

function addLeaf(way: readonly Step[], value: number, into: Float64Array): void {
  for (let place = 1; place < way.length; place++) {
    const { feature, known, absent } = way[place] as Step;
    const weight = unwound(way, place).reduce((sum, step) => sum + step.weight, 0);
    into[feature] = (into[feature] as number) + weight * (known - absent) * value;
  }
}

/** The way with one more feature. */
function extended(way: readonly Step[], absent: number, known: number, feature: number): Step[] {
  const length = way.length;
  const weights = [...way.map(({ weight }) => weight), length === 0 ? 1 : 0];
  for (let i = length - 1; i >= 0; i--) {
    const weight = weights[i] as number;
    weights[i + 1] = (weights[i + 1] as number) + (known * weight * (i + 1)) / (length + 1);
    weights[i] = (absent * weight * (length - i)) / (length + 1);
  }
  return [...way, { feature, absent, known, weight: 0 }].map((step, i) => ({ ...step, weight: weights[i] as number }));
}

/** The way as if one of its features had never been added. */
function unwound(way: readonly Step[], place: number): Step[] {
  const last = way.length - 1;
  const { known, absent } = way[place] as Step;
  const weights = way.map(({ weight }) => weight);
  let carried = weights[last] as number;
  for (let j = last - 1; j >= 0; j--) {
    const weight = weights[j] as number;
    if (known !== 0) {
      weights[j] = (carried * (last + 1)) / ((j + 1) * known);
      carried = weight - ((weights[j] as number) * absent * (last - j)) / (last + 1);
    } else {
      weights[j] = (weight * (last + 1)) / (absent * (last - j));
    }
  }
  return way.toSpliced(place, 1).map((step, j) => ({ ...step, weight: weights[j] as number }));
}
