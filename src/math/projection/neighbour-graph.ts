import type { NearestLists } from "../neighbours/nearest-list";

/** Entries looked at between two looks at the clock. */
const WORK_PER_STEP = 1 << 18;

/** Rows joined to neighbours, both ways: those of row i are at `offsets[i]` … `offsets[i + 1]` of the other two. */
export interface NeighbourGraph {
  readonly n: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  /** The same from either end. */
  readonly weights: Float64Array;
}

/**
 * Makes one-way neighbour lists mutual: the weight of a pair is `join` of its weight from one end and from the other,
 * 0 where a row is not in the other's list. `join` must not depend on the order. `weights` are laid out like the lists.
 */
export function* mutual(
  lists: NearestLists,
  weights: Float64Array,
  join: (there: number, back: number) => number,
): Generator<number, NeighbourGraph, void> {
  const { k, indices } = lists;
  const n = indices.length / k;
  const incoming = transposed(lists, weights, n);
  yield 0.3;
  const offsets = new Int32Array(n + 1);
  const targets = new Int32Array(2 * n * k);
  const joined = new Float64Array(2 * n * k);
  const back = new Float64Array(n);
  const rowsPerStep = Math.ceil(WORK_PER_STEP / (4 * k));
  let end = 0;
  for (let i = 0; i < n; i++) {
    const first = incoming.offsets[i] as number;
    const last = incoming.offsets[i + 1] as number;
    for (let at = first; at < last; at++) back[incoming.targets[at] as number] = incoming.weights[at] as number;
    for (let at = i * k; at < i * k + k; at++) {
      const target = indices[at] as number;
      targets[end] = target;
      joined[end++] = join(weights[at] as number, back[target] as number);
      back[target] = -1;
    }
    for (let at = first; at < last; at++) {
      const target = incoming.targets[at] as number;
      if ((back[target] as number) < 0) continue;
      targets[end] = target;
      joined[end++] = join(0, incoming.weights[at] as number);
    }
    for (let at = first; at < last; at++) back[incoming.targets[at] as number] = 0;
    for (let at = i * k; at < i * k + k; at++) back[indices[at] as number] = 0;
    offsets[i + 1] = end;
    if (i % rowsPerStep === 0) yield 0.3 + (0.7 * i) / n;
  }
  return { n, offsets, targets: targets.slice(0, end), weights: joined.slice(0, end) };
}

/** Who lists a row, by row. */
function transposed({ k, indices }: NearestLists, weights: Float64Array, n: number): NeighbourGraph {
  const offsets = new Int32Array(n + 1);
  for (const target of indices) offsets[target + 1] = (offsets[target + 1] as number) + 1;
  for (let i = 0; i < n; i++) offsets[i + 1] = (offsets[i + 1] as number) + (offsets[i] as number);
  const next = offsets.slice(0, n);
  const targets = new Int32Array(indices.length);
  const turned = new Float64Array(indices.length);
  for (let at = 0; at < indices.length; at++) {
    const place = next[indices[at] as number] as number;
    next[indices[at] as number] = place + 1;
    targets[place] = Math.floor(at / k);
    turned[place] = weights[at] as number;
  }
  return { n, offsets, targets, weights: turned };
}
