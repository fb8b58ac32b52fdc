import { describe, expect, it } from "vitest";
import { sampledMatrix } from "../../../../src/math/preparing/sampled-matrix";
import { finish } from "../../../../src/math/progress";

const matrix = { values: Float64Array.from({ length: 200 }, (_, i) => i), n: 100, d: 2 };

describe("sampledMatrix", () => {
  it("keeps whole rows in their order, the same for the same seed", () => {
    const once = finish(sampledMatrix({ matrix, size: 30, seed: 5 }));
    expect(once.rows).toEqual(once.rows.toSorted());
    expect(new Set(once.rows).size).toBe(30);
    once.rows.forEach((row, place) =>
      expect([...once.matrix.values.subarray(place * 2, place * 2 + 2)]).toEqual([row * 2, row * 2 + 1]),
    );
    expect(finish(sampledMatrix({ matrix, size: 30, seed: 5 })).rows).toEqual(once.rows);
    expect(finish(sampledMatrix({ matrix, size: 30, seed: 6 })).rows).not.toEqual(once.rows);
  });

  it("takes all rows when no more are there", () => {
    expect(finish(sampledMatrix({ matrix, size: 100, seed: 1 })).matrix).toEqual(matrix);
  });
});
