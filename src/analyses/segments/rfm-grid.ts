import type { Figure } from "../../charts/figure";
import { format } from "../../charts/format";
import { heatmap } from "../../charts/heatmap";
import { RFM_BINS } from "../../data/table/rfm-scores";
import type { SegmentsResult } from "./result";
import type { RfmStudy } from "./rfm";
import { RFM_SECTION } from "./rfm-section";
import { rfmName, rfmParameters } from "./rfm-words";
import { counted, unitsOf } from "../units";

/** One field of the grid: who has these two scores. */
interface Cell {
  readonly recency: number;
  readonly frequency: number;
  customers: number;
  orders: number;
  money: number;
  /** Customers by segment. */
  readonly segments: Map<number, number>;
}

/** Customers by their scores of recency and frequency, the most recent on top. */
export function rfmGridFigure(study: RfmStudy, unit: Pick<SegmentsResult, "unit">): Figure {
  const cells = cellsOf(study);
  const total = study.places.length;
  const rows = cells.map((row) => row[0]?.recency ?? NaN);
  const best = cells[0]?.at(-1);
  const flat = cells.flat();
  return {
    id: "segments-rfm-grid",
    section: RFM_SECTION,
    title: `${format((best?.customers ?? 0) / total, "share")} of ${unitsOf(unit)} have the best scores of both recency and frequency`,
    subtitle: `${counted(total, unit)} by score; 5 is the most recent, and the most orders`,
    chart: heatmap({
      rows: rows.map((score) => `Recency ${score}`),
      columns: (cells[0] ?? []).map(({ frequency }) => `Frequency ${frequency}`),
      values: cells.map((row) => row.map(({ customers }) => customers)),
      scale: "intensity",
      print: (value) => format(value, "count"),
      hover: (row, column) => {
        const cell = cells[row]?.[column];
        return cell === undefined ? "" : sentence(study, cell, unit);
      },
      description: `A grid of recency and frequency scores with the number of ${unitsOf(unit)} in each field.`,
    }),
    table: {
      columns: [
        { label: "Recency score", format: "count" },
        { label: "Frequency score", format: "count" },
        { label: "Size", format: "count" },
        { label: "Share", format: "share" },
        { label: "Orders", format: "count" },
        { label: "Money", format: "number" },
        { label: "Money each", format: "number" },
        { label: "Most are", format: "text" },
      ],
      values: [
        Float64Array.from(flat, ({ recency }) => recency),
        Float64Array.from(flat, ({ frequency }) => frequency),
        Float64Array.from(flat, ({ customers }) => customers),
        Float64Array.from(flat, ({ customers }) => customers / total),
        Float64Array.from(flat, ({ orders }) => orders),
        Float64Array.from(flat, ({ money }) => money),
        Float64Array.from(flat, ({ customers, money }) => money / customers),
        flat.map((cell) => mostOf(study, cell)),
      ],
    },
    explain: {
      text: "Each measure is cut into five scores at its cut points: with fifths, each score has about as many customers, fewer where many share one value. Recency is turned round, so that 5 is best on both sides.",
      sql: study.sql,
      parameters: rfmParameters(study),
    },
    span: 12,
  };
}

function cellsOf({ scores, customers, places }: RfmStudy): readonly (readonly Cell[])[] {
  const order = Array.from({ length: RFM_BINS }, (_, at) => at + 1);
  const cells = order
    .toReversed()
    .map((recency) =>
      order.map((frequency): Cell => ({ recency, frequency, customers: 0, orders: 0, money: 0, segments: new Map() })),
    );
  for (let i = 0; i < places.length; i++) {
    const cell = cells[RFM_BINS - (scores.recency[i] as number)]?.[(scores.frequency[i] as number) - 1];
    if (cell === undefined) continue;
    cell.customers++;
    cell.orders += customers.frequency[i] as number;
    cell.money += customers.money[i] as number;
    const place = places[i] as number;
    cell.segments.set(place, (cell.segments.get(place) ?? 0) + 1);
  }
  return cells;
}

function sentence(study: RfmStudy, cell: Cell, unit: Pick<SegmentsResult, "unit">): string {
  const { recency, frequency, customers, orders, money } = cell;
  const head = `Recency ${recency}, frequency ${frequency}: ${counted(customers, unit)}`;
  if (customers === 0) return head;
  return [
    `${head}, ${format(customers / study.places.length, "share")}`,
    `Orders: ${format(orders, "count", "full")}`,
    `Money: ${format(money, "number")}, ${format(money / customers, "number")} each`,
    `Most are “${mostOf(study, cell)}”`,
  ].join("\n");
}

function mostOf(study: RfmStudy, { segments }: Cell): string {
  const [most] = [...segments].toSorted(([, a], [, b]) => b - a);
  return most === undefined ? "–" : rfmName(study, most[0]);
}
