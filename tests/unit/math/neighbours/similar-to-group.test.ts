import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/math/input-error";
import { similarToGroup } from "../../../../src/math/neighbours/similar-to-group";
import { finish } from "../../../../src/math/progress";
import type { SimilarToGroup } from "../../../../src/workers/lab/similar";

const near = (rows: readonly (readonly number[])[], members: readonly number[], count = 3): SimilarToGroup =>
  finish(
    similarToGroup({
      matrix: { values: Float64Array.from(rows.flat()), n: rows.length, d: 2 },
      featureOf: [0, 1],
      group: Uint8Array.from(rows, (_, row) => (members.includes(row) ? 1 : 0)),
      count,
    }),
  );

/** A group wide along the first axis and narrow along the second. */
const GROUP = Array.from({ length: 40 }, (_, i) => [i - 19.5, (i % 2) / 10]);
const places = GROUP.map((_, row) => row);

describe("similarToGroup", () => {
  it("measures in the group's own spread: 5 along its narrow side are farther than 300 along its wide one", () => {
    const { rows, members, within90 } = near([...GROUP, [10, 0.05], [0, 5.05], [300, 0.05]], places);
    expect(rows.map(({ row }) => row)).toEqual([40, 42, 41]);
    expect(members).toBe(40);
    expect(within90).toBe(1);
    expect(rows[2]?.contributions[1]).toBeGreaterThan(0.99);
  });

  it("has a spread also where the group has none of its own, and none where all rows are equal", () => {
    const { rows, own90 } = near(
      [
        [1, 7],
        [1, 7],
        [2, 7],
        [5, 7],
      ],
      [0, 1],
    );
    expect(own90).toBe(0);
    const spread = Math.sqrt((1.25 ** 2 * 2 + 0.25 ** 2 + 2.75 ** 2) / 4 / 2);
    expect(rows.map(({ distance }) => distance)).toEqual([1 / spread, 4 / spread]);
  });

  it("finds nobody outside where all are in it, and refuses an empty group", () => {
    const all = near(GROUP, places);
    expect(all.rows).toEqual([]);
    expect(all.within90).toBe(0);
    expect(() => near(GROUP, [])).toThrow(InputError);
  });
});
