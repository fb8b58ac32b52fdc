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
  k: {
    kind: "integer",
    label: "Segments (k)",
    help: "How many segments of customers to make.",
    default: 2,
    min: 1,
    max: 5,
  },
  restarts: {
    kind: "integer",
    label: "Restarts",
    help: "How often the segmentation starts afresh; the best one is kept.",
    default: 10,
    min: 1,
    max: 50,
  },
  seed: {
    kind: "integer",
    label: "Seed",
    help: "Fixes the random starts, pairs and folds, so that the same view gives the same numbers.",
    default: 1,
    min: 0,
    max: 999_999,
  },
  top: {
    kind: "integer",
    label: "Top list",
    help: "How many customers the top lists name.",
    default: 10,
    min: 3,
    max: 50,
  },
  folds: {
    kind: "integer",
    label: "Folds",
    help: "Into how many parts the customers are split to test the regression on customers it has not seen.",
    default: 5,
    min: 2,
    max: 10,
  },
} as const satisfies Settings;
