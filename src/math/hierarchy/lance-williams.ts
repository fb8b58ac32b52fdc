/** The sizes of two clusters that merge, and how far apart they were. */
export interface Merging {
  readonly a: number;
  readonly b: number;
  readonly distance: number;
}

/** Turns distances to cluster b into those to a and b merged: of every other cluster, from both, and its size. */
export type Update = (toA: Float64Array, toB: Float64Array, sizes: Float64Array, n: number, merging: Merging) => void;

/** Formulas of Lance & Williams (1967), Ward's in the form that keeps distances unsquared, as in scipy. */
export const UPDATES: Readonly<Record<"ward" | "complete" | "average", Update>> = {
  ward(toA, toB, sizes, n, { a, b, distance }) {
    for (let i = 0; i < n; i++) {
      const size = sizes[i] as number;
      const share = 1 / (a + b + size);
      const one = toA[i] as number;
      const other = toB[i] as number;
      toB[i] = Math.sqrt(
        (size + a) * share * one * one + (size + b) * share * other * other - size * share * distance * distance,
      );
    }
  },
  complete(toA, toB, _, n) {
    for (let i = 0; i < n; i++) if ((toA[i] as number) > (toB[i] as number)) toB[i] = toA[i] as number;
  },
  average(toA, toB, _, n, { a, b }) {
    for (let i = 0; i < n; i++) toB[i] = (a * (toA[i] as number) + b * (toB[i] as number)) / (a + b);
  },
};
