import type { Dataset } from "../data/dataset";
import { valuesOf } from "../view/values-of";
import type { View } from "../view/view";
import type { LoadedAnalysis } from "./loaded-analysis";

/** What the options of a page's settings would cost on this data, by setting and option. */
export function optionNotes(
  analyses: readonly LoadedAnalysis[],
  page: string,
  dataset: Dataset | null,
  view: View,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const analysis = analyses.find(({ entry }) => entry.id === page)?.analysis;
  if (dataset === null || analysis?.optionNotes === undefined) return new Map();
  return analysis.optionNotes(dataset, valuesOf(analysis.settings, view, page));
}
