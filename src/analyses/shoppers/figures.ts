import type { Figure } from "../../charts/figure";
import { eventsFigure, featuresFigure } from "./figures-events";
import { rulesFigure, sizesFigure } from "./figures-kinds";
import { overlapsFigure } from "./figures-overlaps";
import { profileFigure } from "./figures-profile";
import { segmentsFigures } from "./figures-segments";
import { conversionFigure, moneyFigure } from "./figures-worth";
import type { ShoppersResult } from "./result";

/** Every card of the page, from who there is to what it rests on. */
export function shoppersFigures(result: ShoppersResult): readonly Figure[] {
  const worth = [conversionFigure(result), moneyFigure(result)].filter((figure) => figure !== null);
  return [
    sizesFigure(result),
    rulesFigure(result),
    overlapsFigure(result),
    ...worth,
    ...(result.profile === null ? [] : [profileFigure(result, result.profile)]),
    ...segmentsFigures(result),
    eventsFigure(result),
    featuresFigure(result),
  ];
}
