import { describe, expect, it } from "vitest";
import { flows } from "../../../src/charts/flows";

const chart = flows({
  flows: [
    { from: "A", to: "A", value: 6 },
    { from: "A", to: "B", value: 2 },
    { from: "Joined", to: "B", value: 2 },
  ],
  colour: (name) => (name === "A" ? "var(--data-1)" : "var(--muted)"),
  unit: "customers",
  description: "Flows.",
});
const [trace] = chart.data as unknown as readonly {
  node: { label: string[]; y: number[]; x: number[] };
  link: { source: number[]; target: number[]; value: number[]; label: string[] };
}[];

describe("flows", () => {
  it("joins each name on the left to its own on the right, though they may be called the same", () => {
    expect(trace?.node.label).toEqual(["A · 8", "Joined · 2", "A · 6", "B · 4"]);
    expect(trace?.link).toMatchObject({ source: [0, 0, 1], target: [2, 3, 3], value: [6, 2, 2] });
    expect(trace?.link.label[1]).toBe("A to B: 2 customers");
  });

  it("stacks names by their size without lying on each other", () => {
    const [first, second] = trace?.node.y ?? [];
    expect(first).toBeCloseTo(0.384, 3);
    expect(second).toBeCloseTo(0.904, 3);
    expect(trace?.node.x).toEqual([0.001, 0.001, 0.999, 0.999]);
  });
});
