import type { NeighbourGraph } from "./neighbour-graph";
import { emptyQuadTree, plant, type QuadTree } from "./quad-tree";
import { repel } from "./repulsion";

/** Early exaggeration (as scikit-learn): how strong, for how many iterations and for what share of them at most. */
const EXAGGERATION = 12;
const EXAGGERATED = 250;
const EXAGGERATED_SHARE = 1 / 3;

/** How much of the last step is repeated, while exaggerating and after. */
const MOMENTUM = { early: 0.5, late: 0.8 };

/** The least learning rate; else it is rows / exaggeration / 4 (Belkina et al. 2019). */
const SLOWEST = 50;

/** A coordinate's own pace: added while it goes on in one direction, shrunk by when it turns, and the least. */
const GAIN = { added: 0.2, kept: 0.8, least: 0.01 };

/** Rows between two looks at the clock. */
const ROWS_PER_STEP = 256;

/**
 * Moves rows, at (`map[2i]`, `map[2i + 1]`), by gradient descent on the Kullback-Leibler divergence between the graph, whose
 * weights sum to 1, and Student-t neighbourhoods on the map (van der Maaten & Hinton 2008; Barnes-Hut: van der Maaten 2014),
 * with momentum, gains and early exaggeration as scikit-learn's.
 */
export function* tsneLayout(
  graph: NeighbourGraph,
  map: Float64Array,
  iterations: number,
): Generator<number, void, void> {
  const { n } = graph;
  const pull = new Float64Array(2 * n);
  const push = new Float64Array(2 * n);
  const step = new Float64Array(2 * n);
  const gains = new Float64Array(2 * n).fill(1);
  const rate = Math.max(SLOWEST, n / EXAGGERATION / 4);
  const tree = emptyQuadTree(n);
  const early = Math.min(EXAGGERATED, Math.floor(iterations * EXAGGERATED_SHARE));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const exaggerated = iteration < early;
    const total = yield* forces(graph, map, { tree, pull, push }, iteration / iterations);
    const exaggeration = exaggerated ? EXAGGERATION : 1;
    const momentum = exaggerated ? MOMENTUM.early : MOMENTUM.late;
    for (let at = 0; at < 2 * n; at++) {
      const slope = 4 * (exaggeration * (pull[at] as number) - (push[at] as number) / total);
      const way = step[at] as number;
      const gain = way * slope < 0 ? (gains[at] as number) + GAIN.added : (gains[at] as number) * GAIN.kept;
      gains[at] = Math.max(GAIN.least, gain);
      step[at] = momentum * way - rate * (gains[at] as number) * slope;
      map[at] = (map[at] as number) + (step[at] as number);
    }
  }
}

interface Forces {
  readonly tree: QuadTree;
  readonly pull: Float64Array;
  readonly push: Float64Array;
}

/** Fills pull and push, and answers what the push is to be divided by. */
function* forces(
  { n, offsets, targets, weights }: NeighbourGraph,
  map: Float64Array,
  { tree, pull, push }: Forces,
  share: number,
): Generator<number, number, void> {
  plant(tree, map);
  let total = 0;
  for (let i = 0; i < n; i++) {
    const x = map[2 * i] as number;
    const y = map[2 * i + 1] as number;
    // A row is as near as can be to itself, but does not push itself.
    total += repel(tree, x, y, push, 2 * i) - 1;
    let pullX = 0;
    let pullY = 0;
    for (let edge = offsets[i] as number; edge < (offsets[i + 1] as number); edge++) {
      const target = 2 * (targets[edge] as number);
      const wayX = x - (map[target] as number);
      const wayY = y - (map[target + 1] as number);
      const strength = (weights[edge] as number) / (1 + wayX * wayX + wayY * wayY);
      pullX += strength * wayX;
      pullY += strength * wayY;
    }
    pull[2 * i] = pullX;
    pull[2 * i + 1] = pullY;
    if (i % ROWS_PER_STEP === 0) yield share;
  }
  return total;
}
