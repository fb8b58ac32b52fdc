import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { funnel } from "../../../../src/math/journeys/funnel";
import { funnelTimes } from "../../../../src/math/journeys/funnel-times";
import { finish } from "../../../../src/math/progress";
import type { FunnelInput, FunnelPart, FunnelTimes } from "../../../../src/workers/journeys/funnel";

/** A funnel over units written as words of letters; steps are sets of letters, a minute apart. */
interface Written {
  readonly units: readonly string[];
  readonly steps: readonly string[];
  readonly optional?: readonly number[];
  readonly without?: readonly (readonly [after: number, letters: string])[];
  readonly order?: FunnelInput["order"];
  readonly minutes?: number;
  readonly every?: boolean;
  readonly periods?: readonly number[];
}

const MINUTE = 60_000;

function inputOf({
  units,
  steps,
  optional = [],
  without = [],
  order = "ordered",
  minutes,
  every,
  periods = [],
}: Written): FunnelInput {
  const rows = units.flatMap((letters, unit) => [...letters].map((letter, place) => ({ letter, unit, place })));
  const bits = [...steps, ...without.map(([, letters]) => letters)];
  const column = (read: (row: (typeof rows)[number], index: number) => number): Float64Array =>
    Float64Array.from(rows, read);
  const code = (letter: string | undefined): number => (letter === undefined ? NaN : letter.charCodeAt(0) - 97);
  return {
    unit: column(({ unit }) => unit),
    place: column(({ place }) => place),
    at: column(({ place }) => place * MINUTE),
    mask: column(({ letter }) => bits.reduce((mask, set, bit) => (set.includes(letter) ? mask | (1 << bit) : mask), 0)),
    next: column(({ unit, place }) => code(units[unit]?.[place + 1])),
    visit: column(({ unit }) => unit),
    exits: { first: 0, values: Float64Array.from(units, (letters) => code(letters.at(-1))) },
    group: { first: 0, values: Float64Array.from(units, (_, unit) => unit % 2) },
    groups: 2,
    events: 26,
    optional: steps.map((_, step) => optional.includes(step)),
    exclusions: without.map(([after]) => after),
    order,
    window: minutes === undefined ? null : minutes * MINUTE,
    every: every ?? false,
    until: 1000 * MINUTE,
    periods: Float64Array.from(periods),
  };
}

function run(written: Written): FunnelPart & FunnelTimes {
  const part = finish(funnel(inputOf(written)));
  return { ...part, ...finish(funnelTimes({ steps: written.steps.length, parts: [part] })) };
}

const reached = (written: Written): number[] => [...run(written).reached];

/** h home, g catalog, c cart, p purchase, s search. */
const FIVE = ["hgcp", "hgcp", "hggc", "hsc", "hss"];

describe("funnel", () => {
  test("the five shoppers: all, four fifths, two fifths", () => {
    expect(reached({ units: FIVE, steps: ["h", "c", "p"] })).toEqual([5, 4, 2]);
    expect(reached({ units: FIVE, steps: ["h", "c", "p"], order: "strict" })).toEqual([5, 0, 0]);
    expect(reached({ units: FIVE, steps: ["h", "g", "c"], order: "strict" })).toEqual([5, 3, 2]);
    expect(reached({ units: FIVE, steps: ["p", "h"], order: "any" })).toEqual([5, 2]);
  });

  test("says what those who left did next, and where their visit ended", () => {
    const { next, exit } = run({ units: FIVE, steps: ["h", "c", "p"] });
    const at = (letter: string): number => letter.charCodeAt(0) - 97;
    expect(next[at("s")]).toBe(1);
    expect(next[27 + 26]).toBe(2);
    expect(exit[at("s")]).toBe(1);
    expect(exit[26 + at("c")]).toBe(2);
  });

  test("a set of events is one step, and an optional step holds nobody back", () => {
    expect(reached({ units: FIVE, steps: ["h", "gs", "c"] })).toEqual([5, 5, 4]);
    expect(reached({ units: FIVE, steps: ["h", "g", "c"], optional: [1] })).toEqual([5, 3, 4]);
  });

  test("an optional step at the start or at the end counts only beside its neighbour", () => {
    expect(reached({ units: ["ab", "b", "ba"], steps: ["b", "a"], optional: [1] })).toEqual([3, 1]);
  });

  test("a window lets a later start succeed where the first is too early", () => {
    expect(reached({ units: ["axxab"], steps: ["a", "b"], minutes: 2 })).toEqual([1, 1]);
    expect(reached({ units: ["axxb"], steps: ["a", "b"], minutes: 2 })).toEqual([1, 0]);
  });

  test("an exclusion breaks the way, and a later event mends it", () => {
    expect(reached({ units: ["axb"], steps: ["a", "b"], without: [[-1, "x"]] })).toEqual([1, 0]);
    expect(reached({ units: ["axab"], steps: ["a", "b"], without: [[-1, "x"]] })).toEqual([1, 1]);
    expect(reached({ units: ["abxbc"], steps: ["a", "b", "c"], without: [[1, "x"]] })).toEqual([1, 1, 1]);
    expect(reached({ units: ["abxc"], steps: ["a", "b", "c"], without: [[1, "x"]] })).toEqual([1, 1, 0]);
    expect(reached({ units: ["axbc"], steps: ["a", "b", "c"], without: [[1, "x"]] })).toEqual([1, 1, 1]);
  });

  test("every attempt counts where all are asked for", () => {
    expect(reached({ units: ["abab", "a", "b"], steps: ["a", "b"], every: true })).toEqual([3, 2]);
    expect(reached({ units: ["aab"], steps: ["a", "b"], every: true })).toEqual([1, 1]);
    expect(reached({ units: ["axxxab"], steps: ["a", "b"], every: true, minutes: 2 })).toEqual([2, 1]);
  });

  test("time runs from the first step; those still waiting count as long as they were watched", () => {
    const { times, stepMedians, curve } = run({ units: ["axb", "ab", "a"], steps: ["a", "b"] });
    expect([...times]).toEqual([MINUTE, 2 * MINUTE]);
    expect(stepMedians[1]).toBe(1.5 * MINUTE);
    expect([...curve.share]).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12)]);
  });

  test("groups add up to all", () => {
    const { groupReached } = run({ units: FIVE, steps: ["h", "c", "p"] });
    expect([...groupReached]).toEqual([3, 2, 1, 2, 2, 1]);
  });

  test("refuses a funnel without a required step", () => {
    expect(() => run({ units: ["a"], steps: ["a"], optional: [0] })).toThrow(/required/u);
  });

  test("is as deep as the deepest of all chains tried one by one", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "x", "y"), maxLength: 9 });
    const funnels = fc.record({
      units: fc.array(letters, { minLength: 1, maxLength: 3 }),
      steps: fc.array(fc.constantFrom("a", "b", "c", "ab", "bc"), { minLength: 1, maxLength: 4 }),
      without: fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.constantFrom("x", "y")), { maxLength: 2 }),
      order: fc.constantFrom("ordered" as const, "strict" as const, "any" as const),
      minutes: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(funnels, (drawn) => {
        const { minutes, ...rest } = drawn;
        const without = rest.order === "ordered" ? rest.without.filter(([after]) => after < rest.steps.length - 1) : [];
        const written: Written = { ...rest, without, ...(minutes === undefined ? {} : { minutes }) };
        const depths = written.units.map((unit) => deepestChain(unit, written));
        expect(reached(written)).toEqual(written.steps.map((_, step) => depths.filter((depth) => depth > step).length));
      }),
      { numRuns: 400 },
    );
  });
});

/** By trying every choice of events for the steps. */
function deepestChain(unit: string, { steps, without = [], order = "ordered", minutes = Infinity }: Written): number {
  const fits = (row: number, step: number): boolean => steps[step]?.includes(unit[row] ?? "") ?? false;
  const blocked = (step: number, from: number, to: number): boolean =>
    without.some(
      ([after, letters]) =>
        (after < 0 || after === step) && [...unit.slice(from + 1, to)].some((one) => letters.includes(one)),
    );
  const go = (chosen: readonly number[], left: readonly number[]): number => {
    const depth = chosen.length;
    const [first, last] = [Math.min(...chosen), chosen.at(-1) ?? -1];
    let best = depth;
    for (let row = 0; row < unit.length; row++) {
      if (chosen.includes(row)) continue;
      if (order !== "any" && depth > 0 && (row <= last || blocked(depth - 1, last, row))) continue;
      if (order === "strict" && depth > 0 && row !== last + 1) continue;
      if (depth > 0 && Math.max(row, ...chosen) - Math.min(row, first) > minutes) continue;
      for (const step of order === "any" ? left : left.slice(0, 1))
        if (fits(row, step))
          best = Math.max(
            best,
            go(
              [...chosen, row],
              left.filter((one) => one !== step),
            ),
          );
    }
    return best;
  };
  return go(
    [],
    steps.map((_, step) => step),
  );
}
