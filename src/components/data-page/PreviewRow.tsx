import type { JSX } from "preact";
import { format } from "../../charts/format";
import type { PreviewColumn } from "./PreviewHeader";

interface Props {
  /** 0-based place in the order shown. */
  readonly index: number;
  /** Top edge in px. */
  readonly top: number;
  readonly gutter: number;
  readonly columns: readonly PreviewColumn[];
  /** Undefined while the row is on its way. */
  readonly values: readonly (string | null)[] | undefined;
}

/** One row of the file. */
export function PreviewRow({ index, top, gutter, columns, values }: Props): JSX.Element {
  return (
    <div
      class="dp-grid-row"
      role="row"
      aria-rowindex={index + 2}
      aria-busy={values === undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span class="dp-gutter" role="rowheader" aria-colindex={1} style={{ width: `${gutter}px` }}>
        {format(index + 1, "count", "full")}
      </span>
      {columns.map((column) => (
        <Cell key={column.index} column={column} value={values?.[column.index]} waiting={values === undefined} />
      ))}
    </div>
  );
}

interface CellProps {
  readonly column: PreviewColumn;
  readonly value: string | null | undefined;
  readonly waiting: boolean;
}

function Cell({ column, value, waiting }: CellProps): JSX.Element {
  const missing = !waiting && (value === null || value === undefined);
  return (
    <span
      class={`dp-cell${column.numeric ? " dp-number" : ""}`}
      role="gridcell"
      aria-colindex={column.index + 2}
      style={{ left: `${column.left}px`, width: `${column.width}px` }}
      title={value ?? undefined}
    >
      {waiting && <span class="dp-cell-waiting" />}
      {missing && <span class="dp-null">null</span>}
      {!waiting && !missing && <bdi class="dp-cell-text">{value}</bdi>}
    </span>
  );
}
