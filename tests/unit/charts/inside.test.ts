import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markInside, type Outline } from "../../../src/charts/inside";

const marked = (outline: Outline, points: readonly (readonly [number, number])[], from = 0, to = points.length) => {
  const picked = new Uint8Array(points.length);
  const x = Float64Array.from(points, ([px]) => px);
  const y = Float64Array.from(points, ([, py]) => py);
  markInside(outline, x, y, picked, from, to);
  return [...picked];
};

describe("markInside", () => {
  it("marks the points inside a line that folds in on itself", () => {
    const hook: Outline = { x: [0, 4, 4, 3, 3, 0], y: [0, 0, 4, 4, 1, 1] };
    expect(
      marked(hook, [
        [1, 0.5],
        [1, 2],
        [3.5, 3],
        [5, 0.5],
        [-1, 0.5],
        [3.5, 0.5],
      ]),
    ).toEqual([1, 0, 1, 0, 0, 1]);
  });

  it("leaves a hole where the line crosses itself twice around", () => {
    const twice: Outline = { x: [0, 9, 9, 0, 0, 3, 6, 6, 3, 3, 0], y: [0, 0, 9, 9, 0, 3, 3, 6, 6, 3, 0] };
    expect(
      marked(twice, [
        [4.5, 4.5],
        [1, 8],
        [8, 1],
      ]),
    ).toEqual([0, 1, 1]);
  });

  it("marks a rectangle as comparing does, and only the points asked for", () => {
    const number = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.array(fc.tuple(number, number), { maxLength: 50 }), (a, b, points) => {
        fc.pre(Math.abs(a - b) > 1e-3);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const box: Outline = { x: [low, high, high, low], y: [low, low, high, high] };
        const off = (value: number): boolean => value !== low && value !== high;
        const clear = points.filter(([x, y]) => off(x) && off(y));
        const expected = clear.map(([x, y]) => (x > low && x < high && y > low && y < high ? 1 : 0));
        expect(marked(box, clear)).toEqual(expected);
        expect(marked(box, clear, 1)).toEqual(expected.map((value, i) => (i < 1 ? 0 : value)));
      }),
    );
  });

  it("passes over points without a place", () => {
    expect(
      marked({ x: [0, 1, 1], y: [0, 0, 1] }, [
        [Number.NaN, 0.5],
        [0.9, Number.NaN],
        [0.9, 0.5],
      ]),
    ).toEqual([0, 0, 1]);
  });
});
