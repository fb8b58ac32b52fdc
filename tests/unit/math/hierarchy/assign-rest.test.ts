import { describe, expect, it } from "vitest";
import { assignRest } from "../../../../src/math/hierarchy/assign-rest";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";
import type { Matrix } from "../../../../src/workers/lab/matrix";
import { LINKAGES } from "../../../golden/hierarchy";

const line = (...values: number[]): Matrix => ({ values: Float64Array.from(values), n: values.length, d: 1 });

describe("assignRest", () => {
  it("puts a row where its linkage is shortest", () => {
    // Leaves 0, 10, 20, 50 are cluster 0 and 80 is cluster 1; what is asked is where 62 belongs.
    const matrix = line(0, 10, 20, 50, 80, 62);
    const leaves = { rows: Int32Array.of(0, 1, 2, 3, 4), labels: Int32Array.of(0, 0, 0, 0, 1) };
    const placed = LINKAGES.map((linkage) => finish(assignRest(matrix, linkage, leaves))[5]);
    // Ward: 4/5 × 42² against 1/2 × 18². Complete: 62 against 18. Average: 42 against 18. Single: 12 against 18.
    expect(placed).toEqual([1, 1, 1, 0]);
  });

  it.each(LINKAGES)("leaves the leaves where they are: %s", (linkage) => {
    const leaves = { rows: Int32Array.of(0, 2, 3), labels: Int32Array.of(1, 0, 1) };
    const labels = finish(assignRest(line(1, 1.1, 2, 9, 9.1), linkage, leaves));
    expect(Array.from(leaves.rows, (row) => labels[row])).toEqual([1, 0, 1]);
  });

  it("finds the nearest leaf as measuring all would", () => {
    const random = seededRandom(2);
    const matrix = { values: new Float64Array(3 * 2_000).map(random), n: 2_000, d: 3 };
    const rows = Int32Array.from({ length: 500 }, (_, leaf) => 4 * leaf);
    const labels = rows.map((_, leaf) => leaf);
    const square = (i: number, j: number): number =>
      [0, 1, 2].reduce((sum, f) => sum + ((matrix.values[3 * i + f] ?? 0) - (matrix.values[3 * j + f] ?? 0)) ** 2, 0);
    finish(assignRest(matrix, "single", { rows, labels })).forEach((leaf, row) => {
      const least = Math.min(...Array.from(rows, (other) => square(row, other)));
      expect(square(row, rows[leaf] ?? -1)).toBeCloseTo(least, 14);
    });
  });
});
