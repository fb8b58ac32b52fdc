import { categorical } from "./colours";
import type { Chart } from "./figure";
import { format } from "./format";
import { baseLayout } from "./layout";
import { clipped } from "./clipped";

/** Streams between neighbouring columns of names. */
export interface SankeyInput {
  /** Headings of the columns, left to right. */
  readonly columns: readonly string[];
  readonly links: readonly SankeyLink[];
  /** Names that are drawn in grey: what is grouped, and what ends. */
  readonly muted: readonly string[];
  readonly description: string;
}

export interface SankeyLink {
  /** The column it starts in, from 0. */
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

interface Node {
  readonly column: number;
  readonly label: string;
}

/** A Sankey diagram whose columns stand at equal distances; the same name has the same colour in every column. */
export function sankey(input: SankeyInput): Chart {
  const nodes: Node[] = [];
  const places = new Map<string, number>();
  const place = (column: number, label: string): number => {
    const key = JSON.stringify([column, label]);
    const known = places.get(key) ?? nodes.push({ column, label }) - 1;
    places.set(key, known);
    return known;
  };
  const ends = input.links.map(({ column, from, to }) => ({
    source: place(column, from),
    target: place(column + 1, to),
  }));
  const colours = coloursOf(nodes, input.muted);
  const last = Math.max(1, input.columns.length - 1);
  return {
    data: [
      {
        type: "sankey",
        arrangement: "snap",
        orientation: "h",
        node: {
          label: nodes.map(({ label }) => clipped(label, 24)),
          x: nodes.map(({ column }) => Math.min(0.999, Math.max(0.001, column / last))),
          color: colours,
          align: "left",
          pad: 14,
          thickness: 14,
          line: { width: 0 },
          hovertemplate: "%{label}: %{value:,.0f}<extra></extra>",
        },
        link: {
          source: ends.map(({ source }) => source),
          target: ends.map(({ target }) => target),
          value: input.links.map(({ value }) => value),
          color: ends.map(
            ({ source }) => `color-mix(in oklab, ${colours[source] ?? "var(--muted)"} 38%, var(--surface))`,
          ),
          customdata: input.links.map(({ from, to, value }) => `${from} to ${to}: ${format(value, "count", "full")}`),
          hovertemplate: "%{customdata}<extra></extra>",
        },
        textfont: { color: "var(--text)", size: 12 },
      },
    ],
    layout: baseLayout({
      margin: { l: 8, r: 8, t: 28, b: 8, pad: 0 },
      annotations: input.columns.map((text, column) => ({
        ...{ text, x: column / last, y: 1, xref: "paper", yref: "paper", showarrow: false, yanchor: "bottom" },
        ...{ xanchor: column === 0 ? "left" : column === last ? "right" : "center" },
        font: { size: 12, color: "var(--text-2)" },
      })),
    }),
    height: Math.max(320, 60 + 34 * tallest(nodes)),
    description: input.description,
  };
}

function coloursOf(nodes: readonly Node[], muted: readonly string[]): readonly string[] {
  const names = [...new Set(nodes.map(({ label }) => label))].filter((label) => !muted.includes(label));
  return nodes.map(({ label }) => (muted.includes(label) ? "var(--muted)" : categorical(names.indexOf(label))));
}

function tallest(nodes: readonly Node[]): number {
  const counts = new Map<number, number>();
  for (const { column } of nodes) counts.set(column, (counts.get(column) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}
