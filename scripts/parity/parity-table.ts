import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ParityLine, ParityTable } from "../../src/components/docs/parity-line";
import { matrixOf, socialMedia, truthOf } from "../../tests/golden/hierarchy";
import { knownGroupLines } from "./known-groups";
import { referenceLines, type Reference } from "./reference-lines";
import { rfmLines } from "./rfm-lines";
import { componentLines, sameLabelLines } from "./same-labels";

const SHARED = resolve(import.meta.dirname, "../../../shared");

/** What the table is made from, for those who do not have it. */
export const NEEDED = [
  "data/clustering",
  "data/social-media/train.csv",
  "reference/clustering_sklearn.json",
  "reference/social_media_clustering.json",
  "reference/rfm.json",
  "reference/rfm_customers.csv",
].map((path) => `${SHARED}/${path}`);

export const neededIsThere = (): boolean => NEEDED.every((path) => existsSync(path));

/** The whole table; `onStep` hears what is being done. */
export function parityTable(onStep: (doing: string) => void): ParityTable {
  const lines = [
    ...knownGroupLines(onStep),
    ...sameLabelLines(),
    ...tableLines("iris", "iris", onStep),
    ...tableLines("wine", "uci/wine", onStep),
    ...socialMediaLines(onStep),
    ...rfmLines(SHARED),
  ];
  return {
    madeWith: "scikit-learn 1.9.1; social media: scikit-learn 1.2.1; RFM: R package rfm 0.3.0",
    lines: lines.map(rounded),
  };
}

/** All reference numbers of iris or wine. */
export function tableLines(set: "iris" | "wine", file: string, onStep: (doing: string) => void): ParityLine[] {
  onStep(set);
  const { pca_explained: shares, ...answers } = reference("clustering_sklearn.json")[set] as Record<
    string,
    Reference
  > & {
    pca_explained: readonly number[];
  };
  const matrix = matrixOf(file);
  return [...referenceLines({ set, matrix, known: truthOf(file), answers }), ...componentLines(set, matrix, shares)];
}

function socialMediaLines(onStep: (doing: string) => void): ParityLine[] {
  onStep("social media");
  const { kmeans, ...others } = reference("social_media_clustering.json");
  const byK = Object.entries(kmeans as Record<string, Reference>).map(([k, answer]) => [`kmeans_k${k}`, answer]);
  const single = Object.entries(others).filter(([, answer]) => Object.hasOwn(answer as object, "silhouette"));
  const answers = Object.fromEntries([...byK, ...single]) as Record<string, Reference>;
  return referenceLines({ set: "social media", matrix: socialMedia(), known: null, answers });
}

function reference(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`${SHARED}/reference/${file}`, "utf8")) as Record<string, unknown>;
}

/** Ten digits say all that is compared. */
function rounded(line: ParityLine): ParityLine {
  const short = <T extends number | string>(value: T): T | number =>
    typeof value === "number" ? Number(value.toPrecision(10)) : value;
  return {
    ...line,
    theirs: short(line.theirs),
    ours: short(line.ours),
    difference: Number(line.difference.toPrecision(2)),
  };
}
