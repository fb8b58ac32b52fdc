import type { Figure } from "../../charts/figure";
import { calibrationFigure } from "./figures-calibration";
import { capacityFigure, topFigure } from "./figures-contact";
import { precisionFigure, rocFigure } from "./figures-curves";
import { dependenceFigure, driversFigure, singleFigure } from "./figures-drivers";
import { mapFigure, spreadFigure } from "./figures-scores";
import { comparisonFigure, gainFigure, liftFigure } from "./figures-telling";
import type { LeadsResult } from "./result";

/** Every card of the page, from whom to contact to what the scores rest on. */
export function leadFigures(result: LeadsResult): readonly Figure[] {
  const map = mapFigure(result);
  return [
    capacityFigure(result),
    topFigure(result),
    spreadFigure(result),
    ...(map === null ? [] : [map]),
    comparisonFigure(result),
    rocFigure(result),
    precisionFigure(result),
    gainFigure(result),
    liftFigure(result),
    calibrationFigure(result),
    ...(result.drivers === null ? [] : [driversFigure(result, result.drivers)]),
    ...result.dependence.map((one) => dependenceFigure(result, one)),
    singleFigure(result),
  ];
}
