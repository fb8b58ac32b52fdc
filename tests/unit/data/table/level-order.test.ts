import fc from "fast-check";
import { expect, test } from "vitest";
import { levelOrder } from "../../../../src/data/table/level-order";

test.each<readonly string[]>([
  ["Low", "Medium", "High"],
  ["very dissatisfied", "neutral", "satisfied"],
  ["Month-to-month", "One year", "Two year"],
  ["Feb", "Mar", "May", "June", "Oct", "Dec"],
  ["Monday", "Wednesday", "Sunday"],
  ["S", "M", "L", "XL"],
  ["No", "Yes"],
  ["18-24", "25-34", "65+"],
  ["$9", "$10", "$100"],
  ["1", "2", "10"],
  ["-3", "0", "2.5"],
  ["Blue", "Green", "Red"],
  ["Anger", "Low", "Zeal"],
])("%s", (...levels) => {
  expect(levelOrder(levels.toReversed())).toEqual(levels);
});

test("loses no level, adds none, and knows one order only", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom("low", "High", "7", "10 or more", "May"))),
      (levels) => {
        const ordered = levelOrder(levels);
        expect(new Set(ordered)).toEqual(new Set(levels));
        expect(levelOrder(levels.toReversed()).length).toBe(levels.length);
        expect(levelOrder(ordered)).toEqual(ordered);
      },
    ),
  );
});
