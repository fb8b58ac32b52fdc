import type { Figure } from "../../charts/figure";
import { accountFigure } from "./figures-account";
import { breakdownFigures } from "./figures-breakdown";
import { changesFigure } from "./figures-changes";
import { compareFigure } from "./figures-compare";
import { funnelFigures } from "./figures-funnel";
import { pathFigures } from "./figures-paths";
import { returnFigures } from "./figures-return";
import { stayFigures } from "./figures-stays";
import { visitFigures } from "./figures-visits";
import type { JourneysResult } from "./result";

/** Every card, part by part. */
export function journeysFigures(result: JourneysResult): readonly Figure[] {
  const { paths, retention, changes } = result;
  return [
    ...visitFigures(result),
    ...stayFigures(result),
    accountFigure(result),
    ...funnelFigures(result),
    ...breakdownFigures(result.funnel),
    ...(paths === null ? [] : pathFigures(result, paths)),
    ...(paths === null || paths.compared === null ? [] : [compareFigure(paths.compared)]),
    ...(retention === null ? [] : returnFigures(result, retention)),
    ...(changes === null || changes === undefined ? [] : [changesFigure(changes)]),
  ];
}
