/**
 * For each of the `k` clusters of `reference` its Jaccard index with the most similar of the `k` clusters of `found` (Hennig
 * 2007): rows in both by rows in either. Labels are 0 … k - 1 for every row. A cluster without rows has 0.
 */
export function clusterJaccard(reference: Int32Array, found: Int32Array, k: number): Float64Array {
  const both = new Float64Array(k * k);
  const sizes = new Float64Array(k);
  const foundSizes = new Float64Array(k);
  for (let i = 0; i < reference.length; i++) {
    const a = reference[i] as number;
    const b = found[i] as number;
    both[a * k + b] = (both[a * k + b] as number) + 1;
    sizes[a] = (sizes[a] as number) + 1;
    foundSizes[b] = (foundSizes[b] as number) + 1;
  }
  return sizes.map((size, a) => {
    let most = 0;
    for (let b = 0; b < k; b++) {
      const shared = both[a * k + b] as number;
      if (shared > 0) most = Math.max(most, shared / (size + (foundSizes[b] as number) - shared));
    }
    return most;
  });
}
