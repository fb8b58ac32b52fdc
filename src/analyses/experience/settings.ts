import { RESTARTS, SEED, SEGMENTS } from "../../segmentation/settings";
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
  k: SEGMENTS,
  restarts: RESTARTS,
  seed: SEED,
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
