/** Rows of numbers in a space where distance means something. Feature f of row i is `values[i * d + f]`, all finite. */
export interface Matrix {
  readonly values: Float64Array;
  readonly n: number;
  readonly d: number;
}

/** Rows in groups: what every clustering algorithm answers. */
export interface Clustering {
  /** Cluster of each row: 0 is the largest, ties by the first row; -1 is noise, which belongs to none. */
  readonly labels: Int32Array;
  readonly k: number;
  /** Plain sentences about what could not be done as asked. */
  readonly notes: readonly string[];
}
