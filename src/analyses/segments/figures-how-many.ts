import { bars } from "../../charts/bars";
import { elbow } from "../../charts/elbow";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { lines } from "../../charts/lines";
import { votes } from "../../charts/votes";
import { EXACT_SILHOUETTE, type HowMany } from "./judge";
import { ballots, type Ballot } from "./ballots";
import type { SegmentsResult } from "./result";
import { counted, segmentColour, segmentName, unitsOf } from "./words";

const SECTION = "How many segments?";

/** Everything that speaks for a number of segments, with its disagreement. */
export function howManyFigures(result: SegmentsResult): readonly Figure[] {
  const { howMany } = result;
  if (howMany === null) return [];
  return [
    votesFigure(result, howMany),
    elbowFigure(result, howMany),
    indicesFigure(result, howMany, "calinskiHarabasz"),
    indicesFigure(result, howMany, "daviesBouldin"),
    gapFigure(result, howMany),
    ...(howMany.bics.length > 0 ? [bicFigure(result, howMany)] : []),
    stabilityFigure(result, howMany),
  ];
}

function votesFigure(result: SegmentsResult, howMany: HowMany): Figure {
  const cast = ballots(howMany);
  const named = cast.filter((ballot): ballot is Ballot & { k: number } => ballot.k !== null);
  const wanted = [...new Set(named.map(({ k }) => k))].toSorted((a, b) => a - b);
  const agreed = wanted.length === 1;
  return {
    id: "segments-votes",
    section: SECTION,
    title: agreed
      ? `Every index that says something prefers ${wanted[0] ?? ""} segments`
      : `The indices do not agree: ${listed(wanted)}`,
    subtitle: `What each index prefers for k-means on these features; ${result.grouping.k} in use`,
    chart: votes({
      rows: cast.map(({ label }) => label),
      chosen: cast.map(({ k }) => k),
      most: howMany.curve.candidates.at(-1)?.k ?? 10,
      inUse: result.grouping.k,
      description: cast.map(({ label, k }) => `${label}: ${k ?? "no answer"}`).join(", "),
    }),
    table: {
      columns: [
        { label: "Index", format: "text" },
        { label: "Prefers", format: "count" },
        { label: "How it decides", format: "text" },
        { label: "When it misleads", format: "text" },
      ],
      values: [
        cast.map(({ label }) => label),
        Float64Array.from(cast, ({ k }) => k ?? NaN),
        cast.map(({ decides }) => decides),
        cast.map(({ misleads }) => misleads),
      ],
    },
    explain: {
      text: `Each index looks for something else, so none is right by itself: a knee, separation, or less spread than in data without groups. All were measured for k-means with k = 1 to ${howMany.curve.candidates.at(-1)?.k ?? 10} on ${counted(howMany.curve.rowsUsed, result)}.`,
      parameters: { restarts: 3, seed: result.plan.seed, rowsUsed: howMany.curve.rowsUsed },
    },
    span: 6,
    ...(agreed
      ? {}
      : { caution: "Where indices disagree, the purpose decides: choose the k whose segments you can act on." }),
  };
}

const listed = (ks: readonly number[]): string =>
  ks.length < 2 ? `${ks[0] ?? "none"} segments` : `${ks.slice(0, -1).join(", ")} or ${ks.at(-1) ?? ""} segments`;

function elbowFigure(result: SegmentsResult, { curve }: HowMany): Figure {
  const { candidates } = curve;
  const prefers = (index: string): number | null => curve.preferred.find((one) => one.index === index)?.k ?? null;
  const knee = prefers("inertia");
  const best = prefers("silhouette");
  const of = (read: (one: (typeof candidates)[number]) => number): number[] => candidates.map(read);
  return {
    id: "segments-elbow",
    section: SECTION,
    title: `${knee === null ? "The inertia has no knee" : `The knee of the inertia is at ${knee}`}, the best silhouette at ${best ?? "none"}`,
    subtitle: `k-means for each k, ${counted(curve.rowsUsed, result)}${curve.rowsUsed < curve.rows ? " drawn at random" : ""}`,
    chart: elbow({
      k: of(({ k }) => k),
      inertia: of(({ inertia }) => inertia),
      silhouette: of(({ silhouette }) => silhouette),
      silhouetteMargin: of(({ silhouetteMargin }) => silhouetteMargin),
      knee,
      bestSilhouette: best,
      chosen: result.grouping.k,
      description: "Inertia and silhouette for each number of segments.",
    }),
    table: {
      columns: [
        { label: "Segments", format: "count" },
        { label: "Inertia", format: "number" },
        { label: "Silhouette", format: "score" },
        { label: "± (95 %)", format: "score" },
        { label: "Calinski-Harabasz", format: "number" },
        { label: "Davies-Bouldin", format: "score" },
        { label: "Smallest segment in the sample", format: "count" },
      ],
      values: [
        Float64Array.from(of(({ k }) => k)),
        Float64Array.from(of(({ inertia }) => inertia)),
        Float64Array.from(of(({ silhouette }) => silhouette)),
        Float64Array.from(of(({ silhouetteMargin }) => silhouetteMargin)),
        Float64Array.from(of(({ calinskiHarabasz }) => calinskiHarabasz)),
        Float64Array.from(of(({ daviesBouldin }) => daviesBouldin)),
        Float64Array.from(of(({ sizes }) => sizes.at(-1) ?? NaN)),
      ],
    },
    explain: {
      text: `Inertia is the sum of squared distances to the own centre; it always falls, so its bend is looked for (kneedle). The silhouette compares the mean distance to the own segment with that to the next one, from -1 to 1, on ${counted(curve.silhouetteRows, result)}.`,
      parameters: {
        seed: result.plan.seed,
        restarts: 3,
        rowsUsed: curve.rowsUsed,
        silhouetteRows: curve.silhouetteRows,
      },
    },
    span: 6,
  };
}

const INDEX = {
  calinskiHarabasz: {
    label: "Calinski-Harabasz",
    better: "the higher, the better",
    text: "Spread between the segments over spread within them, each by its degrees of freedom (Calinski and Harabasz 1974).",
  },
  daviesBouldin: {
    label: "Davies-Bouldin",
    better: "the lower, the better",
    text: "How alike each segment is to the one most like it: the sum of their widths over the distance of their centres, averaged (Davies and Bouldin 1979).",
  },
} as const;

function indicesFigure(result: SegmentsResult, { curve }: HowMany, index: keyof typeof INDEX): Figure {
  const { label, better, text } = INDEX[index];
  const shown = curve.candidates.filter((candidate) => Number.isFinite(candidate[index]));
  const preferred = curve.preferred.find((one) => one.index === index)?.k ?? null;
  const point = shown.findIndex(({ k }) => k === preferred);
  return {
    id: `segments-${index}`,
    section: SECTION,
    title: preferred === null ? `${label} has no answer` : `${label} prefers ${preferred} segments`,
    subtitle: `${better[0]?.toUpperCase() ?? ""}${better.slice(1)}; ${counted(curve.rowsUsed, result)}`,
    chart: lines({
      x: shown.map(({ k }) => k),
      series: [{ label, values: shown.map((candidate) => candidate[index]) }],
      xAxis: "Segments",
      xFormat: "count",
      yAxis: label,
      yFormat: index === "daviesBouldin" ? "score" : "number",
      marks: point < 0 ? [] : [{ series: 0, point, label: "preferred" }],
      description: `${label} by number of segments.`,
    }),
    table: {
      columns: [
        { label: "Segments", format: "count" },
        { label, format: "number" },
      ],
      values: [Float64Array.from(shown, ({ k }) => k), Float64Array.from(shown, (candidate) => candidate[index])],
    },
    explain: { text, parameters: { seed: result.plan.seed, rowsUsed: curve.rowsUsed } },
    span: 4,
  };
}

function gapFigure(result: SegmentsResult, { gap }: HowMany): Figure {
  const point = gap.gaps.findIndex(({ k }) => k === gap.preferred);
  return {
    id: "segments-gap",
    section: SECTION,
    title: gap.preferred === null ? "The gap statistic has no answer" : `The gap statistic prefers ${gap.preferred}`,
    subtitle: `How much tighter than data without groups; ${counted(gap.rowsUsed, result)}, ${gap.references} references`,
    chart: lines({
      x: gap.gaps.map(({ k }) => k),
      series: [{ label: "Gap", values: gap.gaps.map((one) => one.gap), margin: gap.gaps.map(({ error }) => error) }],
      xAxis: "Segments",
      xFormat: "count",
      yAxis: "Gap",
      yFormat: "score",
      fromZero: false,
      marks: point < 0 ? [] : [{ series: 0, point, label: "preferred" }],
      description: "Gap statistic by number of segments.",
    }),
    table: {
      columns: [
        { label: "Segments", format: "count" },
        { label: "Gap", format: "score" },
        { label: "s", format: "score" },
        { label: "log of the spread within", format: "score" },
        { label: "The same in references", format: "score" },
      ],
      values: [
        Float64Array.from(gap.gaps, ({ k }) => k),
        Float64Array.from(gap.gaps, (one) => one.gap),
        Float64Array.from(gap.gaps, ({ error }) => error),
        Float64Array.from(gap.gaps, ({ logWithin }) => logWithin),
        Float64Array.from(gap.gaps, ({ expected }) => expected),
      ],
    },
    explain: {
      text: "The log of the spread within segments against its mean in references spread evenly over the range of each feature. Preferred is the smallest k whose gap is no less than the next one's minus its s (Tibshirani, Walther and Hastie 2001).",
      parameters: { references: gap.references, seed: result.plan.seed, rowsUsed: gap.rowsUsed },
    },
    span: 4,
  };
}

function bicFigure(result: SegmentsResult, { bics, bicRows }: HowMany): Figure {
  const best = bics.reduce((least, one) => (one.bic < least.bic ? one : least));
  return {
    id: "segments-bic",
    section: SECTION,
    title: `BIC prefers a mixture of ${best.k}`,
    subtitle: `The lower, the better; ${counted(bicRows, result)}`,
    chart: lines({
      x: bics.map(({ k }) => k),
      series: [{ label: "BIC", values: bics.map(({ bic }) => bic) }],
      xAxis: "Components",
      xFormat: "count",
      yAxis: "BIC",
      yFormat: "number",
      fromZero: false,
      marks: [{ series: 0, point: bics.indexOf(best), label: "preferred" }],
      description: "BIC by number of mixture components.",
    }),
    table: {
      columns: [
        { label: "Components", format: "count" },
        { label: "BIC", format: "number" },
      ],
      values: [Float64Array.from(bics, ({ k }) => k), Float64Array.from(bics, ({ bic }) => bic)],
    },
    explain: {
      text: "Minus twice the log-likelihood of the mixture plus its number of parameters times the log of the rows (Schwarz 1978): what fits is weighed against what it costs to say.",
      parameters: { seed: result.plan.seed, rowsUsed: bicRows },
    },
    span: 4,
  };
}

function stabilityFigure(result: SegmentsResult, { stability, resamples }: HowMany): Figure {
  const { mean, low95, high95, clusters } = stability;
  const steady = mean >= 0.8;
  return {
    id: "segments-stability",
    section: SECTION,
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
    section: SECTION,
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
