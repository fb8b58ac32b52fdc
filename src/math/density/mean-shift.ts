import type { MeanShiftInput, MeanShiftOutput } from "../../workers/lab/density";
import type { Matrix } from "../../workers/lab/matrix";
import { InputError } from "../input-error";
import { kdTree, type KdTree } from "../neighbours/kd-tree";
import { measurable } from "../partition/admitted";
import { assignToPlaces } from "../partition/nearest-places";
import { orderBySize } from "../partition/order-by-size";
import { gathered } from "../points";
import { within } from "../progress";
import { binSeeds } from "./bin-seeds";
import { estimatedBandwidth, type Bandwidth } from "./estimate-bandwidth";
import { flatKernel } from "./flat-kernel";
import { countNoise } from "./noise";
import { peaks } from "./peaks";
import { separatePeaks } from "./separate-peaks";

/** With more rows climbs start from the cells of a grid, not from every row. */
const MOST_SEEDS = 10_000;

/** An estimate of 0 becomes this share of the extent of the rows, so that only equal rows are together. */
const SMALLEST_SHARE = 1e-6;

/**
 * Mean shift (Comaniciu & Meer 2002) with a flat kernel, as scikit-learn does it: from every seed the mean of the rows
 * within `bandwidth` is climbed to, of peaks within a bandwidth of each other the most intense stays, and a row belongs to
 * the nearest. Above 10,000 rows seeds are the cells of a grid as fine as the bandwidth, and the bandwidth is estimated
 * on a sample; `notes` says so. InputError for no rows, a bandwidth that is not above 0, or a quantile outside 0 … 1.
 */
export function* meanShift(input: MeanShiftInput): Generator<number, MeanShiftOutput, void> {
  refuse(input);
  const { matrix, clusterAll } = input;
  const tree = yield* within(kdTree(matrix), 0, 0.02);
  const { bandwidth, notes } = yield* within(bandwidthOf(input, tree), 0.02, 0.13);
  const binned = input.binSeeding || matrix.n > MOST_SEEDS;
  const seeds = binned ? yield* within(binSeeds(matrix, bandwidth), 0.13, 0.15) : matrix.values;
  if (binned && !input.binSeeding) notes.push(gridNote(matrix, seeds));
  const found = yield* within(peaks(flatKernel(tree, bandwidth), seeds, bandwidth), 0.15, 0.85);
  const modes = yield* within(separatePeaks(found, matrix.d, bandwidth), 0.85, 0.95);
  const { labels: nearest, distances } = yield* within(assignToPlaces(matrix, modes, "euclidean"), 0.95, 1);
  const kept = clusterAll ? nearest : nearest.map((label, i) => ((distances[i] as number) <= bandwidth ? label : -1));
  const { labels, k, order } = orderBySize(kept);
  return {
    labels,
    k,
    modes: gathered({ ...matrix, values: modes, weights: null }, order).values,
    bandwidth,
    seeds: seeds.length / matrix.d,
    noise: countNoise(labels),
    notes,
  };
}

function refuse({ matrix, bandwidth, quantile }: MeanShiftInput): void {
  measurable(matrix);
  if (bandwidth !== null && !(bandwidth > 0 && bandwidth < Infinity)) {
    throw new InputError("The bandwidth must be above 0.");
  }
  if (!(quantile >= 0 && quantile <= 1)) throw new InputError("The quantile must be between 0 and 1.");
}

function* bandwidthOf(
  { matrix, bandwidth: given, quantile, seed }: MeanShiftInput,
  tree: KdTree,
): Generator<number, { bandwidth: number; notes: string[] }, void> {
  if (given !== null) return { bandwidth: given, notes: [] };
  const { bandwidth, rows }: Bandwidth = yield* estimatedBandwidth(matrix, quantile, seed);
  const notes = rows < matrix.n ? [`The bandwidth was estimated on ${rows} rows drawn at random.`] : [];
  if (bandwidth > 0) return { bandwidth, notes };
  const extent = extentOf(tree);
  notes.push(
    extent > 0
      ? "The estimated bandwidth is 0, because most rows are equal: only equal rows are together. Give a bandwidth to group more."
      : "All rows are equal, so there is one cluster.",
  );
  return { bandwidth: extent > 0 ? SMALLEST_SHARE * extent : 1, notes };
}

/** The diagonal of the box around all rows. */
function extentOf({ low, high, d }: KdTree): number {
  let square = 0;
  for (let f = 0; f < d; f++) square += ((high[f] as number) - (low[f] as number)) ** 2;
  return Math.sqrt(square);
}

function gridNote({ n, d }: Matrix, seeds: Float64Array): string {
  return `With ${n} rows the search for peaks starts from the ${seeds.length / d} filled cells of a grid, not from every row.`;
}
