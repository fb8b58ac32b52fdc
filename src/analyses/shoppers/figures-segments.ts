import { bars } from "../../charts/bars";
import { categorical } from "../../charts/colours";
import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { isTiny } from "../../segmentation/cautions";
import { wordsForSilhouette } from "../../segmentation/separation-words";
import type { BehaviourSegments } from "./behaviour-segments";
import { segmentKindsFigure } from "./figures-segments-kinds";
import { segmentProfileFigure } from "./figures-segments-profile";
import { segmentRulesFigure } from "./figures-segments-rules";
import type { ShoppersResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { several } from "./words";
import { segmentsExplained } from "./words-segments";

/** What the features find without a rule: how many there are of each segment, what they do, and which kinds are in them. */
export function segmentsFigures(result: ShoppersResult): readonly Figure[] {
  const { segments } = result;
  if (segments === null) return [];
  if ("problem" in segments) return [noneFigure(segments.problem)];
  return [
    sizesFigure(result, segments),
    segmentKindsFigure(result, segments),
    segmentProfileFigure(result, segments),
    segmentRulesFigure(result, segments),
  ];
}

const noneFigure = (problem: string): Figure => ({
  id: "shoppers-segments",
  section: SEGMENTS_SECTION,
  title: "No segments by behaviour",
  subtitle: problem,
  table: { columns: [{ label: "Why", format: "text", wraps: true }], values: [[problem]] },
  explain: { text: "Segments are found by k-means over the features of behaviour that the settings name." },
  span: 12,
});

const sizeOf = ({ indices }: BehaviourSegments, segment: number): number => indices.clusters[segment]?.size ?? 0;

function sizesFigure(result: ShoppersResult, segments: BehaviourSegments): Figure {
  const { names, indices, prepared } = segments;
  const total = prepared.rows.length;
  const sizes = names.map((_, at) => sizeOf(segments, at));
  const tiny = names.filter((_, at) => isTiny(sizes[at] ?? 0, total)).map(({ name }) => name);
  const silhouette = format(indices.silhouette, "score");
  return {
    id: "shoppers-segments",
    section: SEGMENTS_SECTION,
    title:
      names.length === 1
        ? "By behaviour alone all are one segment"
        : `By behaviour alone, “${names[0]?.name ?? ""}” is the largest of ${names.length} segments`,
    subtitle: `${several(total, result)}; silhouette ${silhouette}: ${wordsForSilhouette(indices.silhouette)}`,
    chart: bars({
      labels: names.map(({ name }) => name),
      values: sizes,
      format: "count",
      axis: `Number of ${result.one}s`,
      colours: names.map((_, at) => categorical(at)),
      notes: sizes.map((n) => format(n / total, "share")),
      hover: names.map(({ name }, at) => `${name}: ${several(sizes[at] ?? 0, result)}`),
      description: names.map(({ name }, at) => `${name}: ${several(sizes[at] ?? 0, result)}`).join("; "),
    }),
    table: {
      columns: [
        { label: "Segment", format: "text" },
        { label: `Number of ${result.one}s`, format: "count" },
        { label: "Share", format: "share" },
        { label: "Silhouette", format: "score" },
        { label: "Nearer to another", format: "share" },
      ],
      values: [
        names.map(({ name }) => name),
        Float64Array.from(sizes),
        Float64Array.from(sizes, (n) => n / total),
        Float64Array.from(names, (_, at) => indices.clusters[at]?.silhouette ?? NaN),
        Float64Array.from(names, (_, at) => indices.clusters[at]?.shareNegative ?? NaN),
      ],
    },
    explain: segmentsExplained(
      result,
      segments,
      `Silhouette from -1 to 1: how much nearer one is to the own segment than to the next (Rousseeuw 1987)${indices.silhouetteMargin > 0 ? `, of ${format(indices.silhouetteRows, "count")} drawn at random, ± ${format(indices.silhouetteMargin, "score")}` : ""}.`,
    ),
    ...(tiny.length === 0 ? {} : { caution: `So few that they are easily an accident: ${tiny.join("; ")}.` }),
    span: 6,
  };
}
