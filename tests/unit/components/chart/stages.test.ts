import { describe, expect, it } from "vitest";
import { bars } from "../../../../src/charts/bars";
import { pointMap } from "../../../../src/charts/point-map";
import { stagesBefore } from "../../../../src/components/chart/stages";

const chart = bars({ labels: ["a", "b"], values: [1, 2], format: "count", axis: "n", description: "" });

describe("stagesBefore", () => {
  it("draws the place and its axes before what stands between them, and notes last", () => {
    const { data } = chart;
    const plain = stagesBefore({ data: [...data], layout: chart.layout });
    expect(plain.map((stage) => stage.data.length)).toEqual([0, 0]);
    expect(plain.map(({ layout }) => (layout["yaxis"] as { visible?: boolean }).visible)).toEqual([false, undefined]);
    const noted = stagesBefore({ data: [...data], layout: { ...chart.layout, annotations: [{ text: "here" }] } });
    expect(noted.map((stage) => stage.data.length)).toEqual([0, 0, 1]);
    expect(noted.every(({ layout }) => !("annotations" in layout))).toBe(true);
  });

  it("leaves charts without axes whole", () => {
    expect(stagesBefore({ data: [{ type: "sankey" }], layout: { height: 300 } })).toEqual([]);
  });

  it("makes the graphics card ready with one point of each group", () => {
    const values = Float64Array.from({ length: 3000 }, (_, at) => at);
    const groups = [{ label: "all", colour: "var(--data-1)", group: 0 }];
    const axes = ["x", "y"].map((label) => ({ label, values }));
    const map = pointMap({ axes, groups, groupOf: new Int32Array(3000), hover: () => "", description: "" });
    const [, , first] = stagesBefore({ data: [...map.data], layout: map.layout });
    expect(first?.data).toMatchObject([{ type: "scattergl", x: Float64Array.of(0), y: Float64Array.of(0) }]);
  });
});
