import type { Settings } from "../../view/settings";

/** What a person can change on the experience page. */
export const EXPERIENCE_SETTINGS = {
  features: {
    kind: "choices",
    label: "Segmented by",
    help: "The metrics that say what a customer experiences. Those the data lacks are left out.",
    default: ["tcp_retrans_bytes", "rtt_ms", "throughput_kbps"],
    options: [
      { value: "tcp_retrans_bytes", label: "TCP retransmission" },
      { value: "rtt_ms", label: "Round-trip time" },
      { value: "throughput_kbps", label: "Throughput" },
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
    label: "Values listed",
    help: "How many of the highest, lowest and most frequent values are listed.",
    default: 10,
    min: 3,
    max: 50,
  },
  handsets: {
    kind: "integer",
    label: "Handset types",
    help: "How many of the handset types with most customers are compared.",
    default: 12,
    min: 3,
    max: 20,
  },
} as const satisfies Settings;
