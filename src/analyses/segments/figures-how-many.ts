import type { Figure } from "../../charts/figure";
import { bicFigure, gapFigure, indexFigure } from "./figures-indices";
import { stabilityFigure } from "./figures-stability";
import { elbowFigure, votesFigure } from "./figures-votes";
import type { SegmentsResult } from "./result";

/** Everything that speaks for a number of segments, with its disagreement. */
export function howManyFigures(result: SegmentsResult): readonly Figure[] {
  const { howMany } = result;
  if (howMany === null) return [];
  return [
    votesFigure(result, howMany),
    elbowFigure(result, howMany),
    indexFigure(result, howMany, "calinskiHarabasz"),
    indexFigure(result, howMany, "daviesBouldin"),
    gapFigure(result, howMany),
    ...(howMany.bics.length > 0 ? [bicFigure(result, howMany)] : []),
    stabilityFigure(result, howMany),
  ];
}
