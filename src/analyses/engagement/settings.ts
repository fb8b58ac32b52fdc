import { RESTARTS, SEED, SEGMENTS, TOP_CUSTOMERS } from "../../segmentation/settings";
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
  k: SEGMENTS,
  restarts: RESTARTS,
  seed: SEED,
  top: TOP_CUSTOMERS,
} as const satisfies Settings;
