import type { Figure } from "../../charts/figure";
import { algorithmFigures } from "./figures-algorithm";
import { compareFigures } from "./figures-compare";
import { howManyFigures } from "./figures-how-many";
import { silhouetteFigure } from "./figures-stability";
import { migrationFigure } from "./figures-migration";
import { pipelineFigure } from "./figures-pipeline";
import { effectsFigure } from "./figures-effects";
import { parallelFigure } from "./figures-parallel";
import { profileFigure } from "./figures-profile";
import { mapFigure, sizesFigure } from "./figures-segments";
import { makeUpFigure, rankingFigure, rulesFigure } from "./figures-telling";
import type { SegmentsResult } from "./result";
import { rfmFigures } from "./rfm-figures";

/** Categories whose make-up is drawn; the most telling first. */
const MAKE_UPS = 6;

/** Every card of the lab, from what the segments are to how they were made. */
export const segmentFigures = (result: SegmentsResult): readonly Figure[] => [...segmentFiguresInSteps(result)];

/** The same, made one after the other. */
export function* segmentFiguresInSteps(result: SegmentsResult): Generator<Figure, void> {
  const several = result.grouping.k > 1;
  yield sizesFigure(result);
  yield mapFigure(result);
  if (result.migration !== null) yield migrationFigure(result, result.migration);
  if (result.rfm !== null) yield* rfmFigures(result.rfm, result);
  if (several) {
    yield profileFigure(result);
    yield parallelFigure(result);
    yield silhouetteFigure(result);
  }
  yield* algorithmFigures(result);
  yield* howManyFigures(result);
  if (several) yield* tellingFigures(result);
  yield* compareFigures(result);
  yield pipelineFigure(result);
}

function* tellingFigures(result: SegmentsResult): Generator<Figure, void> {
  const ranking = rankingFigure(result);
  if (ranking !== null) yield ranking;
  yield rulesFigure(result);
  for (const one of result.description.makeUps.slice(0, MAKE_UPS)) yield makeUpFigure(result, one);
  yield effectsFigure(result);
}
