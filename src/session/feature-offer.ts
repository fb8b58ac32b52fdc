import { computed, type ReadonlySignal } from "@preact/signals";
import type { Dataset } from "../data/dataset";
import { choosableEncodings, choosableMeasures, givesWords } from "../data/table/choosable";
import type { FeatureSpec } from "../view/feature";
import { columnFeature, metricFeature, rowsFeature } from "../data/table/feature-specs";
import { featureMeaning, MEASURE_WORDS, type FeatureBasis } from "../data/table/feature-meaning";
import { suggestedFeatures, suggestedTransform } from "../data/table/suggested-features";
import type { TableAccess } from "../data/table/table-access";
import type { TableColumn } from "../data/table/table-column";
import { featureText, readFeature } from "../view/feature-text";
import type { Option } from "../view/settings";
import type { DataFlow } from "./data-flow";
import type { FeatureChoices, FeatureOffer } from "./session";

/** Follows the open file: what its customers can be told apart by, null until every column is read. */
export const offeredFeatures = ({
  desk,
  table,
}: Pick<DataFlow, "desk" | "table">): ReadonlySignal<FeatureOffer | null> =>
  computed(() => {
    const [dataset, described] = [desk.base.value, table.described.value];
    if (dataset === null || described === null) return null;
    return featureOffer({ columns: described(desk.roles.value), repeated: desk.repeated }, dataset);
  });

/** What customers of this table can be told apart by. */
export function featureOffer(table: TableAccess, dataset: Dataset): FeatureOffer {
  const basis: FeatureBasis = { ...table, dataset };
  return {
    suggested: suggestedFeatures(table.columns, dataset, table.repeated).map(featureText),
    features: [...metricsOffered(dataset), ...columnsOffered(table), ...rowsOffered(table)],
    choices: (text) => choicesOf(readFeature(text), table),
    words: (text) => wordsOf(readFeature(text), basis) ?? text,
  };
}

type Offered = FeatureOffer["features"][number];

const metricsOffered = ({ metrics, apps }: Dataset): readonly Offered[] =>
  [...metrics, ...apps].map(({ column, label }) => ({
    text: featureText(metricFeature(column)),
    label,
    kind: "metric",
  }));

const KINDS: Readonly<Record<TableColumn["kind"], string>> = {
  number: "number",
  integer: "whole number",
  moment: "time",
  truth: "yes or no",
  category: "words",
  id: "identifier",
  empty: "empty",
};

function columnsOffered({ columns, repeated }: TableAccess): readonly Offered[] {
  return columns.flatMap((column): Offered[] => {
    const [measure] = choosableMeasures(column, repeated);
    if (measure === undefined || column.role === "customer") return [];
    const [encoding = "number"] = choosableEncodings(column, measure);
    const transform = encoding === "number" && repeated === false ? suggestedTransform(column) : "none";
    const text = featureText(columnFeature(column.label, { measure, encoding, transform }));
    return [{ text, label: column.label, kind: KINDS[column.kind] }];
  });
}

const rowsOffered = ({ repeated }: TableAccess): readonly Offered[] =>
  repeated ? [{ text: featureText(rowsFeature()), label: "Rows", kind: "count" }] : [];

const TRANSFORMS: readonly Option[] = [
  { value: "none", label: "As it is" },
  { value: "log1p", label: "Logarithm" },
  { value: "sqrt", label: "Square root" },
  { value: "signed-log", label: "Signed logarithm" },
];

const ENCODINGS: Readonly<Record<string, string>> = {
  number: "As a number",
  "one-hot": "One axis per level",
  ordinal: "By its order",
  frequency: "By how frequent it is",
};

function choicesOf(spec: FeatureSpec | null, { columns, repeated }: TableAccess): FeatureChoices {
  const source = spec?.source;
  const column = source?.from === "column" ? columns.find(({ label }) => label === source.label) : undefined;
  if (spec === null || column === undefined) return { measures: [], encodings: [], transforms: TRANSFORMS, hint: null };
  const encodings = choosableEncodings(column, spec.measure);
  return {
    measures: choosableMeasures(column, repeated).map((value) => ({ value, label: MEASURE_WORDS[value] })),
    encodings: encodings.map((value) => ({ value, label: ENCODINGS[value] ?? value })),
    transforms: spec.encoding === "one-hot" ? [] : TRANSFORMS,
    hint: hintOf(column, spec),
  };
}

function hintOf(column: TableColumn, spec: FeatureSpec): string | null {
  if (givesWords(column, spec.measure)) return `${column.distinct.toLocaleString("en")} levels`;
  if (column.skewness === null || Math.abs(column.skewness) < 2) return null;
  const right = column.skewness > 0 && column.min >= 0;
  return `Skewness ${column.skewness.toFixed(1)}${right ? ": a logarithm would show more of it" : ""}`;
}

function wordsOf(spec: FeatureSpec | null, basis: FeatureBasis): string | null {
  const meaning = spec === null ? null : featureMeaning(spec, basis);
  return meaning === null || typeof meaning === "string" ? null : meaning.label;
}
