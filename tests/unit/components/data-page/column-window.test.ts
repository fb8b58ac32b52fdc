import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnEdges, columnWidth, columnWindow } from "../../../../src/components/data-page/column-window";

describe("drawing only the columns in sight", () => {
  it("covers the whole visible width, for any widths and any position", () => {
    const widths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        widths,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 900 }),
        (all, share, seen) => {
          const edges = columnEdges(all);
          const whole = edges.at(-1) ?? 0;
          const left = share * Math.max(0, whole - seen);
          const { from, to } = columnWindow(edges, left, seen);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(all.length);
          expect(edges[from]).toBeLessThanOrEqual(left);
          expect(edges[to]).toBeGreaterThanOrEqual(Math.min(whole, left + seen));
        },
      ),
    );
  });

  it("draws a handful of ten thousand columns", () => {
    const edges = columnEdges(Array.from({ length: 10_000 }, () => 120));
    const { from, to } = columnWindow(edges, 600_000, 960);
    expect(to - from).toBeLessThanOrEqual(12);
    expect(from).toBe(4999);
  });

  it("draws nothing of nothing", () => {
    expect(columnWindow(columnEdges([]), 0, 900)).toEqual({ from: 0, to: 0 });
  });

  it("gives a long name room, within bounds", () => {
    expect(columnWidth("a", "number")).toBe(112);
    expect(columnWidth("a", "time")).toBe(176);
    expect(columnWidth("x".repeat(500), "number")).toBe(280);
  });
});
