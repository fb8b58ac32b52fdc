import type { Chart, Trace } from "./figure";
import { baseLayout } from "./layout";
import { format } from "./format";

/** The top of a merge tree as plain numbers: see `Dendrogram` of the workers' contract. */
export interface DendrogramInput {
  /** Four corners of each link, link l from `4 * l`. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Group of each link, -1 above the cut. */
  readonly links: Int32Array;
  readonly leafSizes: Int32Array;
  readonly cut: number;
  readonly colourOf: (group: number) => string;
  readonly description: string;
}

/** A dendrogram: links coloured by the group below the cut, branch sizes as ticks, the cut as a line. */
export function dendrogramChart(input: DendrogramInput): Chart {
  const { leafSizes, cut, links } = input;
  const groups = [...new Set(links)].toSorted((a, b) => a - b);
  const top = input.y.reduce((most, height) => Math.max(most, height), 0);
  return {
    data: groups.map((group) => linksOf(input, group)),
    layout: baseLayout({
      xaxis: {
        type: "linear",
        fixedrange: true,
        tickmode: "array",
        tickvals: Array.from(leafSizes, (_, leaf) => leaf),
        ticktext: Array.from(leafSizes, (size) => format(size, "count")),
        tickangle: leafSizes.length > 30 ? -90 : 0,
        range: [-0.6, leafSizes.length - 0.4],
        showgrid: false,
        zeroline: false,
        automargin: true,
        tickfont: { size: 11, color: "var(--text-2)" },
      },
      yaxis: {
        type: "linear",
        fixedrange: true,
        range: [0, top * 1.05 || 1],
        gridcolor: "var(--line)",
        zeroline: false,
        nticks: 5,
        automargin: true,
        title: { text: "Height", font: { size: 12, color: "var(--text-2)" }, standoff: 12 },
      },
      shapes: [
        {
          type: "line",
          xref: "paper",
          x0: 0,
          x1: 1,
          yref: "y",
          y0: cut,
          y1: cut,
          line: { color: "var(--accent)", width: 1.5, dash: "dot" },
        },
      ],
    }),
    height: 360,
    description: input.description,
  };
}

/** All links of one group as one line with gaps. */
function linksOf({ x, y, links, colourOf }: DendrogramInput, group: number): Trace {
  const own = Array.from(links.keys()).filter((link) => links[link] === group);
  const corners = (values: Float64Array) => own.flatMap((link) => [...values.subarray(4 * link, 4 * link + 4), null]);
  return {
    type: "scatter",
    mode: "lines",
    x: corners(x),
    y: corners(y),
    line: { color: group < 0 ? "var(--text-2)" : colourOf(group), width: 1.5 },
    hoverinfo: "skip",
  };
}
