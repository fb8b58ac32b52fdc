import type { TableAccess } from "../../data/table/table-access";
import { UserError } from "../../data/user-error";
import type { FeatureSpec } from "../../view/feature";
import { readFeature } from "../../view/feature-text";
import type { Values } from "../../view/settings";
import type { Context } from "../analysis";
import type { CutOff } from "./cut-off";
import { fittingFeatures } from "./fitting-features";
import type { Outcome } from "./outcome";
import type { LEAD_SETTINGS } from "./settings";

/** Metrics of customers are made of all their rows, so none is there once a cut-off leaves some out. */
export const NO_METRICS = { metrics: [], apps: [] } as const;

/** What the outcome is to be told from. */
export interface WantedFeatures {
  readonly specs: readonly FeatureSpec[];
  /** They were not chosen by the person. */
  readonly suggested: boolean;
  readonly leftOut: readonly string[];
}

/**
 * The chosen features, or all that fit; never the outcome itself, unless the cut-off parts what it was from what it became.
 * UserError where there is none.
 */
export function wantedFeatures(
  { dataset }: Pick<Context, "dataset">,
  { columns, repeated }: TableAccess,
  { outcome, cut }: { readonly outcome: Outcome; readonly cut: CutOff | null },
  chosen: Values<typeof LEAD_SETTINGS>["features"],
): WantedFeatures {
  const asked = chosen.map(readFeature).filter((spec) => spec !== null);
  const own = cut?.dated === true ? null : outcome.column;
  const specs = asked.length > 0 ? asked : fittingFeatures(columns, cut === null ? dataset : NO_METRICS, repeated, own);
  const counted = cut === null ? [] : specs.filter(({ source }) => source.from === "metric");
  const usable = specs.filter(
    (spec) => !counted.includes(spec) && (spec.source.from !== "column" || spec.source.label !== own?.label),
  );
  if (usable.length === 0)
    throw new UserError("There is no column to tell the outcome from.", "Add a feature, or choose another outcome.");
  return {
    specs: usable,
    suggested: asked.length === 0,
    leftOut: counted.map(
      ({ source }) =>
        `“${source.from === "metric" ? source.column : ""}” counts all rows of a customer, also those after the cut-off.`,
    ),
  };
}
