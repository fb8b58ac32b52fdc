import { describe, expect, test } from "vitest";
import { flowGraph } from "../../../src/charts/flow-graph";
import { sankey } from "../../../src/charts/sankey";

describe("sankey", () => {
  const chart = sankey({
    columns: ["step 1", "step 2", "step 3"],
    links: [
      { column: 0, from: "home", to: "cart", value: 3 },
      { column: 0, from: "home", to: "home", value: 1 },
      { column: 1, from: "cart", to: "others", value: 2 },
    ],
    muted: ["others"],
    description: "d",
  });
  const [trace] = chart.data as {
    node: { label: string[]; x: number[]; color: string[] };
    link: { source: number[]; target: number[]; value: number[] };
  }[];

  test("has one node per name and column", () => {
    expect(trace?.node.label).toEqual(["home", "cart", "home", "others"]);
    expect(trace?.node.x).toEqual([0.001, 0.5, 0.5, 0.999]);
    expect(trace?.link).toMatchObject({ source: [0, 0, 1], target: [1, 2, 3], value: [3, 1, 2] });
  });

  test("gives a name one colour in every column, and grey to what is grouped", () => {
    expect(trace?.node.color).toEqual(["var(--data-1)", "var(--data-2)", "var(--data-1)", "var(--muted)"]);
  });

  test("is finite without links", () => {
    expect(sankey({ columns: [], links: [], muted: [], description: "d" }).height).toBeGreaterThan(0);
  });
});

describe("flowGraph", () => {
  test("draws the way there and the way back apart, and no way from a name to itself", () => {
    const chart = flowGraph({
      nodes: [
        { label: "a", value: 4 },
        { label: "b", value: 1 },
      ],
      links: [
        { from: 0, to: 1, value: 3 },
        { from: 1, to: 0, value: 1 },
        { from: 0, to: 0, value: 9 },
      ],
      description: "d",
    });
    expect(chart.data).toHaveLength(3);
    const middle = (at: number): unknown => (chart.data[at]?.x as number[])[6];
    expect(middle(0)).not.toBeCloseTo(middle(1) as number, 6);
    expect((chart.data[2]?.x as number[]).every(Number.isFinite)).toBe(true);
  });
});
