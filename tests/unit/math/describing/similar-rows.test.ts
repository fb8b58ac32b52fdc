import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { similarRows } from "../../../../src/math/describing/similar-rows";
import { InputError } from "../../../../src/math/input-error";
import { finish } from "../../../../src/math/progress";
import type { SimilarRow } from "../../../../src/workers/lab/moving";

function similar(rows: readonly (readonly number[])[], row: number, count: number): SimilarRow[] {
  const matrix = { values: Float64Array.from(rows.flat()), n: rows.length, d: rows[0]?.length ?? 1 };
  return finish(similarRows({ matrix, row, count }));
}

describe("similarRows", () => {
  it("gives the nearest rows with the reasons", () => {
    const [first, second, ...more] = similar(
      [
        [0, 0],
        [3, 4],
        [1, 0],
        [9, 9],
      ],
      0,
      2,
    );
    expect(first).toEqual({ row: 2, distance: 1, contributions: Float64Array.of(1, 0) });
    expect(second).toEqual({ row: 1, distance: 5, contributions: Float64Array.of(9 / 25, 16 / 25) });
    expect(more).toEqual([]);
  });

  it("is what sorting all rows would give, whatever the data", () => {
    const value = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 0, max: 6 }),
        (rows, at, count) => {
          const row = at % rows.length;
          const [x, y] = rows[row] ?? [0, 0];
          const sorted = rows
            .map(([a, b], i) => ({ i, distance: Math.sqrt((a - x) ** 2 + (b - y) ** 2) }))
            .filter(({ i }) => i !== row)
            .sort((a, b) => a.distance - b.distance || a.i - b.i)
            .slice(0, count);
          expect(similar(rows, row, count).map(({ row: i, distance }) => ({ i, distance }))).toEqual(sorted);
        },
      ),
    );
  });

  it("has no reason for an equal row, and no row beside the only one", () => {
    expect(
      similar(
        [
          [1, 2],
          [1, 2],
        ],
        1,
        3,
      ),
    ).toEqual([{ row: 0, distance: 0, contributions: Float64Array.of(0, 0) }]);
    expect(similar([[1, 2]], 0, 3)).toEqual([]);
  });

  it("refuses a row that is not there", () => {
    expect(() => similar([[1]], 1, 1)).toThrow(InputError);
    expect(() => similar([[1]], -1, 1)).toThrow(InputError);
  });
});
