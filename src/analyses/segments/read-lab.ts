import { readable } from "../../data/sql";
import type { FeatureSpec } from "../../view/feature";
import { columnFeature, metricFeature } from "../../data/table/feature-specs";
import { readFeatureColumns, type FeatureColumn } from "../../data/table/feature-columns";
import type { FeatureBasis } from "../../data/table/feature-meaning";
import { readFeature } from "../../view/feature-text";
import { suggestedFeatures } from "../../data/table/suggested-features";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import type { RawFeature } from "../../workers/lab/preparing";
import type { Context } from "../analysis";
import { labFeature, type LabFeature } from "../../segmentation/lab-feature";

/** What the lab works with: features that make the segments, and what is described beside them. */
export interface Lab {
  readonly customerNo: Int32Array;
  readonly features: readonly LabFeature[];
  /** The features as the workers take them. */
  readonly raw: readonly RawFeature[];
  readonly beside: readonly LabFeature[];
  /** Features that could not be made, each with its reason as a sentence. */
  readonly leftOut: readonly string[];
}

/** Numbers and words described beside the features, the first of the file. */
const [BESIDE_NUMBERS, BESIDE_WORDS] = [12, 8];

/** Words with more levels say little in a table of shares. */
const MOST_LEVELS = 60;

/** Reads the chosen features, or those the table suggests. Rejects with a UserError when none can be made. */
export async function readLab(context: Context, chosen: readonly string[]): Promise<Lab> {
  const table = await context.table();
  const basis: FeatureBasis = { ...table, dataset: context.dataset };
  const asked = chosen.map(readFeature).filter((spec) => spec !== null);
  const specs = asked.length > 0 ? asked : suggestedFeatures(table.columns, context.dataset, table.repeated);
  if (specs.length === 0) throw noFeature();
  const others = besideOf(specs, basis);
  const read = await readFeatureColumns((statement) => context.query(statement), [...specs, ...others], basis);
  const made = (spec: FeatureSpec): readonly FeatureColumn[] => read.features.filter((one) => one.spec === spec);
  const sql = read.statements.map(readable).join(";\n\n");
  const columns = specs.flatMap(made);
  const leftOut = read.leftOut.filter(({ spec }) => specs.includes(spec)).map(({ why }) => why);
  if (columns.length === 0) throw new UserError(leftOut.join(" "), "Choose other features.");
  return {
    customerNo: read.customerNo,
    features: columns.map((column) => labFeature(column, sql)),
    raw: columns.map(rawFeature),
    beside: others.flatMap(made).map((column) => labFeature(column, sql)),
    leftOut,
  };
}

const noFeature = (): UserError =>
  new UserError(
    "No column of this table holds numbers that tell customers apart.",
    "Add a feature from a column of words: each of its levels then counts as present or not.",
  );

function rawFeature({ spec, column, levels }: FeatureColumn): RawFeature {
  const { transform, weight } = spec;
  return spec.encoding === "one-hot"
    ? { kind: "levels", column, levels: levels?.length ?? 0, weight }
    : { kind: "number", column, transform, weight };
}

/** What tells of the segments without having made them: other metrics, numbers and words with few levels. */
function besideOf(specs: readonly FeatureSpec[], { columns, dataset, repeated }: FeatureBasis): readonly FeatureSpec[] {
  const used = new Set(specs.map(({ source }) => JSON.stringify(source)));
  const free = ({ source }: FeatureSpec): boolean => !used.has(JSON.stringify(source));
  const metrics = [...dataset.metrics, ...dataset.apps].map(({ column }) => metricFeature(column));
  const numbers = columns
    .filter((column) => isNumber(column) && column.role === "none")
    .map(({ label }) => columnFeature(label, { measure: repeated ? "mean" : "value" }));
  const words = columns
    .filter((column) => isWord(column))
    .map(({ label }) => columnFeature(label, { measure: repeated ? "mode" : "value", encoding: "one-hot" }));
  return [
    ...[...metrics, ...numbers].filter(free).slice(0, BESIDE_NUMBERS),
    ...words.filter(free).slice(0, BESIDE_WORDS),
  ];
}

const isNumber = ({ kind, distinct }: TableColumn): boolean =>
  (kind === "number" || kind === "integer") && distinct > 1;

/** Truths are numbers to the reader of features, so only words stand here. */
const isWord = ({ kind, distinct }: TableColumn): boolean =>
  kind === "category" && distinct > 1 && distinct <= MOST_LEVELS;
