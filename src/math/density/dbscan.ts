import type { DbscanInput, DbscanOutput } from "../../workers/lab/density";
import { InputError } from "../input-error";
import { kdTree, type KdTree } from "../neighbours/kd-tree";
import { nothingFound, radiusQuery, type Found } from "../neighbours/radius-query";
import { measurable } from "../partition/admitted";
import { orderBySize } from "../partition/order-by-size";
import { within } from "../progress";
import { findComponent, type Components } from "./components";
import { connectedCores } from "./connect-cores";
import { corePositions } from "./core-positions";
import { countNoise } from "./noise";

/** Neighbours between two looks at the clock. */
const LOOKED_PER_STEP = 4096;

/**
 * DBSCAN (Ester et al. 1996) with Euclidean distances, as scikit-learn does it: a row with `minSamples` rows within `eps`,
 * itself counted, is a core row; core rows within eps of each other are one cluster; a row that is none itself belongs
 * to the cluster of a core row within eps, of several to the one whose first core row comes first; the others are noise.
 * Memory grows with the rows, not with their neighbours. InputError for no rows, an eps that is not above 0, or a
 * minSamples below 1.
 */
export function* dbscan({ matrix, eps, minSamples }: DbscanInput): Generator<number, DbscanOutput, void> {
  measurable(matrix);
  if (!(eps > 0)) throw new InputError("The distance eps must be above 0.");
  if (!Number.isInteger(minSamples) || minSamples < 1) {
    throw new InputError("The number of neighbours of a core row must be 1 or more.");
  }
  const tree = yield* within(kdTree(matrix), 0, 0.1);
  const core = yield* within(corePositions(tree, eps, minSamples), 0.1, 0.5);
  const sets = yield* within(connectedCores(tree, core, eps), 0.5, 0.9);
  const found = yield* within(labelled(tree, core, sets, eps), 0.9, 1);
  const { labels, k } = orderBySize(found);
  const coreRows = new Uint8Array(matrix.n);
  tree.rows.forEach((row, p) => (coreRows[row] = core[p] as number));
  const coreCount = core.reduce((sum, one) => sum + one, 0);
  return { labels, k, core: coreRows, coreCount, noise: countNoise(labels), notes: notesOn(matrix.n, minSamples, k) };
}

/** For each row the first core row of its cluster, -1 for noise. */
function* labelled(tree: KdTree, core: Uint8Array, sets: Components, eps: number): Generator<number, Int32Array, void> {
  const { n, d, rows, places } = tree;
  const first = firstRows(tree, core, sets);
  const labels = new Int32Array(n);
  const found = nothingFound();
  let looked = 0;
  for (let p = 0; p < n; p++) {
    if (core[p] === 0) looked += radiusQuery(tree, places, p * d, eps, found);
    const label = core[p] === 1 ? (first[p] as number) : lowest(first, found);
    labels[rows[p] as number] = label < n ? label : -1;
    if (++looked > LOOKED_PER_STEP) {
      looked = 0;
      yield p / n;
    }
  }
  return labels;
}

function lowest(first: Int32Array, { positions, count }: Found): number {
  let least = first.length;
  for (let at = 0; at < count; at++) least = Math.min(least, first[positions[at] as number] as number);
  return least;
}

/** For each core position the lowest core row it is connected with, for the others n. */
function firstRows({ n, rows }: KdTree, core: Uint8Array, sets: Components): Int32Array {
  const ofSet = new Int32Array(n).fill(n);
  for (let p = 0; p < n; p++) {
    const set = findComponent(sets, p);
    if (core[p] === 1) ofSet[set] = Math.min(ofSet[set] as number, rows[p] as number);
  }
  return Int32Array.from(core, (one, p) => (one === 1 ? (ofSet[findComponent(sets, p)] as number) : n));
}

function notesOn(n: number, minSamples: number, k: number): string[] {
  if (minSamples > n)
    return [`No row can have ${minSamples} neighbours, because there are only ${n} rows: all are noise.`];
  return k === 0 ? ["No row has enough neighbours within eps, so all are noise. A larger eps finds clusters."] : [];
}
