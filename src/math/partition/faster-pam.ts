import type { Metric } from "../../workers/lab/partition";
import type { Points } from "../points";
import { measureFrom } from "./distances-from";

/** Medoids that no single exchange improves. */
export interface Medoids {
  /** Indices of the rows that stand for clusters. */
  readonly rows: Int32Array;
  /** Sum of distances of all rows to their nearest medoid. */
  readonly cost: number;
}

/** Differences of coordinates between two looks at the clock. */
const WORK_PER_STEP = 1 << 20;

/** An exchange that lowers the cost by a smaller share is rounding. */
const ROUNDING = 1e-12;

/** Each row's distance to every medoid and which are the nearest two. */
interface State {
  readonly medoids: Int32Array;
  /** Row i to medoid m at `i * k + m`. */
  readonly distances: Float64Array;
  readonly nearest: Int32Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** What the cost would rise by without each medoid. */
  readonly losses: Float64Array;
  cost: number;
}

/**
 * FasterPAM (Schubert & Rousseeuw 2021, "Fast and eager k-medoids clustering"): looks at every row as a new medoid, finds
 * in O(n) which medoid it would best replace, and exchanges at once if that lowers the cost, until n rows in a row do
 * not. The same optimum conditions as PAM's, at O(n²) per round; distances are measured when needed and never kept.
 */
export function* fasterPam(points: Points, start: Int32Array, metric: Metric): Generator<number, Medoids, void> {
  const { n, d } = points;
  const state = stateOf(points, start, metric);
  const fresh = new Float64Array(n);
  const changes = new Float64Array(start.length);
  const every = Math.max(1, Math.floor(WORK_PER_STEP / (n * (d + 4))));
  let idle = 0;
  for (let candidate = 0, looked = 0; idle < n; candidate = (candidate + 1) % n, looked++) {
    idle++;
    if (looked % every === 0) yield 1 - 1 / (1 + looked / n);
    if (state.medoids.includes(candidate)) continue;
    measureFrom(points, candidate, metric, fresh);
    const { out, change } = bestExchange(state, fresh, changes);
    if (change >= -ROUNDING * state.cost) continue;
    exchange(state, out, candidate, fresh);
    idle = 0;
  }
  return { rows: state.medoids, cost: state.cost };
}

function stateOf(points: Points, start: Int32Array, metric: Metric): State {
  const { n } = points;
  const k = start.length;
  const distances = new Float64Array(n * k);
  const column = new Float64Array(n);
  start.forEach((row, m) => {
    measureFrom(points, row, metric, column);
    for (let i = 0; i < n; i++) distances[i * k + m] = column[i] as number;
  });
  const state: State = {
    medoids: start.slice(),
    distances,
    nearest: new Int32Array(n),
    first: new Float64Array(n),
    second: new Float64Array(n),
    losses: new Float64Array(k),
    cost: 0,
  };
  settle(state);
  return state;
}

/** Which medoid the candidate, `fresh` away from each row, would best replace, and what that changes. */
function bestExchange(
  { nearest, first, second, losses }: State,
  fresh: Float64Array,
  changes: Float64Array,
): { out: number; change: number } {
  changes.set(losses);
  let gain = 0;
  for (let i = 0; i < fresh.length; i++) {
    const distance = fresh[i] as number;
    const own = nearest[i] as number;
    if (distance < (first[i] as number)) {
      gain += distance - (first[i] as number);
      changes[own] = (changes[own] as number) + (first[i] as number) - (second[i] as number);
    } else if (distance < (second[i] as number)) {
      changes[own] = (changes[own] as number) + distance - (second[i] as number);
    }
  }
  let out = 0;
  for (let m = 1; m < changes.length; m++) if ((changes[m] as number) < (changes[out] as number)) out = m;
  return { out, change: (changes[out] as number) + gain };
}

function exchange(state: State, out: number, candidate: number, fresh: Float64Array): void {
  const k = state.medoids.length;
  state.medoids[out] = candidate;
  for (let i = 0; i < fresh.length; i++) state.distances[i * k + out] = fresh[i] as number;
  settle(state);
}

/** The nearest two of every row, what each medoid is worth, and the cost, from the distances. */
function settle(state: State): void {
  const { medoids, distances, nearest, first, second, losses } = state;
  const k = medoids.length;
  state.cost = 0;
  for (let i = 0, at = 0; i < nearest.length; i++) {
    let best = Infinity;
    let next = Infinity;
    let own = 0;
    for (let m = 0; m < k; m++, at++) {
      const distance = distances[at] as number;
      if (distance < best) {
        next = best;
        best = distance;
        own = m;
      } else if (distance < next) next = distance;
    }
    nearest[i] = own;
    first[i] = best;
    second[i] = next;
    state.cost += best;
  }
  if (k === 1) second.fill(beyond(first));
  losses.fill(0);
  for (let i = 0; i < nearest.length; i++) {
    const own = nearest[i] as number;
    losses[own] = (losses[own] as number) + (second[i] as number) - (first[i] as number);
  }
}

/** With one medoid there is no second: a distance no row can exceed (triangle inequality) lets the sums come out right. */
function beyond(first: Float64Array): number {
  return 1 + 2 * first.reduce((most, distance) => Math.max(most, distance), 0);
}
