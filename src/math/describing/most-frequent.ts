/** The segment with most rows at a node of a tree, the first of ties. `counts` holds segment s of a node at `node * k + s`. */
export function mostFrequent(counts: Float64Array, node: number, k: number): number {
  let most = 0;
  for (let s = 1; s < k; s++) {
    if ((counts[node * k + s] as number) > (counts[node * k + most] as number)) most = s;
  }
  return most;
}
