import { distinctPoints } from "./distinct";
import { improveByMoves } from "./hartigan";
import { InputError } from "./input-error";
import { lloyd, type Fit } from "./lloyd";
import type { Points } from "./points";
import { within } from "./progress";
import { seededRandom } from "./random";
import { fitSample } from "./sample-fit";
import { summarise } from "./summary";
import { grown, improveBySwaps } from "./swap";

/** Cells of the summary on which restarts compete. */
const CELLS = 1024;

/** Swaps tried per cluster after the restarts, on a full summary. */
const SWAPS_PER_CLUSTER = 8;

/** Different solutions of the summary that are refined over every row, unless a tolerance says that one will do. */
const FINALISTS = 2;

/** Inertias closer than this share are the same solution. */
const SAME = 5e-4;

/** A solution this much worse on the summary does not win over every row. */
const WORSE = 0.005;

/** How to look for the best k-means solution. */
export interface Search {
  readonly k: number;
  readonly seed: number;
  readonly restarts: number;
  /** Over every point, a step that lowers the inertia by less than this share is the last; without it, none is spared. */
  readonly tolerance?: number;
  /** The fit of the summary with one cluster fewer, if known: growing it competes with the restarts. */
  readonly fewer?: Fit;
}

/** A fit over every point, with plain sentences about what could not be done as asked. */
export interface KMeans extends Fit {
  readonly k: number;
  /** The best fit of the summary. */
  readonly outline: Fit;
  readonly notes: readonly string[];
}

/** Points with the summary made once, so that several k can share it. */
export interface Searchable {
  readonly points: Points;
  readonly summary: Points;
}

/** Summarises the points for `kmeans`. InputError when there are none, or values too large to square. */
export function* searchable(points: Points): Generator<number, Searchable, void> {
  if (points.n === 0) throw new InputError("There are no customers to group.");
  if (!measurable(points)) {
    throw new InputError("The values are too large to measure distances between. Choose a scaling.");
  }
  return { points, summary: yield* summarise(points, CELLS) };
}

/**
 * k-means. `restarts` seeded fits of ml-kmeans on samples compete on the summary, the best is improved there by random
 * swaps, and the best different solutions are refined over every point until no label changes, or `tolerance` is
 * met; the lowest inertia wins and, without a tolerance, is improved by moving single points.
 * The same seed gives the same answer. With fewer distinct points than k, k is that number and `notes` says so.
 */
export function* kmeans(
  data: Searchable,
  { k: wanted, seed, restarts, tolerance = 0, fewer: less }: Search,
): Generator<number, KMeans, void> {
  if (!Number.isInteger(wanted) || wanted < 1) throw new InputError("The number of clusters must be 1 or more.");
  const { points, summary } = data;
  const anchors = distinctPoints(points, wanted);
  const k = anchors.length;
  const notes = k < wanted ? [fewer(k, wanted)] : [];
  const random = seededRandom(seed);
  const candidates: Fit[] = [];
  const tries = k === 1 ? 1 : Math.max(1, restarts);
  for (let r = 0; r < tries; r++) {
    const start = k === 1 || k < wanted ? placesOf(points, anchors) : fitSample(points, anchors, random);
    candidates.push(yield* within(lloyd(summary, start), 0, 0));
    yield (0.3 * (r + 1)) / tries;
  }
  // Points without a summary are few: they get so many more swaps that this start is not needed.
  if (less && k === wanted && summary !== points)
    candidates.push(yield* within(lloyd(summary, grown(summary, less, random)), 0.3, 0.3));
  const [best] = candidates.sort(byInertia) as [Fit];
  if (k > 1 && k === wanted) {
    candidates.push(yield* within(improveBySwaps(summary, best, k * swapsPerCluster(summary), random), 0.3, 0.6));
  }
  const rivals = tolerance > 0 && points !== summary ? 1 : FINALISTS;
  const finalists = different(candidates.sort(byInertia)).slice(0, rivals);
  const refined: Fit[] = [];
  for (const [f, { centroids }] of finalists.entries()) {
    refined.push(
      yield* within(
        lloyd(points, centroids, 1000, points === summary ? 0 : tolerance),
        0.6 + 0.4 * (f / finalists.length),
        1,
      ),
    );
  }
  const [lowest] = refined.sort(byInertia) as [Fit];
  const settled = tolerance > 0 ? lowest : yield* within(improveByMoves(points, lowest), 1, 1);
  return { ...settled, k, outline: finalists[0] as Fit, notes };
}

/** The fewer points, the cheaper a trial: at most eight times as many where a summary is not full. */
function swapsPerCluster({ n }: Points): number {
  return n < CELLS ? SWAPS_PER_CLUSTER * Math.min(8, Math.floor((2 * CELLS) / n)) : SWAPS_PER_CLUSTER;
}

function different(fits: readonly Fit[]): Fit[] {
  const kept: Fit[] = [];
  const limit = (fits[0]?.inertia ?? 0) * (1 + WORSE);
  for (const fit of fits) {
    if (fit.inertia <= limit && kept.every(({ inertia }) => fit.inertia > inertia * (1 + SAME))) kept.push(fit);
  }
  return kept;
}

function byInertia(a: Fit, b: Fit): number {
  return a.inertia - b.inertia;
}

function placesOf({ values, d }: Points, anchors: readonly number[]): Float64Array {
  return Float64Array.from(anchors.flatMap((i) => Array.from(values.subarray(i * d, i * d + d))));
}

function measurable({ values }: Points): boolean {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] as number) * (values[i] as number);
  return Number.isFinite(squares);
}

function fewer(k: number, wanted: number): string {
  const places = k === 1 ? "All customers have the same values" : `Only ${k} different combinations of values exist`;
  return `${places}, so there ${k === 1 ? "is 1 cluster" : `are ${k} clusters`} instead of ${wanted}.`;
}
