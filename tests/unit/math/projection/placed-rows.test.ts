import { describe, expect, it } from "vitest";
import { finish } from "../../../../src/math/progress";
import { gathered } from "../../../../src/math/points";
import { placedRows } from "../../../../src/math/projection/placed-rows";
import { seededRandom } from "../../../../src/math/random";
import { blobs } from "../../../golden/blobs";

describe("placedRows", () => {
  it.each([2, 6, 20])(
    "leaves fitted rows and puts others at the weighted mean of their three nearest, of %i features",
    (d) => {
      const matrix = blobs(400, d, 4);
      const fitted = Int32Array.from({ length: 133 }, (_, i) => 3 * i + 1);
      const known = { n: 133, ...gathered({ ...matrix, weights: null }, fitted) };
      const random = seededRandom(5);
      const map = Float64Array.from({ length: 266 }, () => random());
      const places = finish(placedRows(matrix, fitted, known, map));
      const ways = (i: number): { way: number; at: number }[] =>
        Array.from(fitted, (row, at) => {
          let square = 0;
          for (let f = 0; f < d; f++)
            square += ((matrix.values[i * d + f] ?? 0) - (matrix.values[row * d + f] ?? 0)) ** 2;
          return { way: Math.sqrt(square), at };
        }).sort((a, b) => a.way - b.way);
      for (let i = 0; i < 400; i++) {
        const nearest = ways(i).slice(0, 3);
        const own = fitted.indexOf(i);
        const total = nearest.reduce((sum, { way }) => sum + 1 / way, 0);
        for (const c of [0, 1]) {
          const mean = nearest.reduce((sum, { way, at }) => sum + (map[2 * at + c] ?? 0) / way, 0) / total;
          expect(places[2 * i + c]).toBeCloseTo(own >= 0 ? (map[2 * own + c] ?? Number.NaN) : mean, 9);
        }
      }
    },
  );

  it("puts a row where the fitted row is that equals it", () => {
    const matrix = { values: Float64Array.of(1, 5, 5, 9, 1), n: 5, d: 1 };
    const known = { values: Float64Array.of(1, 5, 9), n: 3, d: 1 };
    const places = finish(placedRows(matrix, Int32Array.of(0, 2, 3), known, Float64Array.of(10, 11, 50, 51, 90, 91)));
    expect(Array.from(places)).toEqual([10, 11, 50, 51, 50, 51, 90, 91, 10, 11]);
  });
});
