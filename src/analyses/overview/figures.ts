import type { Figure } from "../../charts/figure";
import { applicationFigures } from "./figures-applications";
import { clusterFigure } from "./figures-clusters";
import { concentrationFigure, decileFigure } from "./figures-customers";
import { customerTable, dispersionTable, histogramFigures } from "./figures-metrics";
import { nameFigures } from "./figures-names";
import type { OverviewResult } from "./result";

/** The overview as cards: from what is used and by whom to the numbers of single customers. */
export function overviewFigures(result: OverviewResult): readonly Figure[] {
  const { base, names, clusters } = result;
  const applications = applicationFigures(base);
  return [
    applications.totals,
    base.concentration && concentrationFigure(base.concentration),
    clusters && clusterFigure(clusters),
    ...nameFigures(names),
    base.deciles && decileFigure(base.deciles),
    applications.correlations,
    ...applications.links,
    ...applications.pca,
    ...histogramFigures(result.histograms),
    dispersionTable(base.dispersion),
    customerTable(base.customers),
  ].filter((figure) => figure !== null);
}
