import { describe, expect, it } from "vitest";
import { fitted, readable, roomBelow } from "../../../../src/components/chart/narrow";

const named = (count: number): Record<string, unknown> => ({
  xaxis: {
    tickvals: Array.from({ length: count }, (_, place) => place),
    ticktext: Array.from({ length: count }, (_, place) => `shipping_details_${place}`),
  },
});

const angle = (layout: Record<string, unknown>): unknown => (layout["xaxis"] as { tickangle?: number }).tickangle;

describe("names under a chart", () => {
  it("stay level where there is room", () => {
    expect(angle(fitted(named(3), 1200))).toBeUndefined();
  });

  it("stand aslant where they would touch, and upright where they would touch even so", () => {
    expect(angle(fitted(named(8), 390))).toBe(-30);
    expect(angle(fitted(named(15), 390))).toBe(-90);
  });

  it("are given room of their own where they stand upright, and only there", () => {
    expect(roomBelow(fitted(named(3), 1200))).toBe(0);
    expect(roomBelow(fitted(named(8), 390))).toBe(0);
    expect(roomBelow(fitted(named(15), 390))).toBeGreaterThan(80);
  });
});

describe("words in the cells of a heat map", () => {
  const words = [
    { type: "scatter", mode: "text", x: [0, 1, 2, 3, 4, 5], text: ["83 %", "8 %", "1 %", "0 %", "8 %", "1 %"] },
  ];
  const rows = (name: string): Record<string, unknown> => ({ yaxis: { tickvals: [0], ticktext: [name] } });

  it("stand where the names of the rows leave room for them, and else not at all", () => {
    expect(readable(words, rows("Average"), 324)).toEqual(words);
    expect(readable(words, rows("Very high one-event visits"), 324)).toEqual([]);
    expect(readable(words, rows("Very high one-event visits"), 520)).toEqual(words);
  });
});
