import type { DataTable, Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { parallelLines } from "../../charts/parallel-lines";
import { shownFeatures } from "./figures-profile";
import type { SegmentsResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { counted } from "../units";
import { segmentColour } from "./words";

/** Customers whose lines are drawn beside the segments' medians. */
const LINES = 150;

/** Every segment's typical customer as a line over the features, with a sample of customers behind. */
export function parallelFigure(result: SegmentsResult, picked?: Picked): Figure {
  const { description, names, grouping } = result;
  const shown = shownFeatures(result);
  const sample = sampled(result, picked);
  return {
    id: "segments-parallel",
    section: SEGMENTS_SECTION,
    title: "Each segment's typical line across the features",
    subtitle: `Thick: medians; thin: ${counted(sample.length, result)}${picked === undefined ? " drawn evenly" : " of those picked out"}; each feature from its lowest to its highest tenth`,
    chart: parallelLines({
      axes: shown.map((at) => axisOf(result, at)),
      groups: names.map(({ name }, segment) => ({
        label: name,
        colour: segmentColour(segment),
        centre: shown.map((at) => description.profile.features[at]?.segments[segment]?.median ?? NaN),
      })),
      lines: sample.map((place) => ({
        group: grouping.labels[place] ?? -1,
        values: shown.map((at) => description.columns[at]?.column[result.prepared.rows[place] ?? -1] ?? NaN),
      })),
      description: `Medians of ${names.length} segments over ${shown.length} features.`,
    }),
    table: mediansTable(result),
    explain: {
      text: "Medians of untreated values. Each axis runs from the 5th to the 95th percentile of all grouped customers; lines beyond are cut at its ends.",
    },
    span: 12,
    follow: (chosen) => parallelFigure(result, chosen),
  };
}

function axisOf(
  result: SegmentsResult,
  at: number,
): { label: string; low: number; high: number; say(value: number): string } {
  const feature = result.description.columns[at];
  const all = result.description.profile.features[at]?.all;
  const segments = result.description.profile.features[at]?.segments ?? [];
  const reach = 1.65 * (all?.sd ?? 0);
  const medians = segments.map(({ median }) => median).filter(Number.isFinite);
  const low = Math.max(all?.min ?? 0, Math.min((all?.mean ?? 0) - reach, ...medians));
  const high = Math.min(all?.max ?? 1, Math.max((all?.mean ?? 0) + reach, ...medians));
  return { label: feature?.label ?? "", low, high, say: (value) => format(value, feature?.format ?? "number") };
}

function sampled({ prepared }: SegmentsResult, picked?: Picked): readonly number[] {
  const places: number[] = [];
  prepared.rows.forEach((_, place) => {
    if (picked === undefined || picked[place] === 1) places.push(place);
  });
  const every = Math.max(1, Math.ceil(places.length / LINES));
  return places.filter((_, at) => at % every === 0);
}

function mediansTable({ description, names }: SegmentsResult): DataTable {
  const order = description.profile.ranking;
  return {
    columns: [
      { label: "Feature", format: "text" },
      { label: "All, median", format: "number" },
      ...names.map(({ name }) => ({ label: `${name}, median`, format: "number" as const })),
    ],
    values: [
      order.map((at) => description.columns[at]?.label ?? ""),
      Float64Array.from(order, (at) => description.profile.features[at]?.all.median ?? NaN),
      ...names.map((_, segment) =>
        Float64Array.from(order, (at) => description.profile.features[at]?.segments[segment]?.median ?? NaN),
      ),
    ],
  };
}
