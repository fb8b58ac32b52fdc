import { bars } from "../../charts/bars";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { HowMany } from "../../segmentation/how-many";
import { EXACT_SILHOUETTE } from "../../segmentation/judge";
import type { SegmentsResult } from "./result";
import { HOW_MANY_SECTION } from "./sections";
import { counted, unitsOf } from "../units";
import { segmentColour, segmentName } from "./words";

/** Whether the same segments come back in resamples. */
export function stabilityFigure(result: SegmentsResult, { stability, resamples }: HowMany): Figure {
  const { mean, low95, high95, clusters } = stability;
  const steady = mean >= 0.8;
  return {
    id: "segments-stability",
    section: HOW_MANY_SECTION,
    title: steady
      ? `${stability.k} segments come back in resamples: agreement ${format(mean, "score")}`
      : `${stability.k} segments change from resample to resample: agreement only ${format(mean, "score")}`,
    subtitle: `Adjusted Rand index with k-means of ${resamples} bootstrap resamples: ${format(low95, "score")} to ${format(high95, "score")} in 95 %; bars: how alike each segment came back`,
    chart: bars({
      labels: clusters.map((_, at) => `Segment ${at + 1}`),
      values: clusters.map((one) => one.stability),
      format: "score",
      axis: "Mean Jaccard index",
      colours: clusters.map((_, at) => segmentColour(at)),
      notes: clusters.map((one) => (one.stability >= 0.75 ? "stable" : one.stability < 0.5 ? "dissolves" : "")),
      description: `Stability of ${clusters.length} segments.`,
    }),
    table: {
      columns: [
        { label: "Segment, by size", format: "text" },
        { label: "Size in the sample", format: "count" },
        { label: "Mean Jaccard index", format: "score" },
      ],
      values: [
        clusters.map((_, at) => `Segment ${at + 1}`),
        Float64Array.from(clusters, ({ size }) => size),
        Float64Array.from(clusters, (one) => one.stability),
      ],
    },
    explain: {
      text: `${resamples} times ${counted(stability.rowsUsed, result)} were drawn with putting back and grouped by k-means with the same k; all were then put into those groups and compared with the groups of all. 1 is the same, 0 is chance. A segment with a mean Jaccard index of 0.75 and more is stable, below 0.5 it dissolves (Hennig 2007). Stable segments need not be real, but unstable ones are not to be built on.`,
      parameters: { resamples, seed: result.plan.seed, rowsUsed: stability.rowsUsed, k: stability.k },
    },
    span: 4,
    ...(steady ? {} : { caution: "Do not build on segments that another sample would not show." }),
  };
}

/** How well each segment is separated: mean, least, and the share that would be better off elsewhere. */
export function silhouetteFigure(result: SegmentsResult): Figure {
  const { indices, names } = result;
  const { clusters, silhouette, silhouetteMargin, silhouetteRows, rows, noise } = indices;
  const exact = silhouetteRows >= rows - noise;
  return {
    id: "segments-silhouette",
    section: HOW_MANY_SECTION,
    title: `Silhouette of these segments: ${format(silhouette, "score")}${silhouetteMargin > 0 ? ` ± ${format(silhouetteMargin, "score")}` : ""}`,
    subtitle: `${exact ? "Exact" : "Measured"} on ${counted(silhouetteRows, result)}${exact ? "" : ` against all ${format(rows, "count")}`}; right of each bar the share nearer to another segment`,
    chart: bars({
      labels: names.map(({ name }) => name),
      values: clusters.map((one) => one.silhouette),
      format: "score",
      axis: "Mean silhouette",
      colours: names.map((_, segment) => segmentColour(segment)),
      notes: clusters.map(({ shareNegative }) => `${format(shareNegative, "share")} negative`),
      description: `Mean silhouette of ${names.length} segments.`,
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: "Size", format: "count" },
        { label: "Measured", format: "count" },
        { label: "Mean silhouette", format: "score" },
        { label: "Least", format: "score" },
        { label: "Share negative", format: "share" },
      ],
      values: [
        names.map((_, segment) => segmentName(result, segment)),
        Float64Array.from(clusters, ({ size }) => size),
        Float64Array.from(clusters, ({ measured }) => measured),
        Float64Array.from(clusters, (one) => one.silhouette),
        Float64Array.from(clusters, ({ least }) => least),
        Float64Array.from(clusters, ({ shareNegative }) => shareNegative),
      ],
    },
    explain: {
      text: `(b - a) / the larger of both, with a the mean distance to the own segment and b to the nearest other one (Rousseeuw 1987). Exact up to ${format(EXACT_SILHOUETTE, "count")} ${unitsOf(result)}; of more, as many drawn at random are measured against all, with a 95 % interval. It favours round segments of equal width.`,
      parameters: {
        silhouette,
        simplified: indices.simplifiedSilhouette,
        "Calinski-Harabasz": indices.calinskiHarabasz,
        "Davies-Bouldin": indices.daviesBouldin,
        inertia: indices.inertia,
        noise,
      },
    },
    span: 6,
    ...(indices.notes.length > 0 ? { caution: indices.notes.join(" ") } : {}),
  };
}
