import { useMemo, useState } from "preact/hooks";
import type { DataTable, TableColumn } from "../../charts/figure";
import { cellText, headingText } from "./cell-text";
import { LookLink } from "./LookLink";
import { nextOrder, rowOrder, type TableOrder } from "./table-order";
import { windowOf } from "./table-window";

interface FigureTableProps {
  readonly table: DataTable;
  /** What the table shows, for people who cannot see its card. */
  readonly label: string;
}

const cellClass = ({ format, wraps }: TableColumn): string =>
  wraps === true ? "fig-text fig-wraps" : format === "text" ? "fig-text" : "fig-number";

const STEPS = [10, 25, 200] as const;
const TALL = 200;

/** The numbers of a figure: sortable, first ten rows first, then more; a long table draws only the rows in sight. */
export function FigureTable({ table, label }: FigureTableProps) {
  const [order, setOrder] = useState<TableOrder | null>(null);
  const [step, setStep] = useState(0);
  const [scrolled, setScrolled] = useState(0);
  const rows = useMemo(() => rowOrder(table, order), [table, order]);
  const shown = Math.min(rows.length, STEPS[step] ?? rows.length);
  const sight = windowOf(shown, scrolled, shown > TALL);
  const more = Math.min(rows.length, STEPS[step + 1] ?? rows.length);

  return (
    <div class="fig-table">
      <div
        class={`fig-table-scroll${shown > 25 ? " fig-table-tall" : ""}`}
        role="region"
        aria-label={`${label}, table`}
        tabIndex={0}
        onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      >
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr>
              {table.columns.map((column, at) => (
                <Heading
                  key={at}
                  table={table}
                  at={at}
                  order={order}
                  onOrder={() => setOrder(nextOrder(order, at, column.format === "text"))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sight.above > 0 && <Space height={sight.above} columns={table.columns.length} />}
            {rows.slice(sight.from, sight.to).map((row, index) => (
              <tr key={row} aria-rowindex={sight.from + index + 2}>
                {table.columns.map((column, at) => (
                  <td key={at} class={cellClass(column)}>
                    {at === 0 ? (
                      <LookLink look={table.looks?.[row]}>{cellText(table, row, at)}</LookLink>
                    ) : (
                      cellText(table, row, at)
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {sight.below > 0 && <Space height={sight.below} columns={table.columns.length} />}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <button type="button" class="fig-more" onClick={() => setStep(step + 1)}>
          Show {more === rows.length ? `all ${rows.length.toLocaleString("en-GB")}` : `the first ${more}`}
        </button>
      )}
    </div>
  );
}

interface HeadingProps {
  readonly table: DataTable;
  readonly at: number;
  readonly order: TableOrder | null;
  readonly onOrder: () => void;
}

function Heading({ table, at, order, onOrder }: HeadingProps) {
  const column = table.columns[at];
  if (column === undefined) return null;
  const active = order?.column === at ? order : null;
  return (
    <th
      scope="col"
      class={column.format === "text" ? "fig-text" : "fig-number"}
      aria-sort={active === null ? "none" : active.descending ? "descending" : "ascending"}
    >
      <button type="button" class="fig-sort" onClick={onOrder}>
        {headingText(column)}
        <span class="fig-sort-mark" aria-hidden="true">
          {active === null ? "" : active.descending ? "↓" : "↑"}
        </span>
      </button>
    </th>
  );
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} class="fig-space" style={{ height: `${height}px` }} />
    </tr>
  );
}
