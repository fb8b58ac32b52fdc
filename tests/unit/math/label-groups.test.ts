import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelGroups } from "../../../src/math/label-groups";

const labelling = (n: number): fc.Arbitrary<Int32Array> =>
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: n, maxLength: n }).map((labels) => Int32Array.from(labels));

const cases = fc.integer({ min: 1, max: 60 }).chain((n) =>
  fc.tuple(
    fc.array(labelling(n), { maxLength: 4 }),
    fc.shuffledSubarray([...Array(n).keys()]).map((rows) => Int32Array.from(rows)),
  ),
);

describe("label groups", () => {
  it("hold every row once, and part exactly those rows that some labelling parts", () => {
    fc.assert(
      fc.property(cases, ([labellings, rows]) => {
        const { rows: ordered, starts } = labelGroups(labellings, rows);
        expect([...ordered].sort((a, b) => a - b)).toEqual([...rows].sort((a, b) => a - b));
        expect([starts[0], starts.at(-1)]).toEqual([0, rows.length]);
        const tuples = Array.from({ length: starts.length - 1 }, (_, group) => {
          const members = [...ordered.subarray(starts[group], starts[group + 1])];
          const labels = members.map((row) => labellings.map((one) => one[row]).join());
          expect(new Set(labels).size).toBe(1);
          return labels[0];
        });
        expect(new Set(tuples).size).toBe(tuples.length);
      }),
    );
  });

  it("keep the given order within a group", () => {
    const { rows, starts } = labelGroups([Int32Array.of(1, 0, 1, 0)], Int32Array.of(3, 2, 1, 0));
    expect([...rows]).toEqual([3, 1, 2, 0]);
    expect([...starts]).toEqual([0, 2, 4]);
  });
});
