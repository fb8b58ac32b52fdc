import type { Figure } from "../../charts/figure";
import { clustersFigure, sizesFigure } from "../../segmentation/figures-clusters";
import { elbowFigure, normalisedFigure, scoresFigure } from "../../segmentation/figures-judging";
import { handsetFigure } from "./figures-handsets";
import { valuesFigure, worstFigure } from "./figures-values";
import type { ExperienceResult } from "./result";

/** From what the groups are, to handsets, single values and single customers. */
export function experienceFigures(result: ExperienceResult): readonly Figure[] {
  const { study } = result;
  return [
    sizesFigure(study),
    clustersFigure(study),
    ...result.handsets
      .filter((comparison) => comparison.handsets.length > 0)
      .map((comparison) => handsetFigure(comparison, result)),
    ...result.extremes.map(valuesFigure),
    scoresFigure(study),
    elbowFigure(study),
    worstFigure(result),
    normalisedFigure(study),
  ];
}
