/** Disjoint sets of 0 … n - 1: the parent of each, a set's first member its own. */
export type Components = Int32Array;

/** Every member in a set of its own. */
export function components(n: number): Components {
  return Int32Array.from({ length: n }, (_, i) => i);
}

/** The first member of the set that `i` is in; the way there is halved for the next time (Tarjan & van Leeuwen 1984). */
export function findComponent(parents: Components, i: number): number {
  let at = i;
  let parent = parents[at] as number;
  while (parent !== at) {
    const above = parents[parent] as number;
    parents[at] = above;
    at = above;
    parent = parents[at] as number;
  }
  return at;
}

/** Makes one set of two; false when they were one. */
export function joinComponents(parents: Components, i: number, j: number): boolean {
  const a = findComponent(parents, i);
  const b = findComponent(parents, j);
  if (a === b) return false;
  parents[Math.max(a, b)] = Math.min(a, b);
  return true;
}
