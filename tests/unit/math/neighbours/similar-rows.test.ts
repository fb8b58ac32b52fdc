import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { similarRows } from "../../../../src/math/neighbours/similar-rows";
import { finish } from "../../../../src/math/progress";
import type { Nearest } from "../../../../src/workers/lab/similar";

function similar(rows: readonly (readonly number[])[], row: number, count: number): Nearest {
  const d = rows[0]?.length ?? 1;
  const matrix = { values: Float64Array.from(rows.flat()), n: rows.length, d };
  return finish(similarRows({ matrix, featureOf: Array.from({ length: d }, (_, axis) => axis), row, count }));
}

const rounded = (values: ArrayLike<number>): number[] => Array.from(values, (value) => Number(value.toFixed(12)));

describe("similarRows", () => {
  it("gives the nearest rows with the reasons, and how near that is", () => {
    const { rows, others, tied, identical, medianDistance } = similar(
      [
        [0, 0],
        [3, 4],
        [1, 0],
        [9, 9],
      ],
      0,
      2,
    );
    expect(rows).toEqual([
      {
        row: 2,
        distance: 1,
        place: 1,
        farther: 2 / 3,
        contributions: Float64Array.of(1, 0),
        asNear: Float64Array.of(1 / 3, 1 / 3),
      },
      {
        row: 1,
        distance: 5,
        place: 2,
        farther: 1 / 3,
        contributions: Float64Array.of(9 / 25, 16 / 25),
        asNear: Float64Array.of(2 / 3, 2 / 3),
      },
    ]);
    expect({ others, tied, identical, medianDistance }).toEqual({
      others: 3,
      tied: 0,
      identical: 0,
      medianDistance: 5,
    });
  });

  it("is what sorting all rows would give, whatever the data", () => {
    const value = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(value, value), { minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 0, max: 6 }),
        (cells, at, count) => {
          const row = at % cells.length;
          const [x, y] = cells[row] ?? [0, 0];
          const sorted = cells
            .map(([a, b], i) => ({ row: i, distance: Math.sqrt((a - x) ** 2 + (b - y) ** 2), near: [a, b] as const }))
            .filter((one) => one.row !== row)
            .sort((a, b) => a.distance - b.distance || a.row - b.row);
          const { rows, others, tied, identical } = similar(cells, row, count);
          const listed = sorted.slice(0, count);
          expect(rows.map((one) => ({ row: one.row, distance: one.distance }))).toEqual(
            listed.map((one) => ({ row: one.row, distance: one.distance })),
          );
          for (const one of rows) {
            expect(one.place).toBe(1 + sorted.filter(({ distance }) => distance < one.distance).length);
            expect(one.farther).toBe(sorted.filter(({ distance }) => distance > one.distance).length / others);
            const [a, b] = cells[one.row] ?? [0, 0];
            expect(rounded(one.asNear)).toEqual(
              rounded([
                sorted.filter(({ near }) => Math.abs(near[0] - x) <= Math.abs(a - x)).length / others,
                sorted.filter(({ near }) => Math.abs(near[1] - y) <= Math.abs(b - y)).length / others,
              ]),
            );
          }
          const last = listed.at(-1)?.distance;
          expect(tied).toBe(sorted.slice(count).filter(({ distance }) => distance === last).length);
          expect(identical).toBe(sorted.filter(({ distance }) => distance === 0).length);
        },
      ),
    );
  });

  it("shares a place among rows that only rounding parts, and says how many more are as near as the last", () => {
    const third = 1 / 3;
    const { rows, tied } = similar([[0], [0.1 + 0.2], [-0.3], [0.3], [third]], 0, 2);
    expect(rows.map(({ row, place }) => ({ row, place }))).toEqual([
      { row: 1, place: 1 },
      { row: 2, place: 1 },
    ]);
    expect(tied).toBe(1);
  });

  it("puts the axes of one feature together", () => {
    const matrix = { values: Float64Array.of(0, 0, 0, 3, 4, 5), n: 2, d: 3 };
    const { rows } = finish(similarRows({ matrix, featureOf: [0, 0, 1], row: 0, count: 1 }));
    expect(rows[0]?.contributions).toEqual(Float64Array.of(0.5, 0.5));
  });

  it("has no reason for an equal row, and no row beside the only one", () => {
    const { rows, identical } = similar(
      [
        [1, 2],
        [1, 2],
      ],
      1,
      3,
    );
    expect(rows.map(({ row, distance, contributions }) => ({ row, distance, contributions }))).toEqual([
      { row: 0, distance: 0, contributions: Float64Array.of(0, 0) },
    ]);
    expect(identical).toBe(1);
    expect(similar([[1, 2]], 0, 3).rows).toEqual([]);
  });

  it("refuses a row that is not there", () => {
    expect(() => similar([[1]], 1, 1)).toThrow(InputError);
    expect(() => similar([[1]], -1, 1)).toThrow(InputError);
  });
});
