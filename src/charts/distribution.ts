import type { Chart, Trace } from "./figure";
import { histogram, type HistogramInput } from "./histogram";
import { boxSentence, type Box } from "./boxes";

/** A histogram of one measure with its box plot on the same axis. */
export interface DistributionInput extends HistogramInput {
  /** Whiskers outside the histogram's edges are drawn to the edge. */
  readonly box: Box;
}

/** The histogram below, the box plot as a strip above it; both show the median. */
export function distribution(input: DistributionInput): Chart {
  const chart = histogram(input);
  const [low = 0, high = 1] = [input.edges[0], input.edges[input.edges.length - 1]];
  const at = (value: number): number => {
    const inside = Math.min(high, Math.max(low, value));
    return input.log ? Math.log10(inside) : inside - (input.whole && inside === high ? 0.5 : 0);
  };
  const strip: Trace = {
    type: "box",
    orientation: "h",
    yaxis: "y2",
    y: [0],
    q1: [at(input.box.q1)],
    median: [at(input.box.median)],
    q3: [at(input.box.q3)],
    lowerfence: [at(input.box.low)],
    upperfence: [at(input.box.high)],
    width: 0.7,
    whiskerwidth: 0.5,
    line: { color: "var(--text-2)", width: 1.5 },
    boxpoints: false,
    hoverinfo: "skip",
    showlegend: false,
  };
  const speech: Trace = {
    type: "scatter",
    mode: "markers",
    yaxis: "y2",
    x: [at(input.box.mean ?? input.box.median)],
    y: [0],
    marker: { symbol: "diamond", size: 8, color: "var(--text)", line: { width: 1, color: "var(--surface)" } },
    hovertext: [boxSentence(input.box, input.format, input.counted)],
    hoverinfo: "text",
    showlegend: false,
  };
  return {
    ...chart,
    data: [...chart.data, strip, speech],
    layout: {
      ...chart.layout,
      yaxis: { ...(chart.layout["yaxis"] as object), domain: [0, 0.8] },
      yaxis2: { domain: [0.84, 1], visible: false, fixedrange: true, range: [-0.6, 0.6], anchor: "x" },
    },
  };
}
