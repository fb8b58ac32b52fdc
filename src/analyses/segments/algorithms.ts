import type { Option } from "../../view/settings";

/** How customers are grouped. */
export type Algorithm =
  | "kmeans"
  | "mini-batch"
  | "k-medoids"
  | "mixture"
  | "agglomerative"
  | "spectral"
  | "dbscan"
  | "hdbscan"
  | "mean-shift"
  | "rfm"
  | "model";

export interface AlgorithmEntry {
  readonly id: Algorithm;
  readonly label: string;
  /** What it looks for, as the rest of “It looks for …”. */
  readonly seeks: string;
  /** The person says how many groups to make. */
  readonly takesK: boolean;
}

/** Every algorithm, from the most usual to the most special. */
export const ALGORITHMS: readonly AlgorithmEntry[] = [
  { id: "kmeans", label: "k-means", seeks: "round groups of about equal width", takesK: true },
  {
    id: "mini-batch",
    label: "Mini-batch k-means",
    seeks: "what k-means does, faster and a little less well",
    takesK: true,
  },
  {
    id: "k-medoids",
    label: "k-medoids",
    seeks: "groups around a typical customer; extremes matter less",
    takesK: true,
  },
  {
    id: "mixture",
    label: "Gaussian mixture",
    seeks: "ellipses that may overlap, with a probability per customer",
    takesK: true,
  },
  {
    id: "agglomerative",
    label: "Hierarchical",
    seeks: "groups within groups, from single customers upwards",
    takesK: true,
  },
  { id: "spectral", label: "Spectral", seeks: "groups that hang together, of any shape", takesK: true },
  { id: "dbscan", label: "DBSCAN", seeks: "dense places of any shape; the rest is noise", takesK: false },
  { id: "hdbscan", label: "HDBSCAN", seeks: "dense places of differing density; the rest is noise", takesK: false },
  { id: "mean-shift", label: "Mean Shift", seeks: "the peaks of where customers gather", takesK: false },
  { id: "rfm", label: "RFM rules", seeks: "the ten named segments of recency, frequency and money", takesK: false },
  { id: "model", label: "A saved model", seeks: "the segments of an earlier file in this one", takesK: false },
];

/** Those that can stand beside each other on any table. */
export const COMPARABLE = ALGORITHMS.filter(({ id }) => id !== "rfm" && id !== "model");

export const algorithmOf = (id: string): AlgorithmEntry =>
  ALGORITHMS.find((entry) => entry.id === id) ?? (ALGORITHMS[0] as AlgorithmEntry);

export const optionsOf = (entries: readonly AlgorithmEntry[]): readonly Option[] =>
  entries.map(({ id, label }) => ({ value: id, label }));

/** Ids of the algorithms that take a number of groups. */
export const TAKING_K: readonly string[] = ALGORITHMS.filter(({ takesK }) => takesK).map(({ id }) => id);
