import { describe, expect, it } from "vitest";
import { bars } from "../../../src/charts/bars";
import { boxes } from "../../../src/charts/boxes";
import { ordered } from "../../../src/charts/colours";
import { density } from "../../../src/charts/density";
import { distribution } from "../../../src/charts/distribution";
import { elbow } from "../../../src/charts/elbow";
import type { Chart, Trace } from "../../../src/charts/figure";
import { forest } from "../../../src/charts/forest";
import { groupedBars } from "../../../src/charts/grouped-bars";
import { heatmap } from "../../../src/charts/heatmap";
import { histogram } from "../../../src/charts/histogram";
import { lines } from "../../../src/charts/lines";
import { lorenz } from "../../../src/charts/lorenz";
import { scatter } from "../../../src/charts/scatter";

const description = "A chart.";
const trace = (chart: Chart, index = 0): Trace => chart.data[index] ?? {};
const axis = (chart: Chart, name: string): { range: [number, number]; ticktext: string[] } =>
  chart.layout[name] as never;

describe("bars", () => {
  const chart = bars({
    labels: ["__proto__", "<b>", "<b>"],
    values: [3, 2, NaN],
    format: "bytes",
    axis: "Traffic",
    description,
  });

  it("starts at zero, puts names at positions, says values", () => {
    expect(axis(chart, "xaxis").range[0]).toBe(0);
    expect(trace(chart)["y"]).toEqual([0, 1, 2]);
    expect(axis(chart, "yaxis").ticktext).toEqual(["__proto__", "<b>", "<b>"]);
    expect(trace(chart)["text"]).toEqual(["3 B", "2 B", "–"]);
    expect(trace(chart)["hovertext"]).toEqual(["__proto__: 3 B", "<b>: 2 B", "<b>: –"]);
  });

  it("draws nothing without failing when there is nothing", () => {
    expect(bars({ labels: [], values: [], format: "count", axis: "", description }).data).toHaveLength(1);
  });
});

describe("groupedBars", () => {
  it("turns values into shares of each name, none of them where the sum is zero", () => {
    const chart = groupedBars({
      labels: ["a", "b"],
      series: [
        { label: "x", values: [1, 0] },
        { label: "y", values: [3, 0] },
      ],
      mode: "share",
      format: "count",
      axis: "Share",
      description,
    });
    expect(trace(chart)["x"]).toEqual([0.25, NaN]);
    expect(trace(chart, 1)["hovertext"]).toEqual(["a, y: 3, 75 % of a", "b, y: 0, – of b"]);
  });
});

describe("histogram", () => {
  const edges = [1, 2, 3, 5];
  const counts = [10, 5, 1];

  it("says a range, and “and more” for an open end", () => {
    const chart = histogram({
      edges,
      groups: [{ label: "All", counts }],
      format: "score",
      axis: "Score",
      counted: "customers",
      openEnded: true,
      description,
    });
    expect(trace(chart)["hovertext"]).toEqual([
      "10 customers with 1 to 2",
      "5 customers with 2 to 3",
      "1 customer with 3 and more",
    ]);
  });

  it("puts whole numbers under the middle of their bars", () => {
    const chart = histogram({
      edges,
      groups: [{ label: "All", counts }],
      format: "count",
      axis: "Sessions",
      counted: "customers",
      whole: true,
      description,
    });
    expect(trace(chart)["x"]).toEqual([1, 2, 3.5]);
    expect(trace(chart)["hovertext"]).toEqual(["10 customers with 1", "5 customers with 2", "1 customer with 3 to 4"]);
  });

  it("draws by logarithm with values at the marks", () => {
    const chart = histogram({
      edges: [1e3, 1e6, 1e9],
      groups: [{ label: "All", counts: [1, 2] }],
      format: "bytes",
      axis: "",
      counted: "customers",
      log: true,
      median: 1e6,
      description,
    });
    expect(axis(chart, "xaxis").range).toEqual([3, 9]);
    expect(trace(chart)["x"]).toEqual([4.5, 7.5]);
  });

  it("holds the box inside its edges", () => {
    const chart = distribution({
      edges,
      groups: [{ label: "All", counts }],
      format: "score",
      axis: "",
      counted: "customers",
      description,
      box: { label: "Score", low: 0, q1: 2, median: 3, q3: 4, high: 99, mean: 50, n: 16 },
    });
    expect(trace(chart, 1)).toMatchObject({ lowerfence: [1], upperfence: [5] });
  });
});

describe("boxes", () => {
  it("draws five given numbers and says them", () => {
    const chart = boxes({
      boxes: [{ label: "A", low: 1, q1: 2, median: 3, q3: 4, high: 9, mean: 3.5, interval: [3, 4], n: 7 }],
      format: "milliseconds",
      axis: "",
      counted: "customers",
      description,
    });
    expect(trace(chart)).toMatchObject({ q1: [2], median: [3], q3: [4], lowerfence: [1], upperfence: [9] });
    expect(trace(chart, 1)["hovertext"]).toEqual([
      "A: median 3 ms, mean 3.5 ms; half lie between 2 ms and 4 ms (7 customers)",
    ]);
  });
});

describe("elbow", () => {
  const input = {
    k: [1, 2, 3],
    inertia: [9, 4, 3],
    silhouette: [NaN, 0.6, 0.5],
    silhouetteMargin: [0, 0.1, 0],
    chosen: 3,
    description,
  };
  const texts = (chart: Chart): string[] =>
    (chart.layout["annotations"] as { text: string }[]).map((note) => note.text);

  it("marks what is known and nothing else", () => {
    expect(texts(elbow({ ...input, knee: 2, bestSilhouette: 2 }))).toEqual([
      "k = 3 in use",
      "knee: k = 2",
      "best silhouette: k = 2",
    ]);
    expect(texts(elbow({ ...input, knee: null, bestSilhouette: null }))).toEqual(["k = 3 in use"]);
  });

  it("leaves the silhouette of one segment out", () => {
    expect(trace(elbow({ ...input, knee: null, bestSilhouette: null }), 1)["y"]).toEqual([null, 0.6, 0.5]);
  });
});

describe("heatmap", () => {
  it("keeps the middle of a diverging scale at zero and leaves missing cells empty", () => {
    const chart = heatmap({
      rows: ["a"],
      columns: ["x", "y"],
      values: [[0.2, NaN]],
      scale: "diverging",
      limit: 1,
      description,
    });
    expect(trace(chart)).toMatchObject({ zmin: -1, zmax: 1, z: [[0.2, null]] });
  });
});

describe("forest", () => {
  it("tells intervals that touch zero from those that do not", () => {
    const chart = forest({
      labels: ["a", "b"],
      values: [1, 1],
      low: [0.5, -0.5],
      high: [1.5, 2],
      format: "score",
      axis: "",
      description,
    });
    expect(chart.data.map((points) => points["y"])).toEqual([[0], [1]]);
  });
});

describe("scatter", () => {
  it("uses WebGL for many points and never for centroids", () => {
    const many = new Float64Array(3000);
    const chart = scatter({
      groups: [
        { label: "All", x: many, y: many },
        { label: "Centroids", x: [0], y: [0], cross: true },
      ],
      xAxis: "",
      xFormat: "score",
      yAxis: "",
      yFormat: "score",
      description,
    });
    expect(chart.data.map((points) => points["type"])).toEqual(["scattergl", "scatter"]);
  });
});

describe("lines, lorenz, density", () => {
  it("breaks a line where a value is missing", () => {
    const chart = lines({
      x: [1, 2],
      series: [{ label: "a", values: [NaN, 1] }],
      xAxis: "k",
      xFormat: "count",
      yAxis: "",
      yFormat: "score",
      description,
    });
    expect(trace(chart)["y"]).toEqual([null, 1]);
  });

  it("writes the Gini coefficient beside the curve", () => {
    const chart = lorenz({ customers: [0, 1], value: [0, 1], gini: 0.26537, what: "traffic", description });
    expect(JSON.stringify(chart.layout)).toContain("Gini 0.265");
  });

  it("leaves empty cells empty and ends the line at the drawing's edge", () => {
    const chart = density({
      xEdges: [0, 1, 2],
      yEdges: [0, 2],
      counts: [[9, 0]],
      xAxis: "Gaming",
      xFormat: "bytes",
      yAxis: "Traffic",
      yFormat: "bytes",
      counted: "customers",
      line: { intercept: 0, slope: 2 },
      description,
    });
    expect(trace(chart)["z"]).toEqual([[1, null]]);
    expect(chart.layout["shapes"]).toMatchObject([{ x0: 0, y0: 0, x1: 1, y1: 2 }]);
  });
});

describe("ordered", () => {
  it("gives the same colour to the lowest and the highest whatever their number", () => {
    expect([ordered(0, 3), ordered(2, 3), ordered(0, 5), ordered(4, 5), ordered(0, 1), ordered(-1, 3)]).toEqual([
      "ramp(0)",
      "ramp(1)",
      "ramp(0)",
      "ramp(1)",
      "ramp(0.5)",
      "var(--muted)",
    ]);
  });
});
