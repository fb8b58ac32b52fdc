import type { Settings } from "../../view/settings";

/** What a person can change on the engagement page. */
export const ENGAGEMENT_SETTINGS = {
  features: {
    kind: "choices",
    label: "Segmented by",
    help: "The metrics that say how engaged a customer is. Those the data lacks are left out.",
    default: ["sessions", "duration_s", "traffic_bytes"],
    options: [
      { value: "sessions", label: "Sessions" },
      { value: "duration_s", label: "Duration" },
      { value: "traffic_bytes", label: "Traffic" },
      { value: "download_bytes", label: "Download" },
      { value: "upload_bytes", label: "Upload" },
    ],
    min: 1,
  },
  k: {
    kind: "integer",
    label: "Segments (k)",
    help: "How many segments of customers to make.",
    default: 3,
    min: 1,
    max: 10,
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
    help: "Fixes the random starts, so that the same view gives the same numbers.",
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
} as const satisfies Settings;
