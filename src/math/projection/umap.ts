import type { PrincipalAxes, UmapInput, UmapOutput } from "../../workers/lab/projection";
import { InputError } from "../input-error";
import { kNearest } from "../neighbours/k-nearest";
import { within } from "../progress";
import { fuzzyMemberships } from "./fuzzy-memberships";
import { membershipCurve } from "./membership-curve";
import { neighbourMap, type Drawn, type Ground } from "./neighbour-map";
import { mutual } from "./neighbour-graph";
import { umapLayout } from "./umap-layout";

/** Where the layout starts, as umap-learn: the farthest row from the middle along an axis, and a jitter that parts equal rows. */
const START_RADIUS = 10;
const JITTER = 1e-4;

/** Rows up to which more epochs are affordable (as umap-learn), and how many. */
const FEW_ROWS = 10_000;
const EPOCHS = { few: 500, many: 200 };

/**
 * UMAP (McInnes, Healy & Melville 2018) with exact Euclidean neighbours, started from the principal axes. Seeded: the same
 * input gives the same map to the last bit. With no more rows than `neighbours`, these are one fewer than rows and `notes` says so.
 * Samples and special cases as `neighbourMap`. InputError for fewer than 2 neighbours, a `minDist` outside 0 … 1 or no epoch.
 */
export function* umap(input: UmapInput): Generator<number, UmapOutput, void> {
  refuse(input);
  const rows = Math.min(input.matrix.n, Math.floor(input.sample));
  const neighbours = Math.min(input.neighbours, Math.max(2, rows - 1));
  const epochs = input.epochs ?? (rows <= FEW_ROWS ? EPOCHS.few : EPOCHS.many);
  const map = yield* neighbourMap(input, (ground) => draw(ground, input, neighbours, epochs));
  return { ...map, neighbours, epochs };
}

function refuse({ neighbours, minDist, epochs }: UmapInput): void {
  if (!Number.isInteger(neighbours) || neighbours < 2)
    throw new InputError("The number of neighbours must be 2 or more.");
  if (!(minDist >= 0 && minDist <= 1)) throw new InputError("The minimum distance must be between 0 and 1.");
  if (epochs !== null && !(Number.isInteger(epochs) && epochs >= 1))
    throw new InputError("The number of epochs must be 1 or more.");
}

function* draw(
  { matrix, axes, random }: Ground,
  { neighbours: wanted, minDist }: UmapInput,
  neighbours: number,
  epochs: number,
): Generator<number, Drawn, void> {
  const lists = yield* within(kNearest(matrix, neighbours - 1), 0, 0.3);
  const strengths = yield* within(fuzzyMemberships(lists), 0.3, 0.33);
  const graph = yield* within(mutual(lists, strengths, union), 0.33, 0.35);
  const coordinates = startFrom(axes, random);
  const { components } = axes;
  const curve = membershipCurve(minDist);
  yield* within(umapLayout({ graph, coordinates, components, curve, epochs, random }), 0.35, 1);
  return { coordinates, notes: neighbours < wanted ? [fewer(neighbours, wanted)] : [] };
}

/** The probability that at least one of two independent memberships holds. */
function union(there: number, back: number): number {
  return there + back - there * back;
}

function startFrom({ coordinates }: PrincipalAxes, random: () => number): Float64Array {
  const farthest = coordinates.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return coordinates.map((value) => (value / farthest) * START_RADIUS + JITTER * (random() - 0.5));
}

function fewer(neighbours: number, wanted: number): string {
  return `There are too few customers for neighbourhoods of ${wanted}, so each has ${neighbours}.`;
}
