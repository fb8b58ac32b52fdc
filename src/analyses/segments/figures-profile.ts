import type { DataTable, Figure, Picked } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { significant, twoDecimals } from "../../charts/significant";
import type { LabFeature } from "../../segmentation/lab-feature";
import { meanFormat } from "../../segmentation/readings";
import type { SegmentsResult } from "./result";
import { SEGMENTS_SECTION } from "./sections";
import { counted } from "../units";

/** Features on a chart; the table has all. */
const MOST_SHOWN = 12;

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
    section: SEGMENTS_SECTION,
    title: profileTitle(result),
    subtitle: `Mean of each segment against all ${counted(result.prepared.rows.length, result)}, in standard deviations; the features that tell most apart first`,
    chart: heatmap({
      rows,
      columns: shown.map((at) => description.columns[at]?.label ?? ""),
      values,
      scale: "diverging",
      limit: Math.max(2, ...values.flat().filter(Number.isFinite).map(Math.abs)),
      print: twoDecimals,
      hover: (row, column) => {
        const at = shown[column] ?? 0;
        const mean =
          row < names.length ? description.profile.features[at]?.segments[row]?.mean : chosen?.[column]?.mean;
        return cellWords(rows[row] ?? "", description.columns[at], mean ?? NaN, values[row]?.[column] ?? NaN);
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

/** A segment in which none has a value has no mean, and is not far from or near to all. */
function cellWords(segment: string, feature: LabFeature | undefined, mean: number, z: number): string {
  const label = feature?.label ?? "";
  if (!Number.isFinite(mean)) return `${segment}: none here has a value of ${label}`;
  const average = `${segment}: ${label} ${format(mean, meanFormat(feature?.format ?? "number"))} on average`;
  return Number.isFinite(z) ? `${average}, ${significant(z, 2)} standard deviations from all` : average;
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
