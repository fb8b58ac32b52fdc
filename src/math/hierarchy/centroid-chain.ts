import type { Matrix } from "../../workers/lab/matrix";
import { followChain, type Clusters } from "./neighbour-chain";
import type { Links } from "./ordered-merges";

/** A bound is taken this much wider, so that rounding never spares a distance that would have won. */
const SLACK = 1 + 1e-12;

/**
 * Ward's agglomeration by a nearest-neighbour chain over centroids (Murtagh 1983): memory grows with n d, time with n² d.
 * Two clusters are sqrt(2 a b / (a + b)) times the distance of their centroids apart, scipy's scale.
 */
export function* centroidChain(matrix: Matrix): Generator<number, Links, void> {
  return yield* followChain(new Centroids(matrix));
}

/** Clusters known by centroid and size. A place that was given up has its centroid at infinity. */
class Centroids implements Clusters {
  readonly cost: number;
  readonly sizes: Float64Array;
  private readonly places: Float64Array;
  private readonly d: number;
  private n: number;

  constructor({ values, n, d }: Matrix) {
    this.places = values.slice();
    this.sizes = new Float64Array(n).fill(1);
    this.n = n;
    this.d = d;
    this.cost = d;
  }

  distance(a: number, b: number): number {
    return Math.sqrt(2 * this.between(a, b));
  }

  nearest(x: number, favourite: number): number {
    const { places, sizes, d, n } = this;
    const own = sizes[x] as number;
    let best = favourite;
    let least = favourite < 0 ? Infinity : this.between(x, favourite);
    // No cluster is smaller than one row, so that squares above this need no division.
    let limit = least * ((own + 1) / own) * SLACK;
    for (let i = 0; i < n; i++) {
      let square = 0;
      for (let f = 0, a = x * d, b = i * d; f < d; f++) {
        const difference = (places[a + f] as number) - (places[b + f] as number);
        square += difference * difference;
      }
      if (!(square < limit) || i === x) continue;
      const size = sizes[i] as number;
      const cost = square * ((own * size) / (own + size));
      if (cost < least) {
        least = cost;
        best = i;
        limit = least * ((own + 1) / own) * SLACK;
      }
    }
    return best;
  }

  merge(a: number, b: number): void {
    const { places, sizes, d } = this;
    const massA = sizes[a] as number;
    const massB = sizes[b] as number;
    for (let f = 0, pa = a * d, pb = b * d; f < d; f++, pa++, pb++) {
      places[pb] = (massA * (places[pa] as number) + massB * (places[pb] as number)) / (massA + massB);
      places[pa] = Infinity;
    }
    sizes[b] = massA + massB;
    sizes[a] = 0;
  }

  *compact(kept: Int32Array): Generator<number, void, void> {
    const { places, sizes, d } = this;
    kept.forEach((from, to) => {
      places.copyWithin(to * d, from * d, (from + 1) * d);
      sizes[to] = sizes[from] as number;
    });
    this.n = kept.length;
    yield 1;
  }

  /** What merging two clusters adds to the sum of squares within; the same to the last bit from either side. */
  private between(a: number, b: number): number {
    const { places, sizes, d } = this;
    let square = 0;
    for (let f = 0; f < d; f++) {
      const difference = (places[a * d + f] as number) - (places[b * d + f] as number);
      square += difference * difference;
    }
    const massA = sizes[a] as number;
    const massB = sizes[b] as number;
    return square * ((massA * massB) / (massA + massB));
  }
}
