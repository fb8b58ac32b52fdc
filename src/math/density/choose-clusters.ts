import type { ClusterTree } from "../../workers/lab/density";

type Bare = Pick<ClusterTree, "parent" | "birth" | "stability">;

/**
 * Which clusters of the tree are the answer, 1 or 0 each, as scikit-learn's HDBSCAN chooses them; never the first, which
 * holds every row. `eom`: those that together have the largest excess of mass, none inside another; `leaf`: those that
 * part no further. With an `epsilon` above 0, those born below that distance give way to the lowest ancestor born above
 * it (Malzer & Baum 2020).
 */
export function chosenClusters(tree: Bare, method: "eom" | "leaf", epsilon: number): Uint8Array {
  const chosen = method === "eom" ? mostMass(tree) : leaves(tree);
  return epsilon > 0 ? raised(tree, chosen, epsilon) : chosen;
}

function mostMass({ parent, stability }: Bare): Uint8Array {
  const chosen = new Uint8Array(parent.length);
  const below = new Float64Array(parent.length);
  for (let c = parent.length - 1; c > 0; c--) {
    const own = stability[c] as number;
    const children = below[c] as number;
    chosen[c] = children > own ? 0 : 1;
    below[parent[c] as number] = (below[parent[c] as number] as number) + Math.max(children, own);
  }
  return outermost(parent, chosen);
}

function outermost(parent: Int32Array, chosen: Uint8Array): Uint8Array {
  const covered = new Uint8Array(parent.length);
  return chosen.map((one, c) => {
    const above = c > 0 ? (covered[parent[c] as number] as number) : 0;
    covered[c] = above | one;
    return above === 1 ? 0 : one;
  });
}

function leaves({ parent }: Bare): Uint8Array {
  const chosen = new Uint8Array(parent.length).fill(1);
  chosen[0] = 0;
  for (let c = 1; c < parent.length; c++) chosen[parent[c] as number] = 0;
  return chosen;
}

function raised(tree: Bare, chosen: Uint8Array, epsilon: number): Uint8Array {
  const instead = new Uint8Array(chosen.length);
  chosen.forEach((one, c) => {
    if (one === 1) instead[1 / (tree.birth[c] as number) < epsilon ? ancestor(tree, c, epsilon) : c] = 1;
  });
  return instead;
}

/** The lowest ancestor born above `epsilon`, or the one right below the first cluster. */
function ancestor({ parent, birth }: Bare, cluster: number, epsilon: number): number {
  let c = cluster;
  for (let above = parent[c] as number; above > 0; above = parent[c] as number) {
    c = above;
    if (1 / (birth[c] as number) > epsilon) break;
  }
  return c;
}
