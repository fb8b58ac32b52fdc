import type { Matrix } from "../../workers/lab/matrix";
import type { NeighbourMap, PrincipalAxes } from "../../workers/lab/projection";
import { InputError } from "../input-error";
import { gathered } from "../points";
import { within } from "../progress";
import { sampleIndices, seededRandom } from "../random";
import { placedRows } from "./placed-rows";
import { principalAxes } from "./principal-axes";

/** Fewer rows have no neighbourhoods to draw. */
const FEWEST = 4;

/** What is mapped, and how. */
export interface MapInput {
  readonly matrix: Matrix;
  readonly components: 2 | 3;
  readonly seed: number;
  readonly sample: number;
}

/** The rows a map is made from. */
export interface Ground {
  readonly matrix: Matrix;
  readonly axes: PrincipalAxes;
  readonly random: () => number;
}

/** A map of the ground: its coordinates, and sentences about what could not be done as asked. */
export type Drawn = Pick<NeighbourMap, "coordinates" | "notes">;

/**
 * Draws a map of all rows, or of a seeded sample and places the rest by `placedRows`; the same seed gives the same map to the
 * last bit. Fewer than four rows, or rows that are all equal, are shown on their principal axes; `notes` says either.
 * InputError as `principalAxes`, or for a sample of fewer than four rows.
 */
export function* neighbourMap(
  { matrix, components, seed, sample }: MapInput,
  draw: (ground: Ground) => Generator<number, Drawn, void>,
): Generator<number, NeighbourMap, void> {
  if (!(sample >= FEWEST)) throw new InputError(`The map must be made from at least ${FEWEST} customers.`);
  const random = seededRandom(seed);
  const fitted = sampleIndices(matrix.n, Math.floor(sample), random);
  const whole = fitted.length === matrix.n;
  const known: Matrix = whole ? matrix : { n: fitted.length, ...gathered({ ...matrix, weights: null }, fitted) };
  const axes = yield* within(principalAxes({ matrix: known, components }), 0, 0.02);
  if (known.n < FEWEST || axes.explained[0] === 0) return yield* onPrincipalAxes(matrix, components);
  const { coordinates, notes } = yield* within(draw({ matrix: known, axes, random }), 0.02, whole ? 1 : 0.9);
  if (whole) return { coordinates, components, fittedOn: known.n, notes };
  return {
    coordinates: yield* within(placedRows(matrix, fitted, known, coordinates), 0.9, 1),
    components,
    fittedOn: known.n,
    notes: [...notes, sampled(known.n)],
  };
}

function* onPrincipalAxes(matrix: Matrix, components: 2 | 3): Generator<number, NeighbourMap, void> {
  const { coordinates, notes } = yield* principalAxes({ matrix, components });
  const instead =
    "There are too few different customers for a map of neighbours, so they are shown on their principal axes.";
  return { coordinates, components, fittedOn: matrix.n, notes: [instead, ...notes] };
}

function sampled(size: number): string {
  const count = size.toLocaleString("en");
  return `The map was made from ${count} customers drawn at random; each of the others was placed among the 3 of these that are most like it.`;
}
