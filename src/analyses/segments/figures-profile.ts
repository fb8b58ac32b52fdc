import type { DataTable, Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { significant } from "../../charts/significant";
import { parallelLines } from "../../charts/parallel-lines";
import type { LabFeature } from "./lab-feature";
import type { SegmentsResult } from "./result";
import { SECTION } from "./figures-segments";
import { counted, segmentColour, segmentName, unitsOf } from "./words";

/** Features on a chart; the table has all. */
const MOST_SHOWN = 14;

/** How far each segment's means are from those of all customers, in standard deviations. */
export function profileFigure(result: SegmentsResult, picked?: Picked): Figure {
  const { description, names } = result;
  const shown = shownFeatures(result);
  const chosen = picked === undefined ? null : shown.map((at) => standing(result, at, picked));
  const rows = [...names.map(({ name }) => name), ...(chosen === null ? [] : ["Picked out"])];
  const values = [
    ...names.map((_, segment) => shown.map((at) => description.profile.features[at]?.segments[segment]?.z ?? NaN)),
    ...(chosen === null ? [] : [chosen.map(({ z }) => z)]),
  ];
  return {
    id: "segments-profile",
    section: SECTION,
    title: profileTitle(result),
    subtitle: `Mean of each segment against all ${counted(result.prepared.rows.length, result)}, in standard deviations; the features that tell most apart first`,
    chart: heatmap({
      rows,
      columns: shown.map((at) => description.columns[at]?.label ?? ""),
      values,
      scale: "diverging",
      limit: Math.max(2, ...values.flat().filter(Number.isFinite).map(Math.abs)),
      print: (value) => significant(value, 2),
      hover: (row, column) => {
        const at = shown[column] ?? 0;
        const feature = description.columns[at];
        const mean =
          row < names.length ? description.profile.features[at]?.segments[row]?.mean : chosen?.[column]?.mean;
        return `${rows[row] ?? ""}: ${feature?.label ?? ""} ${format(mean, feature?.format ?? "number")} on average, ${significant(values[row]?.[column] ?? NaN, 2)} standard deviations from all`;
      },
      description: `Standardised means of ${shown.length} features in ${names.length} segments.`,
    }),
    table: meansTable(result, picked),
    explain: {
      text: "Standard deviations between the segment's mean and the mean of all grouped customers, of untreated values in their own unit; customers without a value are left out of that feature.",
    },
    span: 12,
    follow: (chosenPlaces) => profileFigure(result, chosenPlaces),
  };
}

function profileTitle({ description, names }: SegmentsResult): string {
  const [first] = description.profile.ranking;
  const feature = first === undefined ? undefined : description.columns[first];
  const eta = first === undefined ? NaN : (description.profile.features[first]?.etaSquared ?? NaN);
  if (feature === undefined || !Number.isFinite(eta)) return "No number tells the segments apart";
  return `${feature.label} tells the ${names.length} segments apart most: they explain ${format(eta, "share")} of its variance`;
}

/** The columns that tell most apart, by place, as many as fit. */
export function shownFeatures({ description }: SegmentsResult): readonly number[] {
  return description.profile.ranking
    .filter((at) => Number.isFinite(description.profile.features[at]?.etaSquared ?? NaN))
    .slice(0, MOST_SHOWN);
}

/** Mean of the picked customers in one column, and how far from all it is. */
export function standing(result: SegmentsResult, at: number, picked: Picked): { mean: number; z: number; n: number } {
  const feature = result.description.columns[at];
  const all = result.description.profile.features[at]?.all;
  if (feature === undefined || all === undefined) return { mean: NaN, z: NaN, n: 0 };
  const { sum, n } = sumOf(feature, result.prepared.rows, picked);
  const mean = n === 0 ? NaN : sum / n;
  return { mean, z: all.sd > 0 ? (mean - all.mean) / all.sd : NaN, n };
}

function sumOf({ column }: LabFeature, rows: Int32Array, picked: Picked): { sum: number; n: number } {
  let sum = 0;
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    const value = column[rows[i] as number] as number;
    if (picked[i] !== 1 || !Number.isFinite(value)) continue;
    sum += value;
    n++;
  }
  return { sum, n };
}

function meansTable(result: SegmentsResult, picked?: Picked): DataTable {
  const { description, names } = result;
  const order = description.profile.ranking;
  const columnOf = (read: (at: number) => number): Float64Array => Float64Array.from(order, read);
  return {
    columns: [
      { label: "Feature", format: "text" },
      { label: "All, mean", format: "number" },
      ...names.flatMap(({ name }) => [
        { label: `${name}, mean`, format: "number" as const },
        { label: `${name}, sd from all`, format: "score" as const },
      ]),
      ...(picked === undefined ? [] : [{ label: "Picked out, mean", format: "number" as const }]),
    ],
    values: [
      order.map((at) => description.columns[at]?.label ?? ""),
      columnOf((at) => description.profile.features[at]?.all.mean ?? NaN),
      ...names.flatMap((_, segment) => [
        columnOf((at) => description.profile.features[at]?.segments[segment]?.mean ?? NaN),
        columnOf((at) => description.profile.features[at]?.segments[segment]?.z ?? NaN),
      ]),
      ...(picked === undefined ? [] : [columnOf((at) => standing(result, at, picked).mean)]),
    ],
  };
}

/** Customers whose lines are drawn beside the segments' medians. */
const LINES = 150;

/** Every segment's typical customer as a line over the features, with a sample of customers behind. */
export function parallelFigure(result: SegmentsResult, picked?: Picked): Figure {
  const { description, names, grouping } = result;
  const shown = shownFeatures(result);
  const sample = sampled(result, picked);
  return {
    id: "segments-parallel",
    section: SECTION,
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

/** How segments differ in every feature: the whole of the profile as a table. */
export function effectsFigure(result: SegmentsResult): Figure {
  const { description, names } = result;
  const lines = description.profile.ranking.flatMap((at) => names.map((_, segment) => ({ at, segment })));
  const told = ({ at, segment }: { at: number; segment: number }) =>
    description.profile.features[at]?.segments[segment];
  const column = (read: (one: NonNullable<ReturnType<typeof told>>) => number | null): Float64Array =>
    Float64Array.from(lines, (line) => {
      const one = told(line);
      return one === undefined ? NaN : (read(one) ?? NaN);
    });
  return {
    id: "segments-effects",
    section: "What tells them apart",
    title: "The whole profile: means, medians, lift and effect sizes",
    subtitle: `Untreated values of ${counted(result.prepared.rows.length, result)}; features that made the segments and those beside them`,
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Segment", format: "text" },
        ...(["n", "Missing"] as const).map((label) => ({ label, format: "count" as const })),
        ...(["Mean", "Median", "Standard deviation", "Lowest", "Highest"] as const).map((label) => ({
          label,
          format: "number" as const,
        })),
        { label: "Standard deviations from all", format: "score" },
        { label: "Lift (mean / mean of all)", format: "score" },
        { label: "Cohen's d against the rest", format: "score" },
        { label: "Chance to be higher than the rest", format: "share" },
      ],
      values: [
        lines.map(({ at }) => description.columns[at]?.label ?? ""),
        lines.map(({ segment }) => segmentName(result, segment)),
        column(({ n }) => n),
        column(({ missing }) => missing),
        column(({ mean }) => mean),
        column(({ median }) => median),
        column(({ sd }) => sd),
        column(({ min }) => min),
        column(({ max }) => max),
        column(({ z }) => z),
        column(({ lift }) => lift),
        column(({ cohensD }) => cohensD),
        column(({ superiority }) => superiority),
      ],
    },
    explain: {
      text: `Lift is the segment's mean over the mean of all ${unitsOf(result)}; empty where that is 0 or of another sign. Cohen's d is the difference to the rest in pooled standard deviations. The last column is the probability that one of the segment has the higher value than one of the rest, ties half.`,
    },
    span: 12,
  };
}
