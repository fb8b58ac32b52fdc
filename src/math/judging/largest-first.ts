/** Labels 0 … k - 1 numbered anew, 0 for the largest cluster, ties by the first row; and the sizes in that order. */
export function largestFirst(labels: Int32Array, k: number): { labels: Int32Array; sizes: number[] } {
  const sizes = new Array<number>(k).fill(0);
  const first = new Array<number>(k).fill(labels.length);
  labels.forEach((label, i) => {
    sizes[label] = (sizes[label] ?? 0) + 1;
    first[label] = Math.min(first[label] ?? i, i);
  });
  const order = Array.from(sizes.keys()).sort(
    (a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (first[a] ?? 0) - (first[b] ?? 0),
  );
  const place = new Int32Array(k);
  for (const [at, label] of order.entries()) place[label] = at;
  return { labels: labels.map((label) => place[label] as number), sizes: order.map((label) => sizes[label] ?? 0) };
}
