import type { PrincipalAxes, TsneInput, TsneOutput } from "../../workers/lab/projection";
import { InputError } from "../input-error";
import { kNearest } from "../neighbours/k-nearest";
import { within } from "../progress";
import { mutual } from "./neighbour-graph";
import { neighbourMap, type Drawn, type Ground } from "./neighbour-map";
import { attention } from "./perplexity";
import { tsneLayout } from "./tsne-layout";

/** Neighbours looked at per unit of perplexity: those beyond hardly count. */
const NEIGHBOURS = 3;

/** Where the layout starts (Kobak & Berens 2019): the standard deviation along the first axis, and a jitter in units of it. */
const START_DEVIATION = 1e-4;
const JITTER = 0.01;

/**
 * t-SNE (van der Maaten & Hinton 2008) in two dimensions by the Barnes-Hut approximation, with exact Euclidean neighbours,
 * started from the principal axes. Seeded: the same input gives the same map to the last bit. The perplexity is at
 * most a third of the other rows; where it is less than asked, `notes` says so. Samples and special cases as `neighbourMap`.
 * InputError for a perplexity below 1 or no iteration.
 */
export function* tsne(input: TsneInput): Generator<number, TsneOutput, void> {
  const { matrix, sample, perplexity: wanted, iterations } = input;
  if (!(wanted >= 1)) throw new InputError("The perplexity must be 1 or more.");
  if (!Number.isInteger(iterations) || iterations < 1)
    throw new InputError("The number of iterations must be 1 or more.");
  const rows = Math.min(matrix.n, Math.floor(sample));
  const perplexity = Math.min(wanted, Math.max(1, (rows - 1) / NEIGHBOURS));
  const map = yield* neighbourMap({ ...input, components: 2 }, (ground) => draw(ground, input, perplexity));
  return { ...map, perplexity };
}

function* draw(
  { matrix, axes, random }: Ground,
  { perplexity: wanted, iterations }: TsneInput,
  perplexity: number,
): Generator<number, Drawn, void> {
  const { n } = matrix;
  const lists = yield* within(kNearest(matrix, Math.min(n - 1, Math.floor(NEIGHBOURS * perplexity + 1))), 0, 0.1);
  const shares = yield* within(attention(lists, perplexity), 0.1, 0.15);
  const graph = yield* within(
    mutual(lists, shares, (there, back) => (there + back) / (2 * n)),
    0.15,
    0.17,
  );
  const coordinates = startFrom(axes, random);
  yield* within(tsneLayout(graph, coordinates, iterations), 0.17, 1);
  return { coordinates, notes: perplexity < wanted ? [less(perplexity, wanted)] : [] };
}

function startFrom({ coordinates, components }: PrincipalAxes, random: () => number): Float64Array {
  const n = coordinates.length / components;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (coordinates[i * components] as number) ** 2;
  const scale = START_DEVIATION / Math.sqrt(squares / n);
  return coordinates.map((value) => value * scale + JITTER * START_DEVIATION * (2 * random() - 1));
}

function less(perplexity: number, wanted: number): string {
  return `There are too few customers for a perplexity of ${wanted}, so it is ${perplexity.toFixed(1)}.`;
}
