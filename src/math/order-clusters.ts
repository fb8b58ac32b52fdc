/**
 * For each cluster its place when ordered by the sum of polarity × scaled centroid, least first; equals are ordered by
 * their coordinates, so the order never depends on how a search happened to number them.
 */
export function meaningOrder(centroids: readonly (readonly number[])[], polarity: readonly (1 | -1)[]): number[] {
  const worth = centroids.map((centroid) => centroid.reduce((sum, value, f) => sum + value * (polarity[f] ?? 1), 0));
  const order = Array.from(centroids.keys()).sort(
    (a, b) => (worth[a] as number) - (worth[b] as number) || byCoordinates(centroids[a] ?? [], centroids[b] ?? []),
  );
  const place: number[] = new Array<number>(order.length);
  for (const [at, cluster] of order.entries()) place[cluster] = at;
  return place;
}

function byCoordinates(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, f) => value !== b[f]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
