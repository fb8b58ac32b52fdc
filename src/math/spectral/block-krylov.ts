import { within } from "../progress";
import { symmetricEigen } from "../symmetric-eigen";

/** A symmetric matrix as what it does to a vector; answers a new one and looks at the clock at least once. */
export type Operator = (vector: Float64Array) => Generator<number, Float64Array, void>;

/** Vectors kept at most, unless four blocks are more. */
const MOST_VECTORS = 40;

/** A vector is new when this much of it is left after taking off what is known. */
const NEW = 1e-13;

/** How `topEigenvectors` searches. */
export interface Search {
  /** As many vectors as are wanted; random, or the result of an earlier search. */
  readonly start: readonly Float64Array[];
  /** Largest residual, as a share of the eigenvalue. */
  readonly tolerance: number;
  /** Restarts after which what has been found is taken as it is. */
  readonly restarts: number;
}

/** The wanted unit vectors, largest eigenvalue first, and lower bounds of these and further eigenvalues. */
export interface Top {
  readonly vectors: Float64Array[];
  readonly values: readonly number[];
}

/**
 * Eigenvectors of the k largest eigenvalues, k the number of vectors to start from: a block Krylov space with full
 * orthogonalisation, Rayleigh-Ritz, and thick restarts (after Wu & Simon 2000). Blocks of k vectors find eigenvalues that
 * occur up to k times.
 */
export function* topEigenvectors(
  apply: Operator,
  { start, tolerance, restarts }: Search,
): Generator<number, Top, void> {
  const k = start.length;
  const n = start[0]?.length ?? 0;
  const most = Math.min(n, Math.max(MOST_VECTORS, 4 * k));
  let queue: Float64Array[] = start.map((vector) => vector.slice());
  let basis: Float64Array[] = [];
  let images: Float64Array[] = [];
  for (let restart = 0; ; restart++) {
    while (basis.length < most) {
      const vector = queue.shift();
      if (!vector) break;
      if (!orthonormalise(vector, basis)) continue;
      const image = yield* within(apply(vector), restart / (restarts + 1), restart / (restarts + 1));
      basis.push(vector);
      images.push(image);
      queue.push(image.slice());
    }
    const { values, vectors } = symmetricEigen(yield* products(basis, images));
    const kept = vectors.slice(0, Math.max(k, Math.floor(most / 2)));
    const before = basis;
    basis = [];
    const next: Float64Array[] = [];
    for (const weights of kept) {
      basis.push(combined(before, weights));
      next.push(combined(images, weights));
      yield restart / (restarts + 1);
    }
    const settled = basis
      .slice(0, k)
      .every((vector, i) => residual(vector, next[i] as Float64Array, values[i] as number) <= tolerance);
    if (settled || queue.length === 0 || before.length === n || restart === restarts) {
      return { vectors: basis.slice(0, k), values };
    }
    // What the next block adds to the whole space, not to the part of it that is kept.
    const rest: Float64Array[] = [];
    for (const vector of queue) {
      if (orthonormalise(vector, before)) rest.push(vector);
      yield restart / (restarts + 1);
    }
    queue = rest;
    images = next;
  }
}

/** Takes the basis off a vector, twice because of rounding, and makes its length 1; false when nothing is left. */
function orthonormalise(vector: Float64Array, basis: readonly Float64Array[]): boolean {
  const before = Math.sqrt(dot(vector, vector));
  for (let pass = 0; pass < 2; pass++) {
    for (const known of basis) add(vector, known, -dot(vector, known));
  }
  const length = Math.sqrt(dot(vector, vector));
  if (!(length > NEW * before)) return false;
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / length;
  return true;
}

/** What the matrix does within the basis. */
function* products(
  basis: readonly Float64Array[],
  images: readonly Float64Array[],
): Generator<number, number[][], void> {
  const table = basis.map(() => new Array<number>(basis.length).fill(0));
  for (const [i, vector] of basis.entries()) {
    for (let j = 0; j <= i; j++) {
      const product = dot(vector, images[j] as Float64Array);
      (table[i] as number[])[j] = product;
      (table[j] as number[])[i] = product;
    }
    yield i / basis.length;
  }
  return table;
}

function combined(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, i) => add(sum, vector, weights[i] as number));
  return sum;
}

function residual(vector: Float64Array, image: Float64Array, value: number): number {
  const rest = image.slice();
  add(rest, vector, -value);
  return Math.sqrt(dot(rest, rest)) / Math.abs(value);
}

function add(to: Float64Array, vector: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (vector[i] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
