import { describe, expect, it } from "vitest";
import { dbscan } from "../../../../src/math/density/dbscan";
import { kDistances } from "../../../../src/math/density/k-distances";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";

/** Two tight groups of 500 among 60 rows spread widely. */
function groupsInNoise(): Matrix {
  const random = seededRandom(4);
  const values = Float64Array.from({ length: 2120 }, (_, at) => {
    if (at >= 2000) return 60 * random() - 20;
    return (at < 1000 ? 0 : 20) + random() + random() + random();
  });
  return { values, n: 1060, d: 2 };
}

describe("kDistances", () => {
  it("sorts the distance to the k-th other row, largest first", () => {
    const line = { values: Float64Array.of(0, 1, 3, 7, 7), n: 5, d: 1 };
    expect([...finish(kDistances({ matrix: line, k: 1 })).distances]).toEqual([2, 1, 1, 0, 0]);
    expect([...finish(kDistances({ matrix: line, k: 2 })).distances]).toEqual([4, 4, 3, 3, 2]);
    expect(finish(kDistances({ matrix: line, k: 9 }))).toMatchObject({ k: 4 });
  });

  it("suggests an eps that tells groups from noise", () => {
    const matrix = groupsInNoise();
    const { suggestedEps } = finish(kDistances({ matrix, k: 4 }));
    const { k, noise } = finish(dbscan({ matrix, eps: suggestedEps ?? 0, minSamples: 5 }));
    expect(k).toBe(2);
    expect(noise).toBeGreaterThan(40);
  });

  it("suggests none for equal rows", () => {
    const matrix = { values: new Float64Array(100), n: 50, d: 2 };
    expect(finish(kDistances({ matrix, k: 3 })).suggestedEps).toBeNull();
  });

  it("refuses in plain words", () => {
    const one = { values: Float64Array.of(1), n: 1, d: 1 };
    expect(() => finish(kDistances({ matrix: one, k: 1 }))).toThrow("at least two rows");
    expect(() => finish(kDistances({ matrix: { ...one, values: Float64Array.of(1, 2), n: 2 }, k: 0 }))).toThrow(
      "1 or more",
    );
  });
});
