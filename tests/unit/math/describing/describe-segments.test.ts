import { describe, expect, it } from "vitest";
import { describeSegments } from "../../../../src/math/describing/describe-segments";
import { finish } from "../../../../src/math/progress";

/** Ten customers with much of the first and last column, ten with little. */
const labels = Int32Array.from({ length: 20 }, (_, i) => (i < 10 ? 0 : 1));
const told = Float64Array.from(labels, (label, i) => (label === 0 ? 100 : 10) + (i % 5));
const same = Float64Array.from(labels, (_, i) => i % 5);
const beside = Float64Array.from(labels, (label, i) => (label === 0 ? 1000 : 1) + (i % 5));

describe("describeSegments", () => {
  const made = finish(
    describeSegments({
      columns: [told, same, beside],
      asked: [same, told],
      labels,
      k: 2,
      naming: 2,
      depth: 3,
      seed: 1,
    }),
  );

  it("names segments by what they were made from only, though another column tells them apart as well", () => {
    expect(made.names.map(({ parts }) => parts.map(({ feature, level }) => `${feature} ${level}`))).toEqual([
      ["0 high"],
      ["0 low"],
    ]);
    expect(made.profile.features).toHaveLength(3);
    expect(made.profile.ranking.at(-1)).toBe(1);
  });

  it("gives each segment a rule in the columns that may be asked about", () => {
    expect(made.rules.map(({ rules }) => rules.map(({ conditions }) => conditions))).toEqual([
      [[{ feature: 1, lower: 57, upper: null, orMissing: false }]],
      [[{ feature: 1, lower: null, upper: 57, orMissing: false }]],
    ]);
    expect(made.rules.every(({ coverage, precision }) => coverage === 1 && precision === 1)).toBe(true);
  });
});
