import type { CutInput, CutOutput } from "../../workers/lab/hierarchy";
import { distinctPoints } from "../distinct";
import { orderBySize } from "../partition/order-by-size";
import { assignRest } from "./assign-rest";
import { chosenRows } from "./chosen-rows";
import { cutTree } from "./cut-tree";
import { dendrogram } from "./dendrogram";
import { demandGroupable, fewerClusters } from "./groupable";

/**
 * k clusters from a tree that was built before: at once where it holds all rows. Where it was built on a sample, the other
 * rows are assigned again, and `notes` says so. With fewer different rows in the tree than k, k is that number.
 */
export function* cutClusters({ matrix, tree, k: wanted }: CutInput): Generator<number, CutOutput, void> {
  demandGroupable(matrix, wanted);
  const { rows, merges, linkage } = tree;
  const fittedOn = rows.length;
  const k = distinctPoints({ ...chosenRows(matrix, rows), weights: null }, wanted).length;
  const notes = k < wanted ? [fewerClusters(k, wanted)] : [];
  const cut = cutTree(merges, fittedOn, k);
  if (fittedOn === matrix.n) return { labels: cut, k, notes, fittedOn, dendrogram: dendrogram(merges, cut) };
  notes.push(
    `The tree was built on ${fittedOn.toLocaleString("en")} of ${matrix.n.toLocaleString("en")} rows, drawn at random; every other row went to the cluster nearest to it.`,
  );
  const { labels } = orderBySize(yield* assignRest(matrix, linkage, { rows, labels: cut }));
  const ofLeaves = rows.map((row) => labels[row] as number);
  return { labels, k, notes, fittedOn, dendrogram: dendrogram(merges, ofLeaves) };
}
