import type { Setting } from "../view/settings";

/** How many segments; a page that makes fewer or other segments by default says so in a copy. */
export const SEGMENTS = {
  kind: "integer",
  label: "Segments (k)",
  help: "How many segments of customers to make.",
  default: 3,
  min: 1,
  max: 10,
} as const satisfies Setting;

export const RESTARTS = {
  kind: "integer",
  label: "Restarts",
  help: "How often the segmentation starts afresh; the best one is kept.",
  default: 10,
  min: 1,
  max: 50,
} as const satisfies Setting;

export const SEED = {
  kind: "integer",
  label: "Seed",
  help: "Fixes the random starts, so that the same view gives the same numbers.",
  default: 1,
  min: 0,
  max: 999_999,
} as const satisfies Setting;

export const TOP_CUSTOMERS = {
  kind: "integer",
  label: "Top list",
  help: "How many customers the top lists name.",
  default: 10,
  min: 3,
  max: 50,
} as const satisfies Setting;
