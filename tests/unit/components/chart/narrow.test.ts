import { describe, expect, it } from "vitest";
import { fitted, roomBelow } from "../../../../src/components/chart/narrow";

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
