import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { PreviewOrder } from "../../data/preview";
import type { Session } from "../../session/session";
import { columnEdges, columnWidth, columnWindow } from "./column-window";
import { counted } from "./found-sentence";
import { PreviewHeader, type PreviewColumn } from "./PreviewHeader";
import { PreviewRow } from "./PreviewRow";
import { physicalHeight, rowWindow } from "./scroll-scale";
import { nextOrder } from "./sort-order";
import { type Preview, type PreviewShape, usePreview } from "./use-preview";
import { useVirtualScroll } from "./use-virtual-scroll";

const ROW = 32;
const HEADER = 36;
const GUTTER = 88;
/** Rows drawn beyond each edge. */
const EXTRA = 6;

/** The rows of the file as they are, before any cleaning. */
export function PreviewTable({ session }: { session: Session }): JSX.Element {
  const [order, setOrder] = useState<PreviewOrder | null>(null);
  const preview = usePreview(session, order);
  return (
    <section class="dp-card" aria-labelledby="dp-preview-title">
      <header class="dp-card-head">
        <h2 id="dp-preview-title">The file as it is</h2>
        <p class="dp-small" role="status">
          {preview.shape !== null && sizeAndOrder(preview.shape, order)}
        </p>
      </header>
      {preview.problem !== null && (
        <p class="dp-problem" role="alert">
          These rows could not be shown: {preview.problem}{" "}
          <button type="button" onClick={preview.retry}>
            Try again
          </button>
        </p>
      )}
      <PreviewBody session={session} preview={preview} order={order} onOrder={setOrder} />
    </section>
  );
}

interface BodyProps {
  readonly session: Session;
  readonly preview: Preview;
  readonly order: PreviewOrder | null;
  readonly onOrder: (order: PreviewOrder | null) => void;
}

function PreviewBody({ session, preview, order, onOrder }: BodyProps): JSX.Element {
  const { shape } = preview;
  if (shape === null) return <div class="dp-grid dp-skeleton" aria-busy="true" />;
  if (shape.total === 0) return <p class="dp-empty">This file has column names and no rows.</p>;
  return <PreviewGrid session={session} shape={shape} preview={preview} order={order} onOrder={onOrder} />;
}

function PreviewGrid({ session, preview, shape, order, onOrder }: BodyProps & { shape: PreviewShape }): JSX.Element {
  const scroll = useVirtualScroll(shape.total, ROW, HEADER);
  const columns = useColumns(session, shape);
  const geometry = { rows: shape.total, rowHeight: ROW, viewport: Math.max(ROW, scroll.size.height - HEADER) };
  const rows = rowWindow(scroll.position.top, geometry, EXTRA);
  const shown = columnWindow(columns.edges, scroll.position.left, scroll.size.width - GUTTER);
  const visible = columns.list.slice(shown.from, shown.to);
  useEffect(() => preview.cache?.want(rows.from, rows.to), [preview.cache, rows.from, rows.to]);
  // A row that scrolls out lends its elements to one that scrolls in: a jump then changes texts, not the tree.
  const slots = Math.ceil(geometry.viewport / ROW) + 2 * EXTRA + 1;
  const width = GUTTER + (columns.edges.at(-1) ?? 0);
  const offset = HEADER + scroll.position.scrollTop - scroll.position.top;
  return (
    <div
      class="dp-grid"
      role="grid"
      tabIndex={0}
      aria-labelledby="dp-preview-title"
      aria-rowcount={shape.total + 1}
      aria-colcount={shape.columns.length + 1}
      aria-readonly="true"
      ref={scroll.element}
      onScroll={scroll.onScroll}
      onKeyDown={scroll.onKeyDown}
    >
      <div
        class="dp-space"
        role="rowgroup"
        style={{ height: `${HEADER + physicalHeight(geometry)}px`, width: `${width}px` }}
      >
        <PreviewHeader
          columns={visible}
          order={order}
          gutter={GUTTER}
          onSort={(column) => {
            scroll.toStart();
            onOrder(nextOrder(order, column));
          }}
        />
        {Array.from({ length: rows.to - rows.from }, (_, place) => rows.from + place).map((index) => (
          <PreviewRow
            key={index % slots}
            index={index}
            top={offset + index * ROW}
            gutter={GUTTER}
            columns={visible}
            values={preview.cache?.row(index)}
          />
        ))}
      </div>
    </div>
  );
}

/** The columns with their places, worked out again only when the columns or what is known of them change. */
function useColumns(session: Session, shape: PreviewShape): { edges: Float64Array; list: readonly PreviewColumn[] } {
  const profiles = session.profiles.value;
  return useMemo(() => {
    const kinds = shape.columns.map((name) => profiles.get(name)?.kind);
    const widths = shape.columns.map((name, index) => columnWidth(name, kinds[index]));
    const edges = columnEdges(widths);
    const list = shape.columns.map((name, index) => ({
      name,
      index,
      left: GUTTER + (edges[index] ?? 0),
      width: widths[index] ?? 0,
      numeric: kinds[index] === "number" || kinds[index] === "integer",
    }));
    return { edges, list };
  }, [shape.columns, profiles]);
}

function sizeAndOrder(shape: PreviewShape, order: PreviewOrder | null): string {
  const size = `${counted(shape.total, "row")}, ${counted(shape.columns.length, "column")}`;
  if (order === null) return `${size}, in the order of the file`;
  return `${size}, by ${order.column}, ${order.descending ? "largest first" : "smallest first"}`;
}
