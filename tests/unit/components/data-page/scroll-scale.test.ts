import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clampTop,
  lastTop,
  MAX_PHYSICAL,
  physicalHeight,
  physicalTop,
  rowWindow,
  type ScrollGeometry,
  topAfterKey,
  topAfterScroll,
} from "../../../../src/components/data-page/scroll-scale";

const geometries = fc.record({
  rows: fc.integer({ min: 0, max: 50_000_000 }),
  rowHeight: fc.constant(32),
  viewport: fc.integer({ min: 32, max: 2000 }),
});

const million: ScrollGeometry = { rows: 1_000_000, rowHeight: 32, viewport: 480 };

describe("scrolling over more rows than an element can be tall", () => {
  it("never asks for an element taller than a browser can make", () => {
    fc.assert(fc.property(geometries, (geometry) => physicalHeight(geometry) <= MAX_PHYSICAL));
  });

  it("reaches the first and the last row at the ends of the scrollbar", () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        const end = Math.max(0, physicalHeight(geometry) - geometry.viewport);
        expect(topAfterScroll(123, end / 2, 0, geometry)).toBe(0);
        expect(topAfterScroll(0, 0, end, geometry)).toBeCloseTo(lastTop(geometry), 3);
        expect(rowWindow(lastTop(geometry), geometry, 0).to).toBe(geometry.rows);
      }),
    );
  });

  it("moves the rows by as many pixels as a wheel does, whatever the scale", () => {
    const top = 20_000_000;
    const bar = physicalTop(top, million);
    expect(topAfterScroll(top, bar, bar + 100, million)).toBe(top + 100);
    expect(topAfterScroll(top, bar, bar - 100, million)).toBe(top - 100);
  });

  it("moves the rows in proportion when the thumb is dragged", () => {
    const half = (physicalHeight(million) - million.viewport) / 2;
    expect(topAfterScroll(0, 0, half, million)).toBeCloseTo(lastTop(million) / 2, 3);
  });

  it("is the identity for a table that fits", () => {
    const small: ScrollGeometry = { rows: 1000, rowHeight: 32, viewport: 480 };
    fc.assert(fc.property(fc.integer({ min: 0, max: lastTop(small) }), (at) => topAfterScroll(7, 7, at, small) === at));
  });

  it("puts the scrollbar back to where the rows are without moving them", () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const top = share * lastTop(geometry);
        const bar = physicalTop(top, geometry);
        expect(bar).toBeLessThanOrEqual(Math.max(0, physicalHeight(geometry) - geometry.viewport) + 1e-6);
        expect(Math.abs(topAfterScroll(top, bar, bar, geometry) - top)).toBeLessThan(1);
      }),
    );
  });

  it("draws every visible row and never one that is not there", () => {
    fc.assert(
      fc.property(geometries, fc.double({ min: 0, max: 1, noNaN: true }), (geometry, share) => {
        const top = share * lastTop(geometry);
        const { from, to } = rowWindow(top, geometry, 6);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(geometry.rows);
        expect(from * geometry.rowHeight).toBeLessThanOrEqual(top);
        expect(Math.min(to, geometry.rows) * geometry.rowHeight).toBeGreaterThanOrEqual(
          Math.min(top + geometry.viewport, geometry.rows * geometry.rowHeight) - 1e-6,
        );
      }),
    );
  });

  it("steps by one row, by a page less one row, and to both ends with the keys", () => {
    expect(topAfterKey("ArrowDown", 64, million)).toBe(96);
    expect(topAfterKey("ArrowUp", 64, million)).toBe(32);
    expect(topAfterKey("PageDown", 0, million)).toBe(448);
    expect(topAfterKey("PageUp", 100, million)).toBe(0);
    expect(topAfterKey("Home", 5000, million)).toBe(0);
    expect(topAfterKey("End", 0, million)).toBe(lastTop(million));
    expect(topAfterKey("a", 0, million)).toBeNull();
    expect(topAfterKey("toString", 0, million)).toBeNull();
    expect(clampTop(Infinity, million)).toBe(lastTop(million));
  });
});
