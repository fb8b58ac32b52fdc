import type { Matrix } from "../../workers/lab/matrix";
import { featureColumn } from "../distances-from";

/** The rows that belong to a cluster, sorted by cluster, laid out for measuring distances. */
export interface ClusteredRows {
  /** Number of each row in the matrix. */
  readonly rows: Int32Array;
  /** Where each cluster begins in `rows` and, last, where the last one ends; clusters without rows are left out. */
  readonly starts: Int32Array;
  /** Cluster of each row, as a place in `starts`. */
  readonly groups: Int32Array;
  readonly columns: readonly Float64Array[];
}

/** Sorts rows by label, within a cluster by number; noise (-1) is left out. */
export function* clusteredRows({ values, d }: Matrix, labels: Int32Array): Generator<number, ClusteredRows, void> {
  const ends = firstPlaces(labels);
  const starts = Int32Array.from(new Set(ends));
  const rows = new Int32Array(ends.at(-1) ?? 0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (label < 0) continue;
    const place = ends[label] as number;
    rows[place] = i;
    ends[label] = place + 1;
  }
  yield 0;
  const groups = new Int32Array(rows.length);
  for (let g = 0; g + 1 < starts.length; g++) groups.fill(g, starts[g], starts[g + 1]);
  const columns: Float64Array[] = [];
  for (let f = 0; f < d; f++) {
    columns.push(featureColumn(values, d, f, rows));
    yield 0;
  }
  return { rows, starts, groups, columns };
}

/** The place of each label's first row and, last, how many rows there are. */
function firstPlaces(labels: Int32Array): Int32Array {
  let k = 0;
  for (let i = 0; i < labels.length; i++) k = Math.max(k, (labels[i] as number) + 1);
  const places = new Int32Array(k + 1);
  for (let i = 0; i < labels.length; i++) {
    const next = (labels[i] as number) + 1;
    if (next > 0) places[next] = (places[next] as number) + 1;
  }
  for (let label = 1; label <= k; label++) places[label] = (places[label] as number) + (places[label - 1] as number);
  return places;
}
