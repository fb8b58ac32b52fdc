import type { FeatureSpec } from "../../view/feature";

/** A column's feature with everything else plain. */
export const columnFeature = (label: string, chosen: Partial<Omit<FeatureSpec, "source">> = {}): FeatureSpec => ({
  source: { from: "column", label },
  measure: "value",
  encoding: "number",
  transform: "none",
  weight: 1,
  ...chosen,
});

/** A metric's feature with everything else plain. */
export const metricFeature = (column: string, chosen: Partial<Omit<FeatureSpec, "source">> = {}): FeatureSpec => ({
  ...columnFeature("", chosen),
  source: { from: "metric", column },
});

/** The count of a customer's rows. */
export const rowsFeature = (chosen: Partial<Omit<FeatureSpec, "source" | "measure">> = {}): FeatureSpec => ({
  ...columnFeature("", { ...chosen, measure: "count" }),
  source: { from: "rows" },
});
