import type { Covariance, Mixture } from "../../workers/lab/partition";
import { InputError } from "../input-error";
import { inverseCholesky } from "./inverse-cholesky";
import { flattened, placesOf } from "./places";

/** A mixture laid out for measuring. */
export interface Components {
  readonly covariance: Covariance;
  readonly k: number;
  readonly d: number;
  readonly weights: Float64Array;
  /** k × d. */
  readonly means: Float64Array;
  /** k × d × d for shapes that turn, k × d variances for those along the axes. */
  readonly covariances: Float64Array;
  /** Inverse Cholesky factors of the covariances, laid out like them. */
  readonly whitening: Float64Array;
  /** Logarithm of weight × density at the mean. */
  readonly offsets: Float64Array;
}

/** Whether ellipsoids may turn, so that a covariance is a whole matrix. */
export function turns(covariance: Covariance): boolean {
  return covariance === "full" || covariance === "tied";
}

/** What measuring needs, from weights, means and covariances; null when a covariance is not positive definite. */
export function whitened(parts: Omit<Components, "whitening" | "offsets">): Components | null {
  const { covariance, k, d, weights, covariances } = parts;
  const whitening = new Float64Array(covariances.length);
  const offsets = new Float64Array(k);
  const size = covariances.length / k;
  const step = turns(covariance) ? d + 1 : 1;
  for (let j = 0; j < k; j++) {
    const own = covariances.subarray(j * size, (j + 1) * size);
    const factor = turns(covariance) ? inverseCholesky(own, d) : inverseDeviations(own);
    if (factor === null) return null;
    whitening.set(factor, j * size);
    let offset = Math.log(weights[j] as number) - (d / 2) * Math.log(2 * Math.PI);
    for (let at = 0; at < size; at += step) offset += Math.log(factor[at] as number);
    offsets[j] = offset;
  }
  return { ...parts, whitening, offsets };
}

function inverseDeviations(variances: Float64Array): Float64Array | null {
  return variances.every((variance) => variance > 0 && Number.isFinite(variance))
    ? variances.map((variance) => 1 / Math.sqrt(variance))
    : null;
}

/** A saved mixture, ready to measure. InputError when it cannot be one. */
export function componentsOf({ covariance, means, covariances, weights }: Mixture): Components {
  const k = means.length;
  const d = means[0]?.length ?? 0;
  const flat = covariances.map((rows) =>
    turns(covariance) ? flattened(rows) : Float64Array.from(rows, (row, f) => row[f] ?? Number.NaN),
  );
  const size = turns(covariance) ? d * d : d;
  const fits = k > 0 && weights.length === k && covariances.length === k && flat.every(({ length }) => length === size);
  const joined = new Float64Array(k * size);
  if (fits) flat.forEach((own, j) => joined.set(own, j * size));
  const parts = { covariance, k, d, weights: Float64Array.from(weights), means: flattened(means) };
  const components = fits && parts.means.length === k * d ? whitened({ ...parts, covariances: joined }) : null;
  if (components === null) throw new InputError("The saved mixture is damaged. Fit it again.");
  return components;
}

/** The mixture as plain arrays, its components in the order given. */
export function mixtureOf(components: Components, order: readonly number[]): Mixture {
  const { covariance, d, weights, means, covariances } = components;
  const entry = (j: number, f: number, g: number): number => {
    if (turns(covariance)) return covariances[(j * d + f) * d + g] as number;
    return f === g ? (covariances[j * d + f] as number) : 0;
  };
  const matrix = (j: number): number[][] =>
    Array.from({ length: d }, (_, f) => Array.from({ length: d }, (__, g) => entry(j, f, g)));
  return {
    covariance,
    means: placesOf(means, d, order),
    covariances: order.map(matrix),
    weights: order.map((j) => weights[j] as number),
  };
}
