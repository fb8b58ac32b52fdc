import { describe, expect, it } from "vitest";
import { adjustedRandIndex } from "../../../../src/math/judging/adjusted-rand-index";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import { MOST_ROWS, spectral } from "../../../../src/math/spectral/spectral";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import type { SpectralInput, SpectralOutput } from "../../../../src/workers/lab/spectral";

function grouped(matrix: Matrix, options: Partial<SpectralInput> = {}): SpectralOutput {
  const given = { k: 2, seed: 1, affinity: "rbf", gamma: 1, neighbours: 10 } as const;
  return finish(spectral({ matrix, ...given, ...options }));
}

const line = (...values: number[]): Matrix => ({ values: Float64Array.from(values), n: values.length, d: 1 });

/** Two rings, one around the other. */
function rings(n: number): Matrix {
  const random = seededRandom(n);
  const values = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const angle = 2 * Math.PI * random();
    values[2 * i] = (1 + 2 * (i % 2)) * Math.cos(angle);
    values[2 * i + 1] = (1 + 2 * (i % 2)) * Math.sin(angle);
  }
  return { values, n, d: 2 };
}

describe("spectral", () => {
  it.each(["rbf", "nearest-neighbours"] as const)("follows shapes that no centre describes: %s", (affinity) => {
    const truth = Int32Array.from({ length: 400 }, (_, i) => i % 2);
    const { labels, notes, fittedOn } = grouped(rings(400), { affinity, gamma: 8 });
    expect(adjustedRandIndex(labels, truth)).toBe(1);
    expect([notes, fittedOn]).toEqual([[], 400]);
  });

  it("gives the same answer for the same seed", () => {
    expect(grouped(rings(300), { k: 4 })).toEqual(grouped(rings(300), { k: 4 }));
  });

  it("fits a sample of many rows, places the rest and says so", () => {
    const n = MOST_ROWS.rbf + 1_000;
    const { labels, notes, fittedOn } = grouped(rings(n), { gamma: 8 });
    expect(fittedOn).toBe(3_000);
    expect(notes).toEqual([
      "Fitted on 3,000 of 4,000 rows, drawn at random; every other row went where the nearest of these is.",
    ]);
    expect(
      adjustedRandIndex(
        labels,
        Int32Array.from({ length: n }, (_, i) => i % 2),
      ),
    ).toBe(1);
  });

  it("says when rows are like no other", () => {
    expect(grouped(line(0, 0.1, 0.2, 50, 50.1, 99)).notes).toEqual([
      "1 row is like no other with this gamma; a smaller one, or nearest neighbours, would join it to others.",
    ]);
  });

  it("says so when all rows are equal", () => {
    for (const affinity of ["rbf", "nearest-neighbours"] as const) {
      expect(grouped(line(4, 4, 4, 4, 4), { affinity })).toMatchObject({
        k: 1,
        labels: new Int32Array(5),
        notes: ["All rows have the same values, so there is 1 cluster instead of 2."],
      });
    }
  });

  it("groups two rows into two", () => {
    expect([...grouped(line(1, 2)).labels]).toEqual([0, 1]);
    expect([...grouped(line(1, 2), { affinity: "nearest-neighbours" }).labels]).toEqual([0, 1]);
  });

  it("refuses in plain words", () => {
    expect(() => grouped(line())).toThrow("There are no rows to group.");
    expect(() => grouped(line(1))).toThrow("There is only one row");
    expect(() => grouped(line(1, 2), { k: 3 })).toThrow("at most 2 clusters");
    expect(() => grouped(line(1, 2), { gamma: 0 })).toThrow("Gamma must be a number above 0.");
    expect(() => grouped(line(1, 2), { gamma: Number.NaN })).toThrow("Gamma must be a number above 0.");
    expect(() => grouped(line(1, 2), { affinity: "nearest-neighbours", neighbours: 1 })).toThrow("2 or more");
  });
});
