import type { SpectralInput, SpectralOutput } from "../../workers/lab/spectral";
import { distinctPoints } from "../distinct";
import { assignRest } from "../hierarchy/assign-rest";
import { chosenRows } from "../hierarchy/chosen-rows";
import { demandGroupable, fewerClusters } from "../hierarchy/groupable";
import { InputError } from "../input-error";
import { kmeans, searchable } from "../kmeans";
import { orderBySize } from "../partition/order-by-size";
import type { Points } from "../points";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import { topEigenvectors } from "./block-krylov";
import { neighbourGraph } from "./neighbour-graph";
import { similarRows, type SpectralGraph } from "./similar-rows";

/** Most rows whose eigenvectors are computed: all similarities of 3,000 rows take 72 MB and a few seconds. */
export const MOST_ROWS = { rbf: 3_000, "nearest-neighbours": 50_000 } as const;

/** Starts of the k-means on the embedding, as many as scikit-learn's. */
const STARTS = 10;

/** Restarts of the search for eigenvectors. */
const RESTARTS = 60;

/** Residual at which an eigenvector is taken, as a share of its eigenvalue. */
const TOLERANCE = 1e-9;

/**
 * Spectral clustering (Shi & Malik 2000; von Luxburg 2007) as scikit-learn's SpectralClustering: k-means on the k least
 * eigenvectors of the normalised Laplacian, each row divided by the square root of its degree. Above `MOST_ROWS` it is
 * fitted on a seeded sample and every other row goes where the nearest sampled row is; `notes` says so. InputError for
 * fewer than two rows, k outside 1 … n, gamma not above 0, fewer than 2 neighbours, and values whose squares overflow.
 */
export function* spectral(input: SpectralInput): Generator<number, SpectralOutput, void> {
  const { matrix, k: wanted, seed, affinity } = input;
  demandGroupable(matrix, wanted);
  const rows = sampleIndices(matrix.n, MOST_ROWS[affinity], seededRandom(seed));
  const sample = chosenRows(matrix, rows);
  const graph = yield* within(graphOf({ ...input, matrix: sample }), 0, 0.5);
  const different = distinctPoints({ ...sample, weights: null }, wanted).length;
  const embedding = yield* within(embedded(graph, different, seed), 0.5, 0.8);
  const fit = yield* within(kmeans(yield* searchable(embedding), { k: different, seed, restarts: STARTS }), 0.8, 0.9);
  const notes = different < wanted ? [fewerClusters(different, wanted)] : [];
  if (fit.k < different) notes.push(`This affinity tells only ${fit.k} groups of rows apart, fewer than asked for.`);
  if (graph.alone > 0 && fit.k > 1) notes.push(likeNoOther(graph.alone));
  if (rows.length < matrix.n) notes.push(sampled(rows.length, matrix.n));
  const all = rows.length < matrix.n ? assignRest(matrix, "single", { rows, labels: fit.labels }) : null;
  const { labels, k } = orderBySize(all ? yield* within(all, 0.9, 1) : fit.labels);
  return { labels, k, notes, fittedOn: rows.length };
}

function graphOf({ matrix, affinity, gamma, neighbours }: SpectralInput): Generator<number, SpectralGraph, void> {
  if (affinity === "rbf") {
    if (!(gamma > 0 && gamma < Infinity)) throw new InputError("Gamma must be a number above 0.");
    return similarRows(matrix, gamma);
  }
  if (!Number.isInteger(neighbours) || neighbours < 2) {
    throw new InputError("The number of neighbours must be 2 or more: a row counts as its own nearest.");
  }
  return neighbourGraph(matrix, neighbours);
}

/** The rows in the space of the graph's k smoothest vectors, shrunk so that the largest coordinate is 1. */
function* embedded(graph: SpectralGraph, k: number, seed: number): Generator<number, Points, void> {
  const { roots } = graph;
  const n = roots.length;
  const random = seededRandom(seed);
  const start = Array.from({ length: k }, () => new Float64Array(n).map(() => random() - 0.5));
  const vectors = yield* smoothest(graph, start);
  const values = new Float64Array(n * k);
  vectors.forEach((vector, c) => vector.forEach((value, i) => (values[i * k + c] = value / (roots[i] as number))));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { values: values.map((value) => value / largest), n, d: k, weights: null };
}

/** A first look tells where the eigenvalues lie that matter; then they are drawn apart. */
function* smoothest(
  { apply, sharpen }: SpectralGraph,
  start: readonly Float64Array[],
): Generator<number, readonly Float64Array[], void> {
  const first = yield* within(
    topEigenvectors(apply, { start, tolerance: TOLERANCE, restarts: sharpen ? 0 : RESTARTS }),
    0,
    0.2,
  );
  const cut = first.values[2 * start.length];
  if (!sharpen || cut === undefined) return first.vectors;
  const search = { start: first.vectors, tolerance: TOLERANCE, restarts: RESTARTS };
  return (yield* within(topEigenvectors(sharpen(cut), search), 0.2, 1)).vectors;
}

function sampled(fittedOn: number, n: number): string {
  return `Fitted on ${fittedOn.toLocaleString("en")} of ${n.toLocaleString("en")} rows, drawn at random; every other row went where the nearest of these is.`;
}

function likeNoOther(rows: number): string {
  const are = rows === 1 ? "1 row is" : `${rows.toLocaleString("en")} rows are`;
  return `${are} like no other with this gamma; a smaller one, or nearest neighbours, would join ${rows === 1 ? "it" : "them"} to others.`;
}
