import type { ClusterTree } from "../../workers/lab/density";
import type { Merges } from "./single-linkage";

/** Merges between two looks at the clock. */
const MERGES_PER_STEP = 1 << 15;

/** The hierarchy without the partings that only lose a few rows; parents before children. */
export interface CondensedTree extends Omit<ClusterTree, "label"> {
  /** For each place the last cluster it was in, and 1 / distance at which it left that. */
  readonly last: Int32Array;
  readonly left: Float64Array;
}

interface Clusters {
  readonly parent: number[];
  readonly birth: number[];
  readonly size: number[];
}

/**
 * Goes down the hierarchy (Campello et al. 2013): where both sides have `minClusterSize` rows, two clusters are born; a
 * smaller side leaves its cluster, row by row at the same 1 / distance. Equal rows never part: which of them merged first
 * says nothing.
 */
export function* condensedTree(merges: Merges, minClusterSize: number): Generator<number, CondensedTree, void> {
  const { n, left, right, distance } = merges;
  const clusters: Clusters = { parent: [-1], birth: [0], size: [n] };
  const cluster = new Int32Array(2 * n - 1);
  // 1 / distance at which a node left its cluster, NaN as long as it is in it.
  const out = new Float64Array(2 * n - 1).fill(Number.NaN);
  const sizeOf = (node: number): number => (node < n ? 1 : (merges.size[node - n] as number));
  for (let m = n - 2; m >= 0; m--) {
    const sides = [left[m] as number, right[m] as number] as const;
    const lambda = 1 / (distance[m] as number);
    const [own, gone] = [cluster[n + m] as number, out[n + m] as number];
    const within = Number.isNaN(gone);
    const parts = within && lambda < Infinity && sides.every((side) => sizeOf(side) >= minClusterSize);
    for (const side of sides) {
      const leaves = within && (lambda === Infinity || sizeOf(side) < minClusterSize);
      out[side] = leaves ? lambda : gone;
      cluster[side] = parts ? bear(clusters, own, lambda, sizeOf(side)) : own;
    }
    if (m % MERGES_PER_STEP === 0) yield 1 - m / n;
  }
  const last = cluster.slice(0, n);
  const leftAt = out.slice(0, n);
  return { ...massOf(clusters, last, leftAt), last, left: leftAt };
}

function bear({ parent, birth, size }: Clusters, own: number, lambda: number, rows: number): number {
  parent.push(own);
  birth.push(lambda);
  size.push(rows);
  return parent.length - 1;
}

/** Adds up how long rows and child clusters stay in each cluster. */
function massOf(clusters: Clusters, last: Int32Array, left: Float64Array): Omit<ClusterTree, "label"> {
  const parent = Int32Array.from(clusters.parent);
  const birth = Float64Array.from(clusters.birth);
  const size = Int32Array.from(clusters.size);
  const death = new Float64Array(parent.length);
  const stability = new Float64Array(parent.length);
  const leave = (cluster: number, lambda: number, rows: number): void => {
    stability[cluster] = (stability[cluster] as number) + (lambda - (birth[cluster] as number)) * rows;
    death[cluster] = Math.max(death[cluster] as number, lambda);
  };
  last.forEach((cluster, place) => leave(cluster, left[place] as number, 1));
  for (let c = 1; c < parent.length; c++) leave(parent[c] as number, birth[c] as number, size[c] as number);
  return { parent, birth, death, size, stability };
}
