import type { Covariance } from "../../workers/lab/partition";
import { turns, whitened, type Components } from "./mixture-components";

/** Added to every variance so that none is 0; scikit-learn's `reg_covar`. */
export const SMALLEST_VARIANCE = 1e-6;

/** Sums over rows weighted by posterior, about reference means, so that differences of squares keep their digits. */
export interface Moments {
  readonly covariance: Covariance;
  readonly d: number;
  /** k × d, what differences are taken from. */
  readonly about: Float64Array;
  readonly mass: Float64Array;
  readonly first: Float64Array;
  /** k × d × d (lower triangles) or k × d. */
  readonly second: Float64Array;
}

/** Empty sums about the means `about` (k × d). */
export function momentsAbout(about: Float64Array, d: number, covariance: Covariance): Moments {
  const k = about.length / d;
  return {
    covariance,
    d,
    about,
    mass: new Float64Array(k),
    first: new Float64Array(k * d),
    second: new Float64Array(turns(covariance) ? k * d * d : k * d),
  };
}

/** Adds the row that begins at `base`, shared out by its posterior. */
export function addRow(moments: Moments, values: Float64Array, base: number, posterior: Float64Array): void {
  const { mass, d, first, about, second, covariance } = moments;
  const whole = turns(covariance);
  for (let j = 0; j < mass.length; j++) {
    const share = posterior[j] as number;
    if (share === 0) continue;
    mass[j] = (mass[j] as number) + share;
    for (let f = 0, at = j * d; f < d; f++, at++) {
      const away = (values[base + f] as number) - (about[at] as number);
      const weighted = share * away;
      first[at] = (first[at] as number) + weighted;
      if (!whole) {
        second[at] = (second[at] as number) + weighted * away;
        continue;
      }
      for (let g = 0, m = j * d, s = (j * d + f) * d; g <= f; g++, m++, s++) {
        second[s] = (second[s] as number) + weighted * ((values[base + g] as number) - (about[m] as number));
      }
    }
  }
}

/** The most likely components given the sums (the M step), or null when a covariance is not positive definite. */
export function componentsFrom(moments: Moments): Components | null {
  const { covariance, d, about, first } = moments;
  // scikit-learn's guard against a component without rows.
  const mass = moments.mass.map((rows) => rows + 10 * Number.EPSILON);
  const total = mass.reduce((sum, rows) => sum + rows, 0);
  const shift = first.map((sum, at) => sum / (mass[Math.floor(at / d)] as number));
  const own = turns(covariance) ? matrices(moments, mass, shift) : variances(moments, mass, shift);
  const covariances = restricted(own, covariance, mass, total, d);
  const step = turns(covariance) ? d : 1;
  for (let row = 0; row < mass.length * d; row++) {
    const at = turns(covariance) ? row * step + (row % d) : row;
    covariances[at] = (covariances[at] as number) + SMALLEST_VARIANCE;
  }
  const weights = mass.map((rows) => rows / total);
  return whitened({
    covariance,
    k: mass.length,
    d,
    weights,
    means: about.map((at, f) => at + (shift[f] as number)),
    covariances,
  });
}

function matrices({ d, second }: Moments, mass: Float64Array, shift: Float64Array): Float64Array {
  const covariances = new Float64Array(second.length);
  for (let j = 0; j < mass.length; j++) {
    for (let f = 0; f < d; f++) {
      for (let g = 0; g <= f; g++) {
        const at = (j * d + f) * d + g;
        const moved = (shift[j * d + f] as number) * (shift[j * d + g] as number);
        const value = (second[at] as number) / (mass[j] as number) - moved;
        covariances[at] = value;
        covariances[(j * d + g) * d + f] = value;
      }
    }
  }
  return covariances;
}

function variances({ d, second }: Moments, mass: Float64Array, shift: Float64Array): Float64Array {
  return second.map((sum, at) => sum / (mass[Math.floor(at / d)] as number) - (shift[at] as number) ** 2);
}

/** Covariances in the shape asked for: pooled over components if tied, averaged over features if balls. */
function restricted(
  own: Float64Array,
  covariance: Covariance,
  mass: Float64Array,
  total: number,
  d: number,
): Float64Array {
  if (covariance === "tied") {
    const size = d * d;
    const pooled = new Float64Array(size);
    own.forEach((value, at) => {
      pooled[at % size] = (pooled[at % size] as number) + (value * (mass[Math.floor(at / size)] as number)) / total;
    });
    return own.map((_, at) => pooled[at % size] as number);
  }
  if (covariance === "spherical") {
    return own.map((_, at) => {
      const from = Math.floor(at / d) * d;
      return own.subarray(from, from + d).reduce((sum, value) => sum + value, 0) / d;
    });
  }
  return own;
}
