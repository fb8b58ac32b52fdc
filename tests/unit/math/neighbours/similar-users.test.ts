import { describe, expect, it } from "vitest";
import { similarRows } from "../../../../src/math/neighbours/similar-rows";
import { similarToGroup } from "../../../../src/math/neighbours/similar-to-group";
import { finish } from "../../../../src/math/progress";
import { goldenSimilar, usersOf, usersThere } from "../../../golden/similar";

const COUNT = 10;

describe("similar users", () => {
  it.skipIf(!usersThere).each(["users", "social"] as const)(
    "of %s are scikit-learn's nearest neighbours and numpy's nearest to a group (skipped where ../shared/data is absent)",
    (file) => {
      const { matrix, group } = usersOf(file);
      const theirs = goldenSimilar[file];
      expect(matrix.n).toBe(theirs.rows);
      const featureOf = Array.from({ length: matrix.d }, (_, axis) => axis);
      for (const single of theirs.singles) {
        const ours = finish(similarRows({ matrix, featureOf, row: single.row, count: COUNT }));
        ours.rows.forEach(({ distance }, at) =>
          expect(Math.abs(distance - (single.distances[at] ?? NaN))).toBeLessThan(1e-9),
        );
        // Of rows that tie at the last place it does not matter which are listed.
        const last = (single.distances[COUNT - 1] ?? NaN) - 1e-9;
        const sure = single.nearest.filter((_, at) => (single.distances[at] ?? NaN) < last);
        expect(ours.rows.map(({ row }) => row)).toEqual(expect.arrayContaining(sure));
        const tied = single.distances.slice(COUNT).filter((distance) => distance <= last + 2e-9).length;
        expect(ours.tied).toBe(tied);
        expect(ours.identical).toBe(single.identical);
        expect(Math.abs(ours.medianDistance - single.median)).toBeLessThan(1e-9);
      }
      const near = finish(similarToGroup({ matrix, featureOf, group, count: COUNT }));
      expect(near.members).toBe(theirs.group.members);
      expect(Math.abs(near.own90 - theirs.group.own90)).toBeLessThan(1e-9);
      expect(near.within90).toBe(theirs.group.within90);
      near.rows.forEach(({ distance }, at) =>
        expect(Math.abs(distance - (theirs.group.distances[at] ?? NaN))).toBeLessThan(1e-9),
      );
    },
  );
});
