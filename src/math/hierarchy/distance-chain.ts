import type { Matrix } from "../../workers/lab/matrix";
import { within } from "../progress";
import { condensedDistances, rowStart } from "./condensed-distances";
import { UPDATES, type Update } from "./lance-williams";
import { followChain, type Clusters } from "./neighbour-chain";
import type { Links } from "./ordered-merges";

/**
 * Agglomeration by a nearest-neighbour chain over the distances of all pairs: 4 n² bytes, time in n². Ties are broken
 * as in `scipy.cluster.hierarchy.linkage`.
 */
export function* distanceChain(matrix: Matrix, linkage: keyof typeof UPDATES): Generator<number, Links, void> {
  const distances = yield* within(condensedDistances(matrix), 0, 0.3);
  return yield* within(followChain(new Distances(distances, matrix.n, UPDATES[linkage])), 0.3, 1);
}

/** Rows moved between two looks at the clock: at most 1,280,000 distances. */
const ROWS_PER_STEP = 128;

/** Clusters known by the distances between them alone. */
class Distances implements Clusters {
  readonly cost = 1;
  readonly sizes: Float64Array;
  private readonly distances: Float64Array;
  private readonly update: Update;
  private readonly toA: Float64Array;
  private readonly toB: Float64Array;
  private n: number;

  constructor(distances: Float64Array, n: number, update: Update) {
    this.distances = distances;
    this.update = update;
    this.n = n;
    this.sizes = new Float64Array(n).fill(1);
    this.toA = new Float64Array(n);
    this.toB = new Float64Array(n);
  }

  distance(a: number, b: number): number {
    return this.distances[rowStart(this.n, Math.min(a, b)) + Math.max(a, b)] as number;
  }

  nearest(x: number, favourite: number): number {
    const { distances, sizes, n } = this;
    let best = favourite;
    let least = favourite < 0 ? Infinity : this.distance(x, favourite);
    for (let i = 0, at = x - 1; i < x; i++, at += n - 1 - i) {
      const distance = distances[at] as number;
      if (distance < least && (sizes[i] as number) > 0) {
        least = distance;
        best = i;
      }
    }
    const start = rowStart(n, x);
    for (let i = x + 1; i < n; i++) {
      const distance = distances[start + i] as number;
      if (distance < least && (sizes[i] as number) > 0) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  merge(a: number, b: number): void {
    const { sizes, toA, toB, n } = this;
    const merging = { a: sizes[a] as number, b: sizes[b] as number, distance: this.distance(a, b) };
    this.read(a, toA);
    this.read(b, toB);
    this.update(toA, toB, sizes, n, merging);
    this.write(b, toB);
    sizes[a] = 0;
    sizes[b] = merging.a + merging.b;
  }

  *compact(kept: Int32Array): Generator<number, void, void> {
    const { distances, sizes, n } = this;
    let at = 0;
    for (let i = 0; i < kept.length; i++) {
      const from = kept[i] as number;
      const start = rowStart(n, from);
      for (let j = i + 1; j < kept.length; j++) distances[at++] = distances[start + (kept[j] as number)] as number;
      sizes[i] = sizes[from] as number;
      if (i % ROWS_PER_STEP === 0) yield i / kept.length;
    }
    this.n = kept.length;
  }

  private read(x: number, into: Float64Array): void {
    const { distances, n } = this;
    for (let i = 0, at = x - 1; i < x; i++, at += n - 1 - i) into[i] = distances[at] as number;
    const start = rowStart(n, x);
    for (let i = x + 1; i < n; i++) into[i] = distances[start + i] as number;
  }

  private write(x: number, from: Float64Array): void {
    const { distances, n } = this;
    for (let i = 0, at = x - 1; i < x; i++, at += n - 1 - i) distances[at] = from[i] as number;
    const start = rowStart(n, x);
    for (let i = x + 1; i < n; i++) distances[start + i] = from[i] as number;
  }
}
