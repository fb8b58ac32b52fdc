import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { places } from "../../../../src/components/chart/grid-rows";
import { unbroken } from "../../../../src/components/chart/unbroken";

const span = fc.constantFrom(4 as const, 6 as const, 8 as const, 12 as const);
const wide = (...spans: (4 | 6 | 8 | 12)[]): readonly number[] => places(spans).map((place) => place.wide);

describe("places", () => {
  it("keeps rows that are full already", () => {
    expect(wide(4, 8, 4, 4, 4, 6, 6, 12)).toEqual([4, 8, 4, 4, 4, 6, 6, 12]);
  });

  it("leaves no card alone beside a hole", () => {
    expect(wide(6, 12)).toEqual([12, 12]);
    expect(wide(4, 4, 4, 4)).toEqual([6, 6, 6, 6]);
    expect(wide(4, 4, 4, 4, 4)).toEqual([4, 4, 4, 6, 6]);
    expect(wide(8, 4, 6)).toEqual([12, 6, 6]);
  });

  it("gives every row twelve columns, and no whole-row card less, at both widths", () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
        const found = places(spans);
        expect(found).toHaveLength(spans.length);
        for (const which of ["wide", "middle"] as const) {
          let filled = 0;
          for (const [index, place] of found.entries()) {
            if (spans[index] === 12) expect(place[which]).toBe(12);
            filled += place[which];
            expect(filled).toBeLessThanOrEqual(12);
            if (filled === 12) filled = 0;
          }
          expect(filled).toBe(0);
        }
      }),
    );
  });
});

describe("unbroken", () => {
  it("keeps a number and its unit on one line, and other words as they are", () => {
    expect(unbroken("half have 10.8 MB or less, 3 sessions, 24 % of 107 k")).toBe(
      "half have 10.8\u00a0MB or less, 3 sessions, 24\u00a0% of 107\u00a0k",
    );
  });
});
