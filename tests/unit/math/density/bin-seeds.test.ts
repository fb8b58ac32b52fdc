import { describe, expect, it } from "vitest";
import { binSeeds } from "../../../../src/math/density/bin-seeds";
import { finish } from "../../../../src/math/progress";

describe("binSeeds", () => {
  it("gives each point of the grid that rows are nearest to once, halves to the even one as numpy rounds", () => {
    const values = Float64Array.of(0.9, 1, 3, 5, -1, -3, 7.2, 8.8);
    expect([...finish(binSeeds({ values, n: 8, d: 1 }, 2))]).toEqual([0, 4, -4, 8]);
    const places = Float64Array.of(0.9, 1, 3, 5, -0.4, 0.2, 3.5, 4.4);
    expect([...finish(binSeeds({ values: places, n: 4, d: 2 }, 2))]).toEqual([0, 0, 4, 4]);
  });

  it("gives the rows themselves when all have a point of their own", () => {
    const values = Float64Array.of(0.3, 2.1, 3.9);
    expect(finish(binSeeds({ values, n: 3, d: 1 }, 1))).toEqual(values);
  });
});
