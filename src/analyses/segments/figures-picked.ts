import type { Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { whatWouldMove } from "../../math/describing/what-would-move";
import { standing } from "./figures-profile";
import type { SegmentsResult } from "./result";
import { PICKED_SECTION } from "./sections";
import { meanFormat } from "../../segmentation/readings";
import { counted, unitsOf } from "../units";
import { segmentName } from "./words";

/** Cards about the customers that are picked out: what is particular of them, or, of a single one, what would move it. */
export function pickedFigures(result: SegmentsResult, picked: Picked): readonly Figure[] {
  const count = picked.reduce((sum, one) => sum + one, 0);
  const place = picked.indexOf(1);
  if (count === 1 && place >= 0) return [oneFigure(result, place), ...moveFigure(result, place)];
  return [manyFigure(result, picked, count)];
}

/** A customer's values beside those of its segment and of all. */
function oneFigure(result: SegmentsResult, place: number): Figure {
  const { description, grouping, prepared, features } = result;
  const segment = grouping.labels[place] ?? -1;
  const row = prepared.rows[place] ?? -1;
  const words = features.filter(({ levels }) => levels !== null);
  const sure = grouping.confidence?.[place];
  const silhouette = result.indices.silhouettes[place] ?? NaN;
  return {
    id: "segments-one",
    section: PICKED_SECTION,
    title: `This one is in “${segmentName(result, segment)}”`,
    subtitle: [
      sure === undefined ? "" : `Sure by ${format(sure, "share")}`,
      Number.isFinite(silhouette) ? `silhouette ${format(silhouette, "score")}` : "",
      "its values beside the means of its segment and of all",
    ]
      .filter((text) => text !== "")
      .join("; "),
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Its value", format: "text" },
        { label: "Segment, mean", format: "text" },
        { label: "All, mean", format: "text" },
      ],
      values: [
        [...description.columns, ...words].map(({ label }) => label),
        [
          ...description.columns.map(({ column, format: as }) => format(column[row], as)),
          ...words.map(({ column, levels }) => levels?.[column[row] ?? -1] ?? "–"),
        ],
        [
          ...description.columns.map(({ format: as }, at) =>
            format(description.profile.features[at]?.segments[segment]?.mean, meanFormat(as)),
          ),
          ...words.map(() => ""),
        ],
        [
          ...description.columns.map(({ format: as }, at) =>
            format(description.profile.features[at]?.all.mean, meanFormat(as)),
          ),
          ...words.map(() => ""),
        ],
      ],
    },
    explain: { text: "Untreated values in their own units." },
    span: 6,
  };
}

/** The smallest change of one feature that would put the customer into each other segment. */
function moveFigure(result: SegmentsResult, place: number): readonly Figure[] {
  const { grouping, prepared, features } = result;
  const { matrix, axes } = prepared;
  const numbers = features.every(({ levels, spec }) => levels === null && spec.transform === "none");
  if (!numbers || result.treatment.scaling === "log-zscore" || grouping.k < 2) return [];
  const moved = whatWouldMove({
    centroids: { values: Float64Array.from(grouping.places.flat()), n: grouping.k, d: matrix.d },
    row: matrix.values.slice(place * matrix.d, (place + 1) * matrix.d),
    scales: axes.map(({ centre, scale, weight, feature }) => ({
      centre,
      scale: scale / weight,
      ...boundsOf(result, feature),
    })),
    labels: result.names.map((_, segment) => segment),
  });
  const says = (feature: number, value: number): string => format(value, features[feature]?.format ?? "number");
  return [
    {
      id: "segments-move",
      section: PICKED_SECTION,
      title: "What would move it into another segment",
      subtitle: "The smallest change of one feature alone, within the range of all; nearest segment first",
      table: {
        columns: [
          { label: "Into", format: "text" },
          { label: "Feature", format: "text" },
          { label: "From", format: "text" },
          { label: "To", format: "text" },
          { label: "How much farther its centre is", format: "score" },
        ],
        values: [
          moved.moves.map(({ segment }) => segmentName(result, segment)),
          moved.moves.map(({ single }) =>
            single === null
              ? "No single feature would do"
              : (features[axes[single.feature]?.feature ?? -1]?.label ?? ""),
          ),
          moved.moves.map(({ single }) => (single === null ? "" : says(single.feature, single.from))),
          moved.moves.map(({ single }) => (single === null ? "" : says(single.feature, single.to))),
          Float64Array.from(moved.moves, ({ margin }) => margin),
        ],
      },
      explain: {
        text: `The nearest ${grouping.modelExact ? "centre" : "mean of a segment"} decides; the change is where the other one becomes nearest, all other features as they are, after outliers are capped. It says how the segments are cut, not what would cause a customer to change.`,
      },
      span: 6,
      ...(grouping.modelExact
        ? {}
        : { caution: "This algorithm does not decide by the nearest centre, so the change is only a guide." }),
    },
  ];
}

function boundsOf({ description, features }: SegmentsResult, feature: number): { low?: number; high?: number } {
  const at = description.columns.findIndex(({ text }) => text === features[feature]?.text);
  const all = description.profile.features[at]?.all;
  return all === undefined ? {} : { low: all.min, high: all.max };
}

/** What is particular of several customers. */
function manyFigure(result: SegmentsResult, picked: Picked, count: number): Figure {
  const { description, names, grouping } = result;
  const lines = description.columns
    .map(({ label, format: as }, at) => ({ label, as, at, ...standing(result, at, picked) }))
    .toSorted((a, b) => Math.abs(b.z || 0) - Math.abs(a.z || 0));
  const [first] = lines;
  const most = names
    .map((_, segment) => segment)
    .toSorted((a, b) => inSegment(grouping.labels, b, picked) - inSegment(grouping.labels, a, picked))[0];
  const side = (first?.z ?? 0) < 0 ? "less" : "more";
  return {
    id: "segments-picked",
    section: PICKED_SECTION,
    title:
      first === undefined || !(Math.abs(first.z) >= 0.2)
        ? "Those picked out are much like all"
        : `Those picked out have ${side} ${first.label}: ${format(first.mean, meanFormat(first.as))} on average`,
    subtitle: `${counted(count, result)}; most of them in “${segmentName(result, most ?? -1)}”`,
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Picked out, mean", format: "text" },
        { label: "All, mean", format: "text" },
        { label: "Standard deviations from all", format: "score" },
        { label: "With a value", format: "count" },
      ],
      values: [
        lines.map(({ label }) => label),
        lines.map(({ mean, as }) => format(mean, meanFormat(as))),
        lines.map(({ at, as }) => format(description.profile.features[at]?.all.mean, meanFormat(as))),
        Float64Array.from(lines, ({ z }) => z),
        Float64Array.from(lines, ({ n }) => n),
      ],
    },
    explain: {
      text: `Means of untreated values of the ${unitsOf(result)} picked out. They were picked by eye, so a difference in what the map shows is no discovery.`,
    },
    span: 12,
  };
}

function inSegment(labels: Int32Array, segment: number, picked: Picked): number {
  let count = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === segment && picked[i] === 1) count++;
  return count;
}
