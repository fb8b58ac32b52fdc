import type { Dataset } from "../../data/dataset";
import { columnFeature, rowsFeature } from "../../data/table/feature-specs";
import { suggestedFeatures } from "../../data/table/suggested-features";
import type { TableColumn } from "../../data/table/table-column";
import type { FeatureSpec } from "../../view/feature";
import { MOST_FEATURES } from "./settings";

/** Words or codes with more levels than this tell customers rather than kinds apart. */
const [MOST_WORDS, MOST_CODES] = [60, 30];

/**
 * All that the outcome may be told from: metrics, amounts, truths, words and codes with few levels, not the outcome itself,
 * if a column is it, nor what names somebody. At most 60, in the file's order.
 */
export function fittingFeatures(
  columns: readonly TableColumn[],
  dataset: Pick<Dataset, "metrics" | "apps">,
  repeated: boolean,
  outcome: TableColumn | null,
): readonly FeatureSpec[] {
  const metrics = suggestedFeatures([], dataset, false);
  const free = columns.filter(
    ({ id, role }) =>
      id !== outcome?.id && role !== "customer" && role !== "session" && (metrics.length === 0 || role === "none"),
  );
  return [
    ...metrics,
    ...(repeated && metrics.length === 0 ? [rowsFeature()] : []),
    ...free.flatMap((column) => fitting(column, repeated)),
  ].slice(0, MOST_FEATURES);
}

function fitting(column: TableColumn, repeated: boolean): readonly FeatureSpec[] {
  const { kind, label, distinct } = column;
  if (kind === "truth")
    return distinct > 1 ? [columnFeature(label, { measure: repeated ? "truth-share" : "value" })] : [];
  if (kind === "category") return distinct > 1 && distinct <= MOST_WORDS ? [levels(label, repeated)] : [];
  const suggested = suggestedFeatures([column], { metrics: [], apps: [] }, repeated).filter(
    ({ source }) => source.from === "column",
  );
  if (suggested.length > 0 || kind !== "integer") return suggested.map((spec) => ({ ...spec, transform: "none" }));
  return distinct > 1 && distinct <= MOST_CODES ? [levels(label, repeated)] : [];
}

const levels = (label: string, repeated: boolean): FeatureSpec =>
  columnFeature(label, { measure: repeated ? "mode" : "value", encoding: "one-hot" });
