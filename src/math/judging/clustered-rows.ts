import type { Matrix } from "../../workers/lab/matrix";
import { featureColumns } from "../distances-from";
import { labelGroups } from "../label-groups";

/** The rows that belong to a cluster, sorted by cluster, laid out for measuring distances. */
export interface ClusteredRows {
  /** Number of each row in the matrix. */
  readonly rows: Int32Array;
  /** Where each cluster begins in `rows` and, last, where the last one ends. */
  readonly starts: Int32Array;
  /** Cluster of each row, as a place in `starts`. */
  readonly groups: Int32Array;
  readonly columns: readonly Float64Array[];
}

/** Sorts rows by cluster; noise (-1) is left out. Clusters stand in the order of their first rows. */
export function clusteredRows({ values, d }: Matrix, labels: Int32Array): ClusteredRows {
  const { rows, starts } = labelGroups([labels], withoutNoise(labels));
  const groups = new Int32Array(rows.length);
  for (let g = 0; g + 1 < starts.length; g++) groups.fill(g, starts[g], starts[g + 1]);
  return { rows, starts, groups, columns: featureColumns(values, d, rows) };
}

function withoutNoise(labels: Int32Array): Int32Array {
  const rows = new Int32Array(labels.length);
  let count = 0;
  for (let i = 0; i < labels.length; i++) if ((labels[i] as number) >= 0) rows[count++] = i;
  return rows.subarray(0, count);
}
