import type { Settings } from "../../view/settings";

const only = (setting: string, ...is: readonly string[]) => ({ when: { setting, is } }) as const;

/** What only some algorithms are told. */
export const ALGORITHM_SETTINGS = {
  linkage: {
    kind: "choice",
    label: "Linkage",
    help: "When two groups are near: by what joining them adds to the spread, or by their farthest, mean or nearest pair.",
    default: "ward",
    options: [
      { value: "ward", label: "Ward" },
      { value: "complete", label: "Complete" },
      { value: "average", label: "Average" },
      { value: "single", label: "Single" },
    ],
    ...only("algorithm", "agglomerative"),
  },
  covariance: {
    kind: "choice",
    label: "Shape of groups",
    help: "Which ellipses a group may be.",
    default: "full",
    options: [
      { value: "full", label: "Any ellipse" },
      { value: "tied", label: "The same ellipse for all" },
      { value: "diag", label: "Ellipses along the axes" },
      { value: "spherical", label: "Balls" },
    ],
    ...only("algorithm", "mixture"),
  },
  metric: {
    kind: "choice",
    label: "Distance",
    help: "Straight, or along the axes, where a single extreme feature counts less.",
    default: "euclidean",
    options: [
      { value: "euclidean", label: "Euclidean" },
      { value: "manhattan", label: "Manhattan" },
    ],
    ...only("algorithm", "k-medoids"),
  },
  eps: {
    kind: "number",
    label: "Reach (eps)",
    help: "How near neighbours are, in scaled units. 0: the bend of the neighbour distances below.",
    default: 0,
    min: 0,
    max: 1000,
    step: 0.01,
    ...only("algorithm", "dbscan"),
  },
  minSamples: {
    kind: "integer",
    label: "Neighbours for a dense place",
    help: "How many customers, itself among them, must be near one for its place to be dense.",
    default: 5,
    min: 1,
    max: 500,
    ...only("algorithm", "dbscan", "hdbscan"),
  },
  minSize: {
    kind: "integer",
    label: "Smallest segment",
    help: "Fewer customers than this are no segment. 0: one percent of them, at least 5.",
    default: 0,
    min: 0,
    max: 100_000,
    ...only("algorithm", "hdbscan"),
  },
  selection: {
    kind: "choice",
    label: "Which segments",
    help: "The most lasting ones, or the smallest that the tree ends in.",
    default: "eom",
    options: [
      { value: "eom", label: "Most lasting" },
      { value: "leaf", label: "Leaves of the tree" },
    ],
    ...only("algorithm", "hdbscan"),
  },
  bandwidth: {
    kind: "number",
    label: "Bandwidth",
    help: "How wide a place is, in scaled units. 0: estimated from the distances.",
    default: 0,
    min: 0,
    max: 1000,
    step: 0.01,
    ...only("algorithm", "mean-shift"),
  },
  affinity: {
    kind: "choice",
    label: "Who hangs together",
    help: "Everybody, the nearer the more; or only nearest neighbours.",
    default: "rbf",
    options: [
      { value: "rbf", label: "By distance" },
      { value: "nearest-neighbours", label: "Nearest neighbours" },
    ],
    ...only("algorithm", "spectral"),
  },
  gamma: {
    kind: "number",
    label: "How fast it fades (gamma)",
    help: "The larger, the nearer customers must be to hang together.",
    default: 1,
    min: 0.001,
    max: 100,
    step: 0.001,
    ...only("affinity", "rbf"),
  },
} as const satisfies Settings;
