import { numbers } from "../../data/engine";
import { readable, type Sql } from "../../data/sql";
import { readFeatureColumns } from "../../data/table/feature-columns";
import { columnFeature } from "../../data/table/feature-specs";
import type { TableColumn } from "../../data/table/table-column";
import { UserError } from "../../data/user-error";
import { labFeature, type LabFeature } from "../../segmentation/lab-feature";
import type { FeatureSpec } from "../../view/feature";
import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import { findCutOff, type CutOff } from "./cut-off";
import { refuseTooFew } from "./enough-of-each";
import { knownRows, type KnownRows } from "./known-rows";
import { isNearCopy } from "./near-copies";
import { findOutcome, type Outcome } from "./outcome";
import { beforeCut, ofThoseBefore, outcomeAfterQuery } from "./queries-cut-off";
import { outcomeQuery } from "./queries-leads";
import type { LEAD_SETTINGS } from "./settings";
import { timeColumn } from "./time-column";
import { NO_METRICS, wantedFeatures } from "./wanted-features";

/** Everything of the customers that leads are made from. */
export interface LeadTable {
  readonly outcome: Outcome;
  /** Null where all rows make features and outcome. */
  readonly cut: CutOff | null;
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

/**
 * Reads outcome, features and times. UserError where there is no outcome or too few of it, no time, no feature or no side of
 * the cut-off.
 */
export async function readLeads(context: Context, values: Values<typeof LEAD_SETTINGS>): Promise<LeadTable> {
  const table = await context.table();
  const outcome = await findOutcome(context, table, values);
  const cut = await findCutOff(context, table, outcome, values);
  const when = values.split === "time" ? laterBy(table.columns, values.time) : null;
  const { specs, suggested, leftOut } = wantedFeatures(context, table, { outcome, cut }, values.features);
  const timed = when === null ? [] : [columnFeature(when.label, { measure: "age-days" })];
  const basis = { ...table, dataset: cut === null ? context.dataset : NO_METRICS };
  const ask = (statement: Sql) => context.query(cut === null ? statement : beforeCut(cut, statement));
  const read = await readFeatureColumns(ask, [...specs, ...timed], basis);
  const sql = read.statements.map((one) => readable(cut === null ? one : beforeCut(cut, one))).join(";\n\n");
  const known = knownRows(numbers(await context.query(outcomeOf(outcome, cut)), "outcome"));
  refuseTooFew(known.outcome, { outcome, cut, unit: context.dataset.unit });
  const made = (spec: FeatureSpec): boolean => specs.includes(spec);
  const features = read.features.filter(({ spec }) => made(spec)).map((column) => labFeature(column, sql));
  const empty = features.filter(({ column }) => column.every(Number.isNaN));
  const copies = features.filter((feature) => !empty.includes(feature) && isNearCopy(feature, known));
  const age = read.features.find(({ spec }) => timed.includes(spec))?.column;
  return {
    outcome,
    cut,
    customerNo: read.customerNo,
    features: usable(
      features.filter((feature) => !copies.includes(feature) && !empty.includes(feature)),
      copies,
    ),
    known,
    time: when === null || age === undefined ? null : { label: when.label, column: ascending(age) },
    suggested,
    repeated: table.repeated,
    leftOut: [
      ...leftOut,
      ...read.leftOut.filter(({ spec }) => made(spec)).map(({ why }) => why),
      ...empty.map(({ label }) => `“${label}” has no value${cut === null ? "" : " before the cut-off"}.`),
      ...copies.map(({ label }) => `“${label}” says the same as the outcome.`),
    ],
  };
}

function outcomeOf({ column, wanted }: Outcome, cut: CutOff | null): Sql {
  if (cut?.dated === true) return outcomeAfterQuery(cut, column, wanted);
  if (column === null) throw new RangeError("Coming again needs a cut-off.");
  const ofAll = outcomeQuery(column, wanted);
  return cut === null ? ofAll : ofThoseBefore(cut, ofAll);
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

function laterBy(columns: readonly TableColumn[], chosen: string): TableColumn {
  const column = timeColumn(columns, chosen);
  if (column !== null) return column;
  throw new UserError(
    "No column of this file holds times, so later customers cannot be told from earlier ones.",
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
