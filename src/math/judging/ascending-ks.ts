import { InputError } from "../input-error";

/** Numbers of clusters, each once, ascending. InputError when there is none, or one is not a whole number from 1. */
export function ascendingKs(ks: readonly number[]): number[] {
  const wanted = [...new Set(ks)].sort((a, b) => a - b);
  if (wanted.length === 0) throw new InputError("Choose at least one number of clusters to try.");
  if (wanted.some((k) => !Number.isInteger(k) || k < 1))
    throw new InputError("Numbers of clusters must be whole numbers from 1.");
  return wanted;
}
