import type { AgglomerativeInput, AgglomerativeOutput, Linkage } from "../../workers/lab/hierarchy";
import type { Matrix } from "../../workers/lab/matrix";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import { centroidChain } from "./centroid-chain";
import { chosenRows } from "./chosen-rows";
import { copheneticCorrelation } from "./cophenetic";
import { cutClusters } from "./cut-clusters";
import { distanceChain } from "./distance-chain";
import { demandGroupable } from "./groupable";
import { orderedMerges, type Links } from "./ordered-merges";
import { singleLinks } from "./prim";

/** Most rows a tree is built on. Complete and average linkage keep all distances: 400 MB for that many rows. */
export const MOST_ROWS: Readonly<Record<Linkage, number>> = {
  ward: 20_000,
  complete: 10_000,
  average: 10_000,
  single: 20_000,
};

/** Up to this many rows Ward's tree comes from all distances too: ties are then broken to the last bit as in scipy. */
const WARD_BY_DISTANCES = 5_000;

/** Most leaves whose pairs are all compared with the tree. */
const COPHENETIC_ROWS = 2_000;

/**
 * Agglomerative clustering of rows by Euclidean distance: the whole merge tree, with the heights of
 * `scipy.cluster.hierarchy.linkage`, and the cut into k clusters that scikit-learn's AgglomerativeClustering makes. Above
 * `MOST_ROWS` the tree is built on a seeded sample and the other rows are assigned, see `cutClusters`. InputError for fewer
 * than two rows, k outside 1 … n, and values whose squares overflow.
 */
export function* agglomerative(input: AgglomerativeInput): Generator<number, AgglomerativeOutput, void> {
  const { matrix, linkage, k, seed } = input;
  demandGroupable(matrix, k);
  const rows = sampleIndices(matrix.n, MOST_ROWS[linkage], seededRandom(seed));
  const leaves = chosenRows(matrix, rows);
  const built = rows.length === matrix.n ? 0.95 : 0.6;
  const merges = orderedMerges(yield* within(linksOf(leaves, linkage), 0, built));
  const few = leaves.n <= COPHENETIC_ROWS;
  const cophenetic = few ? yield* within(copheneticCorrelation(leaves, merges), built, built) : null;
  const tree = { linkage, merges, rows };
  const cut = yield* within(cutClusters({ matrix, tree, k }), built, 1);
  return { ...cut, tree, cophenetic };
}

function linksOf(leaves: Matrix, linkage: Linkage): Generator<number, Links, void> {
  if (linkage === "single") return singleLinks(leaves);
  if (linkage === "ward" && leaves.n > WARD_BY_DISTANCES) return centroidChain(leaves);
  return distanceChain(leaves, linkage);
}
