import type { SpectralInput, SpectralOutput } from "../../workers/lab/spectral";
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
const RESTARTS = 10;

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
  const embedding = yield* within(embedded(graph, wanted, seed), 0.5, 0.8);
  const fit = yield* within(kmeans(yield* searchable(embedding), { k: wanted, seed, restarts: RESTARTS }), 0.8, 0.9);
  const notes = fit.k < wanted ? [fewerClusters(fit.k, wanted)] : [];
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
function* embedded({ apply, roots }: SpectralGraph, k: number, seed: number): Generator<number, Points, void> {
  const n = roots.length;
  const random = seededRandom(seed);
  const vectors = yield* topEigenvectors(apply, { n, k, tolerance: TOLERANCE, random });
  const values = new Float64Array(n * k);
  vectors.forEach((vector, c) => vector.forEach((value, i) => (values[i * k + c] = value / (roots[i] as number))));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { values: values.map((value) => value / largest), n, d: k, weights: null };
}

function sampled(fittedOn: number, n: number): string {
  return `Fitted on ${fittedOn.toLocaleString("en")} of ${n.toLocaleString("en")} rows, drawn at random; every other row went where the nearest of these is.`;
}
