import { numbers } from "../../data/engine";
import { readable } from "../../data/sql";
import { readFeatureColumns } from "../../data/table/feature-columns";
import { columnFeature } from "../../data/table/feature-specs";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import { labFeature, type LabFeature } from "../../segmentation/lab-feature";
import type { FeatureSpec } from "../../view/feature";
import { readFeature } from "../../view/feature-text";
import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { fittingFeatures } from "./fitting-features";
import { knownRows, type KnownRows } from "./known-rows";
import { isNearCopy } from "./near-copies";
import { findOutcome, type Outcome } from "./outcome";
import { outcomeQuery } from "./queries-leads";
import type { LEAD_SETTINGS } from "./settings";

/** Everything of the customers that leads are made from. */
export interface LeadTable {
  readonly outcome: Outcome;
  readonly customerNo: Int32Array;
  readonly features: readonly LabFeature[];
  readonly known: KnownRows;
  /** When each customer came, ascending; null where the split asks for none. */
  readonly time: { readonly label: string; readonly column: Float64Array } | null;
  /** The features were not chosen by the person. */
  readonly suggested: boolean;
  /** Some customer has several rows. */
  readonly repeated: boolean;
  readonly leftOut: readonly string[];
}

/** Reads outcome, features and times. UserError where there is no outcome, time or feature. */
export async function readLeads(context: Context, values: Values<typeof LEAD_SETTINGS>): Promise<LeadTable> {
  const { columns, repeated, ...access } = await context.table();
  const outcome = await findOutcome(context, columns, values);
  const when = values.split === "time" ? timeColumn(columns, values.time) : null;
  const asked = values.features.map(readFeature).filter((spec) => spec !== null);
  const specs = (asked.length > 0 ? asked : fittingFeatures(columns, context.dataset, repeated, outcome.column)).filter(
    ({ source }) => source.from !== "column" || source.label !== outcome.column.label,
  );
  if (specs.length === 0)
    throw new UserError("There is no column to tell the outcome from.", "Add a feature, or choose another outcome.");
  const timed = when === null ? [] : [columnFeature(when.label, { measure: "age-days" })];
  const basis = { ...access, columns, repeated, dataset: context.dataset };
  const read = await readFeatureColumns((statement) => context.query(statement), [...specs, ...timed], basis);
  const sql = read.statements.map(readable).join(";\n\n");
  const known = knownRows(numbers(await context.query(outcomeQuery(outcome.column, outcome.wanted)), "outcome"));
  const made = (spec: FeatureSpec): boolean => specs.includes(spec);
  const features = read.features.filter(({ spec }) => made(spec)).map((column) => labFeature(column, sql));
  const copies = features.filter((feature) => isNearCopy(feature, known));
  const age = read.features.find(({ spec }) => timed.includes(spec))?.column;
  return {
    outcome,
    customerNo: read.customerNo,
    features: usable(
      features.filter((feature) => !copies.includes(feature)),
      copies,
    ),
    known,
    time: when === null || age === undefined ? null : { label: when.label, column: ascending(age) },
    suggested: asked.length === 0,
    repeated,
    leftOut: [
      ...read.leftOut.filter(({ spec }) => made(spec)).map(({ why }) => why),
      ...copies.map(({ label }) => `“${label}” says the same as the outcome.`),
    ],
  };
}

function usable(features: readonly LabFeature[], copies: readonly LabFeature[]): readonly LabFeature[] {
  if (features.length > 0) return features;
  throw new UserError(
    copies.length > 0
      ? "All other columns say the same as the outcome, so there is nothing to tell it from."
      : "None of these features can be made from this file.",
    "Choose other features.",
  );
}

function timeColumn(columns: readonly TableColumn[], chosen: string): TableColumn {
  const moments = columns.filter(({ kind }) => kind === "moment");
  const found =
    chosen === ""
      ? (moments.find(({ role }) => role === "start") ?? moments[0])
      : moments.find(({ label }) => label === chosen);
  if (found !== undefined) return found;
  throw new UserError(
    chosen === ""
      ? "No column of this file holds times, so later customers cannot be told from earlier ones."
      : `“${chosen}” holds no times.`,
    "Validate on other customers instead.",
  );
}

const ascents = new WeakMap<Float64Array, Float64Array>();

/** Days before the last moment as days that grow with time. */
function ascending(age: Float64Array): Float64Array {
  const made = ascents.get(age) ?? age.map((days) => -days);
  ascents.set(age, made);
  return made;
}
