import type { MembershipCurve } from "./membership-curve";
import type { NeighbourGraph } from "./neighbour-graph";

/** Rows pushed away for every neighbour drawn near. */
const PUSHES = 5;

/** No row moves farther along an axis in one step, times the learning rate. */
const LONGEST = 4;

/** Keeps the push between very near rows finite. */
const SOFTENING = 1e-3;

/** Pairs looked at between two looks at the clock. */
const PAIRS_PER_STEP = 1 << 15;

/** What a layout starts from. */
export interface LayoutStart {
  readonly graph: NeighbourGraph;
  /** Coordinate c of row i is `coordinates[i * components + c]`; moved in place. */
  readonly coordinates: Float64Array;
  readonly components: number;
  readonly curve: MembershipCurve;
  readonly epochs: number;
  readonly random: () => number;
}

/**
 * Moves rows by stochastic gradient descent on the fuzzy cross-entropy with negative sampling (McInnes, Healy & Melville
 * 2018, algorithm 5), as umap-learn does: a pair is drawn near as often as its weight says, each time followed by
 * pushes from rows drawn at random; the learning rate falls from 1 to 0.
 */
export function* umapLayout({
  graph,
  coordinates,
  components,
  curve,
  epochs,
  random,
}: LayoutStart): Generator<number, void, void> {
  const { heads, tails, every } = schedule(graph, epochs);
  yield 0;
  const due = every.slice();
  const pushDue = every.slice();
  for (let pair = 0; pair < pushDue.length; pair++) pushDue[pair] = (every[pair] as number) / PUSHES;
  yield 0;
  const move = mover(coordinates, components, curve);
  const pairs = heads.length;
  let work = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = 1 - epoch / epochs;
    for (let pair = 0; pair < pairs; pair++) {
      if ((due[pair] as number) > epoch) continue;
      const head = heads[pair] as number;
      const span = every[pair] as number;
      move.together(head, tails[pair] as number, rate);
      due[pair] = (due[pair] as number) + span;
      const pushes = Math.trunc(((epoch - (pushDue[pair] as number)) * PUSHES) / span);
      for (let push = 0; push < pushes; push++) move.apart(head, Math.floor(random() * graph.n), rate);
      pushDue[pair] = (pushDue[pair] as number) + (pushes * span) / PUSHES;
      work += 1 + pushes;
      if (work > PAIRS_PER_STEP) {
        work = 0;
        yield (epoch + pair / pairs) / epochs;
      }
    }
  }
}

interface Schedule {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  /** Epochs from one turn of a pair to the next. */
  readonly every: Float64Array;
}

/** Pairs whose weight earns at least one turn. */
function schedule({ n, offsets, targets, weights }: NeighbourGraph, epochs: number): Schedule {
  let heaviest = 0;
  for (let at = 0; at < weights.length; at++) heaviest = Math.max(heaviest, weights[at] as number);
  const heads = new Int32Array(weights.length);
  const tails = new Int32Array(weights.length);
  const every = new Float64Array(weights.length);
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    for (let at = offsets[i] as number; at < (offsets[i + 1] as number); at++) {
      const span = heaviest / (weights[at] as number);
      if (span > epochs) continue;
      heads[pairs] = i;
      tails[pairs] = targets[at] as number;
      every[pairs++] = span;
    }
  }
  return { heads: heads.subarray(0, pairs), tails: tails.subarray(0, pairs), every: every.subarray(0, pairs) };
}

interface Mover {
  /** Draws two rows near each other. */
  readonly together: (i: number, j: number, rate: number) => void;
  /** Pushes row i away from row j, which stays. */
  readonly apart: (i: number, j: number, rate: number) => void;
}

function mover(coordinates: Float64Array, components: number, { a, b }: MembershipCurve): Mover {
  const square = (i: number, j: number): number => {
    let sum = 0;
    for (let c = 0; c < components; c++) {
      const difference = (coordinates[i * components + c] as number) - (coordinates[j * components + c] as number);
      sum += difference * difference;
    }
    return sum;
  };
  const step = (i: number, j: number, c: number, pull: number): number => {
    const gradient = pull * ((coordinates[i * components + c] as number) - (coordinates[j * components + c] as number));
    return gradient > LONGEST ? LONGEST : gradient < -LONGEST ? -LONGEST : gradient;
  };
  return {
    together: (i, j, rate) => {
      const distance = square(i, j);
      if (distance === 0) return;
      const power = distance ** b;
      const pull = (-2 * a * b * power) / (distance * (a * power + 1));
      for (let c = 0; c < components; c++) {
        const way = step(i, j, c, pull) * rate;
        coordinates[i * components + c] = (coordinates[i * components + c] as number) + way;
        coordinates[j * components + c] = (coordinates[j * components + c] as number) - way;
      }
    },
    apart: (i, j, rate) => {
      const distance = square(i, j);
      if (distance === 0) return;
      const push = (2 * b) / ((SOFTENING + distance) * (a * distance ** b + 1));
      for (let c = 0; c < components; c++) {
        coordinates[i * components + c] = (coordinates[i * components + c] as number) + step(i, j, c, push) * rate;
      }
    },
  };
}
