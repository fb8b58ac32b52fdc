import type { Chart } from "./figure";
import { baseLayout, nameAxis, valueAxis } from "./layout";

/** Which whole number each of several judges prefers. */
export interface VotesInput {
  readonly rows: readonly string[];
  /** Null where a judge has no answer. */
  readonly chosen: readonly (number | null)[];
  readonly most: number;
  /** The number in use, drawn through all rows. */
  readonly inUse: number;
  readonly description: string;
}

/** A dot per judge on one scale of whole numbers; the number in use as a line. */
export function votes({ rows, chosen, most, inUse, description }: VotesInput): Chart {
  const last = Math.max(most, inUse);
  const scale = valueAxis({ title: "Number of segments", format: "count", low: 0.5, high: last + 0.5, grid: true });
  const marks = Array.from({ length: last }, (_, index) => index + 1);
  return {
    data: [
      {
        type: "scatter",
        mode: "markers+text",
        x: chosen.map((k) => k ?? 0.6),
        y: rows.map((_, index) => index),
        text: chosen.map((k) => (k === null ? "no answer" : String(k))),
        textposition: "middle right",
        textfont: { size: 12, color: "var(--text)" },
        marker: {
          size: 14,
          color: chosen.map((k) => (k === null ? "var(--surface)" : k === inUse ? "var(--accent)" : "var(--data-1)")),
          line: { width: 1.5, color: "var(--text-2)" },
        },
        hovertext: rows.map((row, index) => `${row}: ${chosen[index] ?? "no answer"}`),
        hoverinfo: "text",
        cliponaxis: false,
      },
    ],
    layout: baseLayout({
      xaxis: { ...scale, tickvals: marks, ticktext: marks.map(String) },
      yaxis: nameAxis(rows, true),
      margin: { l: 8, r: 72, t: 24, b: 8, pad: 4 },
      shapes: [
        {
          type: "line",
          xref: "x",
          yref: "paper",
          x0: inUse,
          x1: inUse,
          y0: 0,
          y1: 1,
          line: { color: "var(--accent)", width: 1.5, dash: "dot" },
        },
      ],
      annotations: [
        {
          x: inUse,
          xref: "x",
          y: 1,
          yref: "paper",
          yanchor: "bottom",
          text: `${inUse} in use`,
          showarrow: false,
          font: { color: "var(--accent)", size: 12 },
        },
      ],
    }),
    height: 100 + 38 * rows.length,
    description,
  };
}
