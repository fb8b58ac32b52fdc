import type { Figure } from "../../charts/figure";
import { clustersFigure, sizesFigure } from "../../segmentation/figures-clusters";
import { elbowFigure, normalisedFigure, scoresFigure } from "../../segmentation/figures-judging";
import { withSegments } from "../../segmentation/lent-segments";
import { applicationsFigure, applicationTopsFigure, topApplicationsFigure } from "./figures-applications";
import { topFigure } from "./figures-tops";
import type { EngagementResult } from "./result";

/** From what the groups are, to how they were found, to single customers and applications. */
export function engagementFigures(result: EngagementResult): readonly Figure[] {
  const { study, apps, segmentOf } = result;
  return [
    sizesFigure(study),
    clustersFigure(study),
    ...result.tops.map((top) => withSegments(topFigure(top), segmentOf)),
    ...(apps.length === 0
      ? []
      : [
          topApplicationsFigure(result),
          applicationsFigure(result),
          withSegments(applicationTopsFigure(result), segmentOf),
        ]),
    scoresFigure(study),
    elbowFigure(study),
    normalisedFigure(study),
  ];
}
