import { describe, expect, it } from "vitest";
import { MOST_DRAWN, pointMap, type PointMapInput } from "../../../src/charts/point-map";

const input = (count: number, axes: number, groups = 2): PointMapInput => ({
  axes: Array.from({ length: axes }, (_, axis) => ({
    label: `Axis ${axis}`,
    values: Float64Array.from({ length: count }, (__, i) => i * (axis + 1)),
  })),
  groups: Array.from({ length: groups }, (_, g) => ({
    label: `Group ${g}`,
    colour: `var(--data-${g + 1})`,
    group: g,
  })),
  groupOf: Int32Array.from({ length: count }, (_, i) => i % groups),
  hover: (place) => `Customer at ${place}`,
  description: "A map.",
});

describe("pointMap", () => {
  it("draws each point where it is, with its own sentence, and lets an area be picked", () => {
    const chart = pointMap(input(10, 2));
    expect(chart.data.map((trace) => [...(trace["x"] as Float64Array)])).toEqual([
      [0, 2, 4, 6, 8],
      [1, 3, 5, 7, 9],
    ]);
    expect(chart.data[1]?.["hovertext"]).toEqual([1, 3, 5, 7, 9].map((place) => `Customer at ${place}`));
    expect(chart.pick).toMatchObject({ by: "area" });
    expect(chart.pick?.by === "area" && chart.pick.y.length).toBe(10);
  });

  it("draws at most twenty thousand points, and picks among all of them", () => {
    const chart = pointMap({
      ...input(120_000, 2),
      groupOf: Int32Array.from({ length: 120_000 }, (_, i) => (i < 60_000 ? 0 : 1)),
    });
    const drawn = chart.data.reduce((sum, trace) => sum + (trace["x"] as Float64Array).length, 0);
    expect(drawn).toBeLessThanOrEqual(MOST_DRAWN);
    expect(drawn).toBeGreaterThan(MOST_DRAWN / 2);
    expect(chart.data[0]).toMatchObject({ type: "scattergl", hoverinfo: "skip" });
    expect(chart.pick?.by === "area" && chart.pick.x.length).toBe(120_000);
  });

  it("marks the picked points in each group", () => {
    const picked = Uint8Array.of(1, 0, 0, 1, 1, 0, 0, 0, 0, 1);
    const chart = pointMap({ ...input(10, 2), picked });
    expect(chart.data.map((trace) => trace["selectedpoints"])).toEqual([
      [0, 2],
      [1, 4],
    ]);
  });

  it("turns in space with three axes, where nothing can be drawn around", () => {
    const chart = pointMap(input(10, 3));
    expect(chart.data[0]).toMatchObject({ type: "scatter3d" });
    expect(chart.pick).toBeUndefined();
  });
});
