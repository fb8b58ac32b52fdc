import type { Encoding, Measure } from "../../view/feature";
import type { TableColumn } from "./table-column";

/** Beyond so many levels an order or a column for each tells nobody anything. */
const MOST_ORDERED = 100;
const MOST_NUMBERED_LEVELS = 30;

const OF_ONE: Readonly<Record<TableColumn["kind"], readonly Measure[]>> = {
  number: ["value"],
  integer: ["value"],
  moment: ["recency-days", "hour", "weekday"],
  truth: ["value"],
  category: ["value"],
  id: [],
  empty: [],
};

const OF_MANY: Readonly<Record<TableColumn["kind"], readonly Measure[]>> = {
  number: ["sum", "mean", "median", "min", "max", "sd", "count", "distinct"],
  integer: ["sum", "mean", "median", "min", "max", "sd", "count", "distinct", "mode"],
  moment: ["recency-days", "age-days", "active-days", "hour", "weekday", "count"],
  truth: ["truth-share", "sum", "count"],
  category: ["mode", "distinct", "count"],
  id: ["distinct", "count"],
  empty: [],
};

/** The measures that a column can have, the most usual first; fewer where each customer has one row. Empty for none. */
export const choosableMeasures = (column: TableColumn, repeated: boolean): readonly Measure[] =>
  (repeated ? OF_MANY : OF_ONE)[column.kind];

/** How the measure of that column can become numbers, the most usual first. */
export function choosableEncodings(column: TableColumn, measure: Measure): readonly Encoding[] {
  if (givesWords(column, measure))
    return column.distinct <= MOST_ORDERED ? ["one-hot", "ordinal", "frequency"] : ["one-hot", "frequency"];
  if (measure === "hour" || measure === "weekday") return ["one-hot", "number", "frequency"];
  const code = column.kind === "integer" && (measure === "value" || measure === "mode");
  return code && column.distinct <= MOST_NUMBERED_LEVELS ? ["number", "one-hot", "frequency"] : ["number"];
}

/** True where the measure of that column is a word, which only an encoding turns into numbers. */
export const givesWords = (column: TableColumn, measure: Measure): boolean =>
  (column.kind === "category" || column.kind === "id") && (measure === "value" || measure === "mode");
