import type { Chart } from "./figure";
import { format } from "./format";
import { baseLayout, valueAxis } from "./layout";

/** Cumulative shares, both from 0 to 1, customers sorted from least to most. */
export interface LorenzInput {
  readonly customers: ArrayLike<number>;
  readonly value: ArrayLike<number>;
  readonly gini: number;
  /** What is shared out, e.g. "traffic". */
  readonly what: string;
  readonly description: string;
}

/** The Lorenz curve with the line of equality and the Gini coefficient written in the gap. */
export function lorenz(input: LorenzInput): Chart {
  const x = Array.from(input.customers);
  const y = Array.from(input.value);
  const curve = {
    type: "scatter",
    mode: "lines",
    x,
    y,
    fill: "tozeroy",
    fillcolor: "color-mix(in oklab, var(--data-1) 12%, transparent)",
    line: { color: "var(--data-1)", width: 2.5 },
    hovertext: x.map(
      (share, index) =>
        `The ${format(share, "share")} of customers with the least ${input.what} hold ${format(y[index], "share")} of it; the other ${format(1 - share, "share")} hold ${format(1 - (y[index] ?? NaN), "share")}`,
    ),
    hoverinfo: "text",
  };
  const equality = {
    type: "scatter",
    mode: "lines",
    x: [0, 1],
    y: [0, 1],
    line: { color: "var(--muted)", width: 1.5, dash: "dot" },
    hoverinfo: "skip",
  };
  return {
    data: [curve, equality],
    layout: baseLayout({
      xaxis: valueAxis({ title: `Share of customers, least ${input.what} first`, format: "share", low: 0, high: 1 }),
      yaxis: valueAxis({ title: `Share of ${input.what}`, format: "share", low: 0, high: 1.03 }),
      annotations: [
        {
          x: 0.04,
          y: 0.96,
          xanchor: "left",
          text: `Gini ${format(input.gini, "score")}`,
          showarrow: false,
          font: { size: 16, color: "var(--text)" },
        },
        {
          x: 0.04,
          y: 0.87,
          xanchor: "left",
          text: "0 equal, 1 all with one customer",
          showarrow: false,
          font: { size: 12, color: "var(--text-2)" },
        },
      ],
    }),
    height: 320,
    description: input.description,
  };
}
