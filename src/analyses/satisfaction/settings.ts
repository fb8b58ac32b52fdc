import { RESTARTS, SEED, SEGMENTS, TOP_CUSTOMERS } from "../../segmentation/settings";
import type { Settings } from "../../view/settings";

/** What a person can change on the satisfaction page. */
export const SATISFACTION_SETTINGS = {
  on: {
    kind: "choice",
    label: "Segmented by",
    help: "Segment customers by both scores side by side, or by satisfaction alone.",
    default: "both",
    options: [
      { value: "both", label: "Both scores" },
      { value: "satisfaction", label: "Satisfaction alone" },
    ],
  },
  k: { ...SEGMENTS, default: 2, max: 5 },
  restarts: RESTARTS,
  seed: { ...SEED, help: "Fixes the random starts, pairs and folds, so that the same view gives the same numbers." },
  top: TOP_CUSTOMERS,
  folds: {
    kind: "integer",
    label: "Folds",
    help: "Into how many parts the customers are split to test the regression on customers it has not seen.",
    default: 5,
    min: 2,
    max: 10,
  },
} as const satisfies Settings;
