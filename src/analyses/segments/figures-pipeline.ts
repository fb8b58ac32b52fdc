import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import type { PreparedFeature, Treatment } from "../../workers/contract";
import type { LabFeature } from "../../segmentation/lab-feature";
import type { SegmentsResult } from "./result";
import { PREPARED_SECTION } from "./sections";
import { counted } from "../units";

/** Every step from the columns to the distances, with what it did. */
export function pipelineFigure(result: SegmentsResult): Figure {
  const { features, prepared, treatment, customers } = result;
  const left = customers - prepared.rows.length;
  return {
    id: "segments-pipeline",
    section: PREPARED_SECTION,
    title: `${features.length} features became ${prepared.matrix.d} axes for ${counted(prepared.rows.length, result)}`,
    subtitle: left === 0 ? "Nobody was left out" : `${counted(left, result)} were left out by the treatment`,
    table: {
      columns: [
        { label: "Feature", format: "text" },
        { label: "Change", format: "text" },
        { label: "Missing", format: "count" },
        { label: "Missing values", format: "text" },
        { label: "Below", format: "count" },
        { label: "Above", format: "count" },
        { label: "Outliers", format: "text" },
        { label: "Scaling", format: "text" },
        { label: "Weight", format: "number" },
      ],
      values: [
        features.map(({ label }) => label),
        features.map(({ spec, levels }) =>
          levels === null ? CHANGES[spec.transform] : `${levels.length} levels, an axis each`,
        ),
        Float64Array.from(prepared.features, ({ missing }) => missing),
        features.map((feature, at) => missingWords(feature, prepared.features[at], treatment)),
        Float64Array.from(prepared.features, ({ below }) => below),
        Float64Array.from(prepared.features, ({ above }) => above),
        features.map((feature, at) => outlierWords(feature, prepared.features[at], treatment)),
        features.map((feature, at) => scalingWords(feature, prepared.features[at])),
        Float64Array.from(features, ({ spec }) => spec.weight),
      ],
    },
    explain: {
      text: "From left to right, in the order in which it is done. Everything can be changed in the settings and undone by Back. A feature with levels becomes one axis per level, all together as wide as one scaled number.",
      sql: features
        .map(({ sql }) => sql)
        .filter((text, at, all) => all.indexOf(text) === at)
        .join(";\n\n"),
      parameters: { scaling: treatment.scaling, outliers: treatment.outliers.method, missing: treatment.missing },
    },
    span: 12,
  };
}

const CHANGES = {
  none: "as it is",
  log1p: "log(1 + value)",
  sqrt: "square root",
  "signed-log": "± log(1 + |value|)",
} as const;

function missingWords({ levels }: LabFeature, prepared: PreparedFeature | undefined, treatment: Treatment): string {
  if (prepared === undefined || prepared.missing === 0) return "none";
  if (treatment.missing === "drop") return "left out";
  if (levels !== null) return "placed at the centre";
  return `filled with ${format(prepared.filledWith, "number", "full")} (${treatment.missing})`;
}

function outlierWords({ levels }: LabFeature, prepared: PreparedFeature | undefined, treatment: Treatment): string {
  if (levels !== null || prepared === undefined || prepared.lowerBound === null) return "kept";
  const bounds = `${format(prepared.lowerBound, "number")} to ${format(prepared.upperBound, "number")}`;
  return {
    winsorise: "capped to",
    fence: "capped to",
    mean: "replaced by the mean beyond",
    drop: "left out beyond",
    keep: "kept",
  }[treatment.outliers.method].concat(treatment.outliers.method === "keep" ? "" : ` ${bounds}`);
}

function scalingWords({ levels }: LabFeature, prepared: PreparedFeature | undefined): string {
  if (levels !== null || prepared === undefined) return "0 or 1, to the width of one number";
  if (prepared.constant) return "the same for all: tells nobody apart";
  return `minus ${format(prepared.centre, "number")}, over ${format(prepared.scale, "number")}`;
}
