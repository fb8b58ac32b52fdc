import { columnFeature, rowsFeature } from "../../data/table/feature-specs";
import type { RfmCuts } from "../../data/table/rfm-scores";
import type { FeatureSpec } from "../../view/feature";
import { featureText } from "../../view/feature-text";
import type { RawFeature } from "../../workers/lab/preparing";
import type { LabFeature } from "../../segmentation/lab-feature";
import type { Lab } from "./read-lab";
import type { RfmStudy } from "./rfm";
import { RFM_MEASURES, rfmSources } from "./rfm-words";

const FORMATS = { recency: "number", frequency: "count", money: "number" } as const;

/**
 * The lab over the customers who have scores: recency, frequency and money as features, for the map, the profile and the rules
 * of a tree; the features of `around` are described beside them. Few customers have most orders and money, so those two are
 * taken as logarithms.
 */
export function rfmLab(study: RfmStudy, around: Pick<Lab, "customerNo" | "features" | "beside" | "leftOut">): Lab {
  const { customers, sql } = study;
  const features = RFM_MEASURES.map(({ measure, axis }): LabFeature => {
    const spec = specOf(study, measure);
    const column = customers[measure];
    return { spec, text: featureText(spec), label: axis, format: FORMATS[measure], column, levels: null, sql };
  });
  const raw = features.map(({ spec, column }): RawFeature => ({
    kind: "number",
    column,
    transform: spec.transform,
    weight: spec.weight,
  }));
  const place = new Map(Array.from(around.customerNo, (no, at) => [no, at]));
  const beside = [...around.features, ...around.beside].map((feature) => ({
    ...feature,
    column: Float64Array.from(customers.customerNo, (no) => feature.column[place.get(no) ?? -1] ?? NaN),
  }));
  return { customerNo: customers.customerNo, features, raw, beside, leftOut: around.leftOut };
}

function specOf(study: RfmStudy, measure: keyof RfmCuts): FeatureSpec {
  const { recency, frequency } = study.roles;
  if (measure === "recency")
    return columnFeature(recency.label, { measure: recency.from === "days" ? "min" : "recency-days" });
  const transform = study.customers[measure].some((value) => value < 0) ? "signed-log" : "log1p";
  if (measure === "money") return columnFeature(rfmSources(study).money, { measure: "sum", transform });
  return frequency.from === "rows"
    ? rowsFeature({ transform })
    : columnFeature(frequency.label, { measure: frequency.from, transform });
}
