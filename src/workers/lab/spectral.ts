import type { Clustering, Matrix } from "./matrix";

/** What makes two rows alike: exp(-gamma × squared distance), or being among each other's nearest. */
export type Affinity = "rbf" | "nearest-neighbours";

export interface SpectralInput {
  readonly matrix: Matrix;
  readonly k: number;
  readonly seed: number;
  readonly affinity: Affinity;
  /** Of "rbf": above 0; the larger, the nearer rows must be to count as alike. */
  readonly gamma: number;
  /** Of "nearest-neighbours": how many, the row itself among them, as scikit-learn counts. */
  readonly neighbours: number;
}

export interface SpectralOutput extends Clustering {
  /** Rows the eigenvectors were computed for; every other row went where the nearest of them is. */
  readonly fittedOn: number;
}
