import type { Dataset, Unit } from "../dataset";
import { choosableEncodings, choosableMeasures, givesWords } from "./choosable";
import type { FeatureSpec, Measure } from "../../view/feature";
import type { TableAccess } from "./table-access";
import type { TableColumn } from "./table-column";

/** What features can be made of. */
export interface FeatureBasis extends TableAccess {
  readonly dataset: Pick<Dataset, "metrics" | "apps">;
}

export type FeatureUnit = Unit | "days";

/** A feature that can be made: from which column of the file, if it is one's, and what it gives. */
export interface FeatureMeaning {
  readonly spec: FeatureSpec;
  readonly column: TableColumn | null;
  readonly words: boolean;
  readonly label: string;
  readonly unit: FeatureUnit | null;
}

/** What a feature means in this table, or why it cannot be made, as a sentence. */
export function featureMeaning(spec: FeatureSpec, basis: FeatureBasis): FeatureMeaning | string {
  switch (spec.source.from) {
    case "rows":
      return { spec, column: null, words: false, label: "Rows", unit: "count" };
    case "metric":
      return metricMeaning(spec, spec.source.column, basis);
    case "column":
      return columnMeaning(spec, spec.source.label, basis);
  }
}

function metricMeaning(spec: FeatureSpec, column: string, { dataset }: FeatureBasis): FeatureMeaning | string {
  const metric = dataset.metrics.find((one) => one.column === column);
  if (metric !== undefined) return { spec, column: null, words: false, label: metric.label, unit: metric.unit };
  const app = dataset.apps.find((one) => one.column === column);
  if (app !== undefined) return { spec, column: null, words: false, label: app.label, unit: "bytes" };
  return `This file has no “${column}”.`;
}

function columnMeaning(spec: FeatureSpec, label: string, { columns, repeated }: FeatureBasis): FeatureMeaning | string {
  const column = columns.find((one) => one.label === label);
  if (column === undefined) return `This file has no column “${label}”.`;
  if (column.kind === "empty") return `“${label}” holds no values.`;
  // What an aggregated table offers also has a meaning where each customer has one row.
  const possible = [...choosableMeasures(column, repeated), ...choosableMeasures(column, true), "value"];
  if (!possible.includes(spec.measure)) return `“${label}” has no ${MEASURE_WORDS[spec.measure]}.`;
  const words = givesWords(column, spec.measure);
  if (words && !choosableEncodings(column, spec.measure).includes(spec.encoding))
    return spec.encoding === "number"
      ? `“${label}” holds words: choose how they become numbers.`
      : `“${label}” has too many levels for an order.`;
  return { spec, column, words, label: columnLabel(spec, repeated), unit: UNITS[spec.measure] ?? null };
}

function columnLabel({ source, measure }: FeatureSpec, repeated: boolean): string {
  const label = source.from === "column" ? source.label : "";
  const plain = measure === "value" || (!repeated && ["sum", "mean", "mode"].includes(measure));
  return plain ? label : `${BEFORE[measure]} ${label}`;
}

/** What stands before the column's name when the measure is not the value itself. */
const BEFORE: Readonly<Record<Measure, string>> = {
  value: "",
  sum: "Total",
  mean: "Mean",
  median: "Median",
  min: "Least",
  max: "Most",
  sd: "Spread of",
  count: "Given values of",
  distinct: "Different values of",
  mode: "Most frequent",
  "recency-days": "Days since the last",
  "age-days": "Days since the first",
  "active-days": "Different days of",
  hour: "Usual hour of",
  weekday: "Usual weekday of",
  "truth-share": "Share with",
};

const UNITS: Partial<Readonly<Record<Measure, FeatureUnit>>> = {
  count: "count",
  distinct: "count",
  "active-days": "count",
  "recency-days": "days",
  "age-days": "days",
  "truth-share": "share",
};

/** What a measure is called in a list to choose from. */
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  value: "value",
  sum: "sum",
  mean: "mean",
  median: "median",
  min: "least",
  max: "most",
  sd: "standard deviation",
  count: "values given",
  distinct: "different values",
  mode: "most frequent",
  "recency-days": "days since the last",
  "age-days": "days since the first",
  "active-days": "different days",
  hour: "usual hour",
  weekday: "usual weekday",
  "truth-share": "share of true",
};
