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
export function segmentFigures(result: SegmentsResult): readonly Figure[] {
  const several = result.grouping.k > 1;
  const ranking = several ? rankingFigure(result) : null;
  return [
    sizesFigure(result),
    mapFigure(result),
    ...(result.migration === null ? [] : [migrationFigure(result, result.migration)]),
    ...(result.rfm === null ? [] : rfmFigures(result.rfm, result)),
    ...(several ? [profileFigure(result), parallelFigure(result)] : []),
    ...(several ? [silhouetteFigure(result)] : []),
    ...algorithmFigures(result),
    ...howManyFigures(result),
    ...(ranking === null ? [] : [ranking]),
    ...(several ? [rulesFigure(result)] : []),
    ...(several ? result.description.makeUps.slice(0, MAKE_UPS).map((one) => makeUpFigure(result, one)) : []),
    ...(several ? [effectsFigure(result)] : []),
    ...compareFigures(result),
    pipelineFigure(result),
  ];
}
