import type { Figure } from "../../charts/figure";
import type { SimilarRow } from "../../workers/lab/similar";
import type { SegmentsResult } from "./result";
import { farWords, nearWords, placesOf, type Compared } from "./similar-words";
import { segmentName } from "./words";

/** A share of each customer that stands between its distance and its segment. */
interface ShareColumn {
  readonly label: string;
  readonly of: (row: SimilarRow) => number;
}

/** Similar customers as a table, nearest first: who, in what alike and apart, how far. `names` stand beside the rows. */
export function similarTable(
  result: SegmentsResult,
  { rows, tied }: { readonly rows: readonly SimilarRow[]; readonly tied: number },
  names: readonly string[],
  compared: Compared,
  shares: readonly ShareColumn[],
): Figure["table"] {
  return {
    columns: [
      { label: "Place", format: "text" },
      { label: "Who", format: "text" },
      { label: "Alike in (others so near)", format: "text", wraps: true },
      { label: "Apart in (of the distance)", format: "text", wraps: true },
      { label: "Distance", format: "score" },
      ...shares.map(({ label }) => ({ label, format: "share" }) as const),
      { label: "Segment", format: "text" },
    ],
    values: [
      placesOf(rows, tied),
      names,
      rows.map((row) => nearWords(result, row, compared)),
      rows.map((row) => farWords(result, row, compared)),
      Float64Array.from(rows, ({ distance }) => distance),
      ...shares.map(({ of }) => Float64Array.from(rows, of)),
      rows.map(({ row }) => segmentName(result, result.grouping.labels[row] ?? -1)),
    ],
  };
}
