import { describe, expect, it } from "vitest";
import { columnFeature } from "../../../../src/data/table/feature-specs";
import { knownRows } from "../../../../src/analyses/leads/known-rows";
import { isNearCopy } from "../../../../src/analyses/leads/near-copies";
import type { LabFeature } from "../../../../src/segmentation/lab-feature";

const feature = (column: readonly number[]): LabFeature => ({
  spec: columnFeature("a"),
  text: "a",
  label: "a",
  format: "number",
  column: Float64Array.from(column),
  levels: null,
  sql: "",
});

const outcome = Float64Array.from({ length: 400 }, (_, i) => (i % 40 === 0 ? NaN : i % 4 === 0 ? 1 : 0));
const known = knownRows(outcome);

describe("knownRows", () => {
  it("leaves out whose outcome is not known, and gives the same arrays for the same columns", () => {
    expect(known.rows).toHaveLength(390);
    const column = Float64Array.from(outcome.keys());
    expect(known.cut(column)).toEqual(Float64Array.from(known.rows));
    expect(known.cut(column)).toBe(known.cut(column));
    expect(knownRows(outcome)).toBe(known);
  });
});

describe("isNearCopy", () => {
  const at = (of: (i: number) => number): LabFeature => feature(Array.from({ length: 400 }, (_, i) => of(i)));
  it.each([
    ["the outcome the other way round", at((i) => (i % 4 === 0 ? 5 : 7)), true],
    ["with one mistake", at((i) => (i === 5 || i % 4 === 0 ? 1 : 0)), true],
    ["finer than the outcome", at((i) => (i % 4 === 0 ? 1 + (i % 3) : 0)), true],
    ["wrong for a tenth", at((i) => (i % 4 === 0 || i % 10 === 1 ? 1 : 0)), false],
    ["a constant", at(() => 1), false],
    ["a number of many values", at((i) => (i % 4 === 0 ? 1000 + i : i)), false],
  ])("%s: %s", (_name, one, copy) => {
    expect(isNearCopy(one, known)).toBe(copy);
  });

  it("is not fooled by a rare outcome, which nearly everybody lacks", () => {
    const rare = knownRows(Float64Array.from({ length: 1000 }, (_, i) => (i < 3 ? 1 : 0)));
    expect(isNearCopy(feature(Array.from({ length: 1000 }, (_, i) => i % 2)), rare)).toBe(false);
  });
});
