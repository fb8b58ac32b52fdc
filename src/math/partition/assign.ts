import type { Matrix } from "../../workers/lab/matrix";
import type { AssignInput, AssignOutput, Metric, Mixture } from "../../workers/lab/partition";
import { InputError } from "../input-error";
import { finish } from "../progress";
import { measurable } from "./admitted";
import { componentsOf } from "./mixture-components";
import { assignToPlaces, placed, type Placement } from "./nearest-places";
import { flattened } from "./places";
import { mixturePosteriors, type Posteriors } from "./posteriors";

/**
 * Places rows in the clusters of a saved model: the nearest centroid or medoid, or the likeliest component of a mixture.
 * InputError when the model and the matrix differ in features or the model is damaged.
 */
export function* assign({ matrix, model }: AssignInput): Generator<number, AssignOutput, void> {
  const rows = measurable(matrix);
  if (model.kind === "mixture") {
    const components = componentsOf(model.mixture);
    sameFeatures(components.d, matrix.d);
    const { labels, confidence } = yield* mixturePosteriors(rows, components);
    return { labels, k: components.k, distances: null, confidence };
  }
  const { labels, distances } = yield* assignToPlaces(rows, readPlaces(model.places, matrix.d), model.metric);
  return { labels, k: model.places.length, distances, confidence: null };
}

/** The nearest of the places for each row of a chunk, in one go. InputError as `assign`. */
export function assignToCentroids(
  chunk: Matrix,
  places: readonly (readonly number[])[],
  metric: Metric = "euclidean",
): Placement {
  return placed(chunk, readPlaces(places, chunk.d), metric);
}

/** The likeliest component of the mixture for each row of a chunk, in one go. InputError as `assign`. */
export function predictMixture(chunk: Matrix, mixture: Mixture): Posteriors {
  const components = componentsOf(mixture);
  sameFeatures(components.d, chunk.d);
  return finish(mixturePosteriors(chunk, components));
}

function readPlaces(places: readonly (readonly number[])[], d: number): Float64Array {
  if (places.length === 0) throw new InputError("The saved model has no clusters. Fit it again.");
  for (const place of places) sameFeatures(place.length, d);
  return flattened(places);
}

function sameFeatures(saved: number, here: number): void {
  if (saved !== here) {
    throw new InputError(
      `The saved model knows ${saved} features and these rows have ${here}. Choose the same features.`,
    );
  }
}
