import type { Figure } from "../../charts/figure";
import { applicationFigures } from "./figures-applications";
import { clusterFigure } from "./figures-clusters";
import { concentrationFigure, decileFigure } from "./figures-customers";
import { customerTable, dispersionTable, histogramFigures } from "./figures-metrics";
import { nameFigures } from "./figures-names";
import { segmentFigure } from "./figures-segments";
import type { OverviewResult } from "./result";

/** The overview as cards: from what is used and by whom to the numbers of single customers. */
export function overviewFigures(result: OverviewResult): readonly Figure[] {
  const { base, names, clusters, segments } = result;
  const applications = applicationFigures(base);
  return [
    applications.totals,
    base.concentration && concentrationFigure(base.concentration),
    clusters && clusterFigure(clusters),
    segments && segmentFigure(segments),
    ...nameFigures(names),
    base.deciles && decileFigure(base.deciles),
    applications.correlations,
    ...applications.links,
    ...applications.pca,
    ...histogramFigures(result.histograms),
    dispersionTable(base.dispersion),
    customerTable(base.customers, segments?.ofListed ?? null),
  ].filter((figure) => figure !== null);
}
