import type { JSX } from "preact";
import type { PreviewOrder } from "../../data/preview";
import { ariaSort } from "./sort-order";

export interface PreviewColumn {
  readonly name: string;
  /** 0-based place in the file. */
  readonly index: number;
  /** Left edge and width, in px. */
  readonly left: number;
  readonly width: number;
  readonly numeric: boolean;
}

interface Props {
  readonly columns: readonly PreviewColumn[];
  readonly order: PreviewOrder | null;
  readonly gutter: number;
  readonly onSort: (column: string) => void;
}

/** The names of the columns; a click sorts. */
export function PreviewHeader({ columns, order, gutter, onSort }: Props): JSX.Element {
  return (
    <div class="dp-grid-head" role="row" aria-rowindex={1}>
      <span class="dp-gutter" role="columnheader" aria-colindex={1} style={{ width: `${gutter}px` }}>
        Row
      </span>
      {columns.map((column) => {
        const sorted = ariaSort(order, column.name);
        return (
          <span
            key={column.index}
            class={`dp-cell${column.numeric ? " dp-number" : ""}`}
            role="columnheader"
            aria-colindex={column.index + 2}
            aria-sort={sorted}
            style={{ left: `${column.left}px`, width: `${column.width}px` }}
          >
            <button type="button" title={`Sort by ${column.name}`} onClick={() => onSort(column.name)}>
              <bdi class="dp-cell-text">{column.name === "" ? "(no name)" : column.name}</bdi>
              <span aria-hidden="true">{sorted === "ascending" ? "↑" : sorted === "descending" ? "↓" : ""}</span>
            </button>
          </span>
        );
      })}
    </div>
  );
}
