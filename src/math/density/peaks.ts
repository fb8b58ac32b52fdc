import { shift, type FlatKernel } from "./flat-kernel";

/** Where climbs ended, one behind the other, and the rows in the kernel there. */
export interface Peaks {
  readonly places: Float64Array;
  readonly intensity: Float64Array;
}

/** Shifts from one seed, at most. */
const MOST_SHIFTS = 301;

/** A shift of this share of the bandwidth is the last. */
const STANDSTILL = 1e-3;

/** Boxes and rows looked at between two looks at the clock. */
const LOOKED_PER_STEP = 1 << 16;

/** Climbs from every seed to where the density peaks. A seed without a row in its kernel stays, with intensity 0. */
export function* peaks(kernel: FlatKernel, seeds: Float64Array, radius: number): Generator<number, Peaks, void> {
  const { d } = kernel.tree;
  const places = seeds.slice();
  const count = seeds.length / d;
  const intensity = new Float64Array(count);
  for (let s = 0; s < count; s++) {
    const place = places.subarray(s * d, s * d + d);
    for (let shifts = 0; shifts < MOST_SHIFTS && shift(kernel, place) > STANDSTILL * radius; shifts++) {
      if (kernel.looked < LOOKED_PER_STEP) continue;
      kernel.looked = 0;
      yield s / count;
    }
    intensity[s] = kernel.count;
  }
  return { places, intensity };
}
