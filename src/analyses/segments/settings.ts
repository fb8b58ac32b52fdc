import { readFeature } from "../../view/feature-text";
import { RESTARTS, SEED } from "../../segmentation/settings";
import { LONGEST_MODEL, readModel } from "../../view/saved-model";
import type { Settings } from "../../view/settings";
import { readGivenName } from "./given-name";
import { ALGORITHM_SETTINGS } from "./algorithm-settings";
import { RFM_SETTINGS } from "./rfm-settings";
import { ALGORITHMS, COMPARABLE, optionsOf, TAKING_K } from "./algorithms";

const only = (setting: string, ...is: readonly string[]) => ({ when: { setting, is } }) as const;

/** Features of one lab at most: distances over more say little. */
const MOST_FEATURES = 40;

/** What a person can change in the lab. */
export const SEGMENT_SETTINGS = {
  features: {
    kind: "items",
    edited: true,
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
  ...ALGORITHM_SETTINGS,
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
    edited: true,
    label: "Axes",
    help: "Features on the axes of the map, in this order. Empty: the first ones.",
    default: [],
    most: 3,
    accepts: (item) => item.length <= 300 && readFeature(item) !== null,
    ...only("map", "features"),
  },
  model: {
    kind: "text",
    cells: true,
    edited: true,
    label: "Saved model",
    help: "Segments of an earlier file, to find again in this one.",
    default: "",
    longest: LONGEST_MODEL,
    accepts: (text) => readModel(text) !== null,
    ...only("algorithm", "model"),
  },
  use: {
    kind: "toggle",
    label: "Use these segments on every page",
    help: "Every file is then put into segments as it is opened; all pages can be filtered by them and say who is in which.",
    default: false,
  },
  names: {
    kind: "items",
    edited: true,
    label: "Names",
    help: "Your own names for segments.",
    default: [],
    most: 60,
    accepts: (item) => readGivenName(item) !== null,
  },
  similar: {
    kind: "integer",
    label: "Similar customers",
    help: "How many of the most similar are listed for who is picked out.",
    default: 10,
    min: 1,
    max: 1_000,
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
