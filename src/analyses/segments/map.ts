import type { Compute } from "../../workers/contract";
import type { Matrix } from "../../workers/lab/matrix";
import type { TrustworthinessOutput } from "../../workers/lab/judging";
import type { LabFeature } from "../../segmentation/lab-feature";

export type MapKind = "pca" | "umap" | "tsne" | "features";

export interface MapPlan {
  readonly kind: MapKind;
  readonly dimensions: 2 | 3;
  readonly seed: number;
  /** Features on the axes, for the map of features. */
  readonly axes: readonly LabFeature[];
}

/** Where each row lies on the map. */
export interface LabMap {
  readonly kind: MapKind;
  /** One column per axis, in the order of the rows. */
  readonly axes: readonly MapAxis[];
  /** How far near rows are near in truth; null for features themselves. */
  readonly trust: TrustworthinessOutput | null;
  readonly trustNeighbours: number;
  /** Rows the map was made from; the others were placed among them. */
  readonly fittedOn: number;
  /** Loadings by axis and matrix column, of principal components only. */
  readonly loadings: readonly (readonly number[])[] | null;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly notes: readonly string[];
}

export interface MapAxis {
  readonly label: string;
  readonly values: Float64Array;
  /** Share of the variance along it, of principal components only. */
  readonly explained: number | null;
}

/** Rows that UMAP and t-SNE are made from when there are more. */
const [UMAP_SAMPLE, TSNE_SAMPLE] = [20_000, 5_000];
const NEIGHBOURS = 15;
const MIN_DIST = 0.1;
const PERPLEXITY = 30;
const ITERATIONS = 750;

/** Neighbours that trustworthiness asks about, and rows up to which it is exact. */
const TRUST_NEIGHBOURS = 12;
const TRUST_SAMPLE = 2_000;

/** Lays the rows out; `rows` are those of the columns of the features that the matrix holds. */
export async function mapOf(
  matrix: Matrix,
  rows: Int32Array,
  plan: MapPlan,
  compute: Compute,
  onProgress: (share: number) => void,
): Promise<LabMap> {
  if (plan.kind === "features") return featureMap(rows, plan);
  const laid = await laidOut(matrix, plan, compute, onProgress);
  const low = { values: laid.coordinates, n: matrix.n, d: laid.components };
  const trust =
    matrix.n < 3 * TRUST_NEIGHBOURS
      ? null
      : await compute("trustworthiness", {
          high: matrix,
          low,
          neighbours: TRUST_NEIGHBOURS,
          sample: TRUST_SAMPLE,
          seed: plan.seed,
        });
  return {
    kind: plan.kind,
    axes: Array.from({ length: laid.components }, (_, axis) => ({
      label: `${laid.axis} ${axis + 1}`,
      values: columnOf(laid.coordinates, axis, laid.components),
      explained: laid.explained?.[axis] ?? null,
    })),
    trust,
    trustNeighbours: TRUST_NEIGHBOURS,
    fittedOn: laid.fittedOn,
    loadings: laid.loadings,
    parameters: laid.parameters,
    notes: laid.notes,
  };
}

interface LaidOut {
  readonly coordinates: Float64Array;
  readonly components: number;
  readonly axis: string;
  readonly explained: readonly number[] | null;
  readonly loadings: readonly (readonly number[])[] | null;
  readonly fittedOn: number;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly notes: readonly string[];
}

async function laidOut(
  matrix: Matrix,
  { kind, dimensions, seed }: MapPlan,
  compute: Compute,
  onProgress: (share: number) => void,
): Promise<LaidOut> {
  const nothing = { explained: null, loadings: null };
  switch (kind) {
    case "umap": {
      const neighbours = { neighbours: NEIGHBOURS, minDist: MIN_DIST };
      const input = { matrix, components: dimensions, ...neighbours, seed, sample: UMAP_SAMPLE, epochs: null };
      const made = await compute("umap", input, { onProgress });
      return {
        ...nothing,
        ...made,
        axis: "UMAP",
        parameters: { neighbours: made.neighbours, "least distance": MIN_DIST, passes: made.epochs, seed },
      };
    }
    case "tsne": {
      const input = { matrix, perplexity: PERPLEXITY, seed, sample: TSNE_SAMPLE, iterations: ITERATIONS };
      const made = await compute("tsne", input, { onProgress });
      return {
        ...nothing,
        ...made,
        axis: "t-SNE",
        parameters: { perplexity: made.perplexity, iterations: ITERATIONS, seed },
      };
    }
    case "pca":
    case "features": {
      const made = await compute("principalAxes", { matrix, components: dimensions }, { onProgress });
      return { ...made, axis: "Component", fittedOn: matrix.n, parameters: { components: dimensions } };
    }
  }
}

function featureMap(rows: Int32Array, { axes }: MapPlan): LabMap {
  return {
    kind: "features",
    axes: axes.map(({ label, column }) => ({
      label,
      values: Float64Array.from(rows, (row) => column[row] as number),
      explained: null,
    })),
    trust: null,
    trustNeighbours: TRUST_NEIGHBOURS,
    fittedOn: rows.length,
    loadings: null,
    parameters: {},
    notes: [],
  };
}

function columnOf(coordinates: Float64Array, axis: number, components: number): Float64Array {
  const column = new Float64Array(coordinates.length / components);
  for (let i = 0; i < column.length; i++) column[i] = coordinates[i * components + axis] as number;
  return column;
}
