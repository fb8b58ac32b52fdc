import { describe, expect, it } from "vitest";
import { comparedNumber, comparedSizes, withOtherGroups } from "../../../scripts/parity/compared";
import { neededIsThere, tableLines } from "../../../scripts/parity/parity-table";
import stored from "../../../src/components/docs/parity.json";
import type { ParityLine, ParityTable } from "../../../src/components/docs/parity-line";

const { lines } = stored as ParityTable;
const CLAIM = { method: "k-means", set: "iris", parameters: "k = 2", measure: "inertia" };

const keyOf = ({ method, set, parameters, measure }: ParityLine): string =>
  [method, set, parameters, measure].join(" | ");

describe("the stored parity table", () => {
  it("names every number once and has no difference that is not explained", () => {
    expect(new Set(lines.map(keyOf)).size).toBe(lines.length);
    expect(lines.filter(({ verdict }) => verdict === "differs")).toEqual([]);
  });

  it("says the same of a number as its values do", () => {
    for (const { theirs, ours, difference, tolerance, verdict, ...claim } of lines) {
      if (typeof theirs !== "number" || typeof ours !== "number") continue;
      const apart = Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs));
      expect(Math.abs(difference - apart), claim.measure).toBeLessThanOrEqual(1e-9 + 0.06 * apart);
      expect(verdict === "same", JSON.stringify(claim)).toBe(difference <= tolerance);
    }
  });

  it("is as strict as promised: a millionth, a hundredth for mean agreement, no row for sizes", () => {
    for (const { measure, tolerance } of lines) {
      expect(tolerance).toBe(measure === "sizes" ? 0 : measure.startsWith("mean") ? 0.01 : 1e-6);
    }
  });

  it("has groups of its own only from k-means with an inertia no higher than scikit-learn's", () => {
    const others = lines.filter(({ verdict }) => verdict === "other groups");
    for (const { method, set, parameters } of others) {
      const own = lines.find((line) => keyOf(line) === [method, set, parameters, "inertia"].join(" | "));
      expect(["same", "better"]).toContain(own?.verdict);
    }
  });

  it("holds every method's mean agreement", () => {
    const means = lines.filter(({ measure }) => measure.startsWith("mean"));
    expect(means.map(({ method, parameters }) => `${method}, ${parameters}`)).toHaveLength(15);
  });

  it.skipIf(!neededIsThere())("is what the code says of iris today (skipped where ../shared is absent)", () => {
    const now = tableLines("iris", "iris", () => undefined);
    const before = lines.filter(({ set, method }) => set === "iris" && method !== "Indices");
    expect(now.map(keyOf)).toEqual(before.map(keyOf));
    now.forEach((line, at) => {
      const { ours, verdict } = before[at] as ParityLine;
      expect(line.verdict, keyOf(line)).toBe(verdict);
      if (typeof ours === "number") expect(Number(line.ours) / ours, keyOf(line)).toBeCloseTo(1, 8);
      else expect(line.ours).toBe(ours);
    });
  });
});

describe("comparing", () => {
  it("takes differences of numbers above 1 as shares, and knows the good side", () => {
    expect(comparedNumber(CLAIM, 200, 201, { tolerance: 0.005 })).toMatchObject({ difference: 0.005, verdict: "same" });
    expect(comparedNumber(CLAIM, 0.5, 0.6, { tolerance: 0.05 }).verdict).toBe("differs");
    expect(comparedNumber(CLAIM, 0.5, 0.6, { tolerance: 0.05, better: "higher" }).verdict).toBe("better");
    expect(comparedNumber(CLAIM, 0.5, 0.6, { tolerance: 0.05, better: "lower" }).verdict).toBe("differs");
    expect(comparedNumber(CLAIM, 0.5, Number.NaN, { tolerance: 0.05 }).verdict).toBe("differs");
  });

  it("counts the rows that sit in another size", () => {
    const sizes = { ...CLAIM, measure: "sizes" };
    expect(comparedSizes(sizes, [5, 3], [5, 3])).toMatchObject({ difference: 0, verdict: "same", theirs: "5, 3" });
    expect(comparedSizes(sizes, [5, 3], [4, 3, 1])).toMatchObject({ difference: 1, verdict: "differs" });
  });

  it("excuses other groups only where the method's own measure is no worse", () => {
    const sizes = comparedSizes({ ...CLAIM, measure: "sizes" }, [5, 3], [4, 4]);
    const inertia = (ours: number): ParityLine => comparedNumber(CLAIM, 10, ours, { tolerance: 1e-6, better: "lower" });
    const verdicts = (...all: ParityLine[]): string[] => withOtherGroups(all).map(({ verdict }) => verdict);
    expect(verdicts(sizes, inertia(9))).toEqual(["other groups", "better"]);
    expect(verdicts(sizes, inertia(11))).toEqual(["differs", "differs"]);
    expect(verdicts(sizes)).toEqual(["differs"]);
  });
});
