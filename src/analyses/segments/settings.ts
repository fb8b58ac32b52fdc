import { readFeature } from "../../view/feature-text";
import { RESTARTS, SEED } from "../../segmentation/settings";
import type { Settings } from "../../view/settings";
import { readGivenName } from "./given-name";
import { RFM_SETTINGS } from "./rfm-settings";
import { ALGORITHMS, COMPARABLE, optionsOf, TAKING_K } from "./algorithms";

const only = (setting: string, ...is: readonly string[]) => ({ when: { setting, is } }) as const;

/** Features of one lab at most: distances over more say little. */
const MOST_FEATURES = 40;

/** What a person can change in the lab. */
export const SEGMENT_SETTINGS = {
  features: {
    kind: "items",
    label: "Features",
    help: "What tells customers apart. Empty: those that the table suggests.",
    default: [],
    most: MOST_FEATURES,
    accepts: (item) => item.length <= 300 && readFeature(item) !== null,
  },
  algorithm: {
    kind: "choice",
    label: "Algorithm",
    help: "How customers are grouped.",
    default: "kmeans",
    options: optionsOf(ALGORITHMS),
  },
  k: {
    kind: "integer",
    label: "Segments (k)",
    help: "How many segments to make. The indices below say what the data suggests, and where they disagree.",
    default: 4,
    min: 2,
    max: 20,
    ...only("algorithm", ...TAKING_K),
  },
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
  ...RFM_SETTINGS,
  map: {
    kind: "choice",
    label: "Map",
    help: "How customers are laid out on the map.",
    default: "pca",
    options: [
      { value: "pca", label: "Principal components" },
      { value: "umap", label: "UMAP" },
      { value: "tsne", label: "t-SNE" },
      { value: "features", label: "Features themselves" },
    ],
  },
  dimensions: {
    kind: "choice",
    label: "Map in",
    help: "Two dimensions can be drawn around; three can be turned.",
    default: "2",
    options: [
      { value: "2", label: "2 dimensions" },
      { value: "3", label: "3 dimensions" },
    ],
    ...only("map", "pca", "umap", "features"),
  },
  axes: {
    kind: "items",
    label: "Axes",
    help: "Features on the axes of the map, in this order. Empty: the first ones.",
    default: [],
    most: 3,
    accepts: (item) => item.length <= 300 && readFeature(item) !== null,
    ...only("map", "features"),
  },
  names: {
    kind: "items",
    label: "Names",
    help: "Your own names for segments.",
    default: [],
    most: 60,
    accepts: (item) => readGivenName(item) !== null,
  },
  compare: {
    kind: "choices",
    label: "Compare with",
    help: "Other algorithms on the same features, side by side.",
    default: [],
    options: optionsOf(COMPARABLE),
    min: 0,
  },
  restarts: RESTARTS,
  seed: SEED,
} as const satisfies Settings;
