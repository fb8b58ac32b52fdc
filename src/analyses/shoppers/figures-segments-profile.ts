import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { twoDecimals } from "../../charts/significant";
import { meanFormat } from "../../segmentation/readings";
import type { BehaviourSegments } from "./behaviour-segments";
import type { ShoppersResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { several } from "./words";
import { segmentsExplained } from "./words-segments";

/** What each segment does more, or less, than all. */
export function segmentProfileFigure(result: ShoppersResult, segments: BehaviourSegments): Figure {
  const { names, features, description } = segments;
  const { profile } = description;
  const order = profile.ranking.filter((at) => Number.isFinite(profile.features[at]?.etaSquared ?? NaN));
  const z = (segment: number, at: number): number => profile.features[at]?.segments[segment]?.z ?? NaN;
  const values = order.map((at) => names.map((_, segment) => z(segment, at)));
  const meanOf = (at: number, segment: number | null): string => {
    const own = segment === null ? profile.features[at]?.all : profile.features[at]?.segments[segment];
    return format(own?.mean, meanFormat(features[at]?.format ?? "number"));
  };
  const [first] = order;
  return {
    id: "shoppers-segments-profile",
    section: SEGMENTS_SECTION,
    title:
      first === undefined
        ? "No feature differs between the segments"
        : `${features[first]?.label ?? ""} tells the ${names.length} segments apart most`,
    subtitle: `Mean of each segment against all ${several(segments.prepared.rows.length, result)}, in standard deviations`,
    chart: heatmap({
      rows: order.map((at) => features[at]?.label ?? ""),
      columns: names.map(({ name }) => name),
      values,
      scale: "diverging",
      limit: Math.max(2, ...values.flat().filter(Number.isFinite).map(Math.abs)),
      print: twoDecimals,
      hover: (row, segment) => {
        const at = order[row] ?? 0;
        return `${names[segment]?.name ?? ""}: ${features[at]?.label ?? ""} ${meanOf(at, segment)} on average; all: ${meanOf(at, null)}`;
      },
      description: `Standardised means of ${order.length} features in ${names.length} segments.`,
    }),
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "All, mean", format: "text" },
        ...names.flatMap(({ name }) => [
          { label: `${name}, mean`, format: "text" as const },
          { label: `${name}, sd from all`, format: "score" as const },
        ]),
      ],
      values: [
        order.map((at) => features[at]?.label ?? ""),
        order.map((at) => meanOf(at, null)),
        ...names.flatMap((_, segment) => [
          order.map((at) => meanOf(at, segment)),
          Float64Array.from(order, (at) => z(segment, at)),
        ]),
      ],
    },
    explain: segmentsExplained(
      result,
      segments,
      "Means of untreated values in their own unit, of those whose value is known. That features differ which made the segments is by construction.",
    ),
    span: 12,
  };
}
