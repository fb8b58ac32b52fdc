import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRfmCuts, rfmCutsText } from "../../../../src/data/table/rfm-cuts-text";
import { RFM_BINS, rfmCutPoints, rfmCuts, rfmScores, type RfmMeasures } from "../../../../src/data/table/rfm-scores";
import { readRfmSegment, rfmSegmentText } from "../../../../src/data/table/rfm-segment-text";
import {
  RFM_OTHERS,
  RFM_SEGMENTS,
  rfmSegments,
  unreachableSegments,
  type RfmSegment,
} from "../../../../src/data/table/rfm-segments";

const REFERENCE = resolve(import.meta.dirname, "../../../../../shared/reference");
const there = existsSync(`${REFERENCE}/rfm_customers.csv`);

interface Reference {
  readonly bins: Readonly<Record<"rec" | "n" | "amt", readonly number[]>>;
  readonly segments: readonly (readonly [name: string, customers: number, orders: number, revenue: number])[];
}

function referenceMeasures(): RfmMeasures {
  const rows = readFileSync(`${REFERENCE}/rfm_customers.csv`, "utf8").trim().split("\n").slice(1);
  const column = (fromRight: number): Float64Array =>
    Float64Array.from(rows, (row) => Number(row.split(",").at(-fromRight)));
  return { recency: column(1), money: column(2), frequency: column(3) };
}

describe("the R package rfm on its own customers", () => {
  const reference = there
    ? (JSON.parse(readFileSync(`${REFERENCE}/rfm.json`, "utf8")) as Reference)
    : { bins: { rec: [], n: [], amt: [] }, segments: [] };

  test.skipIf(!there)("has these cut points", () => {
    const { rec, n, amt } = reference.bins;
    expect(rfmCuts(referenceMeasures(), RFM_BINS)).toEqual({ recency: rec, frequency: n, money: amt });
  });

  test.skipIf(!there)("has these segments: customers, orders and revenue", () => {
    const measures = referenceMeasures();
    const places = rfmSegments(rfmScores(measures, rfmCuts(measures, RFM_BINS)), RFM_SEGMENTS);
    const names = [...RFM_SEGMENTS.map(({ name }) => name), RFM_OTHERS];
    const lines = names.flatMap((name, place) => {
      const here = Array.from(places.keys()).filter((i) => places[i] === place);
      const sum = (values: Float64Array): number => here.reduce((total, i) => total + (values[i] ?? NaN), 0);
      return here.length === 0 ? [] : [[name, here.length, sum(measures.frequency), sum(measures.money)]];
    });
    expect(lines).toHaveLength(reference.segments.length);
    expect(new Set(lines.map(String))).toEqual(new Set(reference.segments.map(String)));
    expect(lines[0]).toEqual(["Champions", 158, 1234, 120178]);
  });
});

describe("cut points", () => {
  test("of few values are quantiles by linear interpolation, and one more", () => {
    expect(rfmCutPoints(Float64Array.of(4, 1, 3, 2), 5)).toEqual([2.6, 3.2, 3.8, 4.4]);
    expect(rfmCutPoints(Float64Array.of(7), 5)).toEqual([8, 8, 8, 8]);
    expect(rfmCutPoints(new Float64Array(), 5)).toEqual([NaN, NaN, NaN, NaN]);
  });

  test("of fractions near each other are the quantiles themselves", () => {
    expect(rfmCutPoints(Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6), 5)).toEqual([0.2, 0.3, 0.4, 0.5]);
    expect(rfmCutPoints(Float64Array.of(0.5, 1000, 2000, 3000, 4000, 5000), 5)).toEqual([1001, 2001, 3001, 4001]);
  });

  test("leave the values in their order", () => {
    const values = Float64Array.of(3, 1, 2);
    rfmCutPoints(values, 5);
    expect([...values]).toEqual([3, 1, 2]);
  });

  test("as text come back as they were", () => {
    const points = fc
      .array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), { minLength: 4, maxLength: 4 })
      .map((four) => four.map((value) => Number(value.toPrecision(12)) + 0).toSorted((a, b) => a - b));
    const cuts = fc.record({ recency: points, frequency: points, money: points }, { requiredKeys: [] });
    fc.assert(fc.property(cuts, (one) => void expect(readRfmCuts(rfmCutsText(one))).toEqual(one)));
  });

  test("are read and written as a link has them", () => {
    const cuts = { recency: [115, 181, 297.4, 482], frequency: [4, 5, 6, 8] };
    expect(rfmCutsText(cuts)).toBe("rec:115,181,297.4,482;n:4,5,6,8");
    expect(readRfmCuts("n:2,2,4,6")).toEqual({ frequency: [2, 2, 4, 6] });
    expect(readRfmCuts("")).toEqual({});
  });

  test.each([
    "n",
    "n:",
    "n:1,2,3",
    "n:1,2,3,4,5",
    "n:4,3,2,1",
    "n:1,2,x,4",
    "n:1,2,,4",
    "n:1,2,3,1e999",
    "n:1,2,3,NaN",
    "x:1,2,3,4",
    "n:1,2,3,4;n:1,2,3,4",
    "n:1,2,3,4;",
    "n:1,2,3,4:5",
  ])("are not %s", (text) => expect(readRfmCuts(text)).toBeNull());
});

describe("scores", () => {
  test("are best for the most recent, the most frequent and the most money", () => {
    const cuts = { recency: [10, 20, 30, 40], frequency: [2, 2, 4, 6], money: [10, 20, 30, 40] };
    const scores = rfmScores(
      {
        recency: Float64Array.of(0, 10, 39, 40),
        frequency: Float64Array.of(1, 2, 5, 6),
        money: Float64Array.of(-5, 10, 39.99, 1e9),
      },
      cuts,
    );
    expect([...scores.recency]).toEqual([5, 4, 2, 1]);
    expect([...scores.frequency]).toEqual([1, 3, 4, 5]);
    expect([...scores.money]).toEqual([1, 2, 4, 5]);
  });

  test("never rise with the days, never fall with orders or money, and stay between 1 and 5", () => {
    const column = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(column, (values) => {
        const ascending = Float64Array.from(values).toSorted();
        const measures = { recency: ascending, frequency: ascending, money: ascending };
        const scores = rfmScores(measures, rfmCuts(measures, RFM_BINS));
        expect([...scores.frequency]).toEqual([...scores.frequency].toSorted());
        expect([...scores.recency]).toEqual([...scores.frequency].map((score) => RFM_BINS + 1 - score));
        expect(scores.money.every((score) => score >= 1 && score <= RFM_BINS)).toBe(true);
      }),
    );
  });
});

describe("named segments", () => {
  const wide: RfmSegment = { name: "All", recency: [1, 5], frequency: [1, 5], money: [1, 5] };

  test("the first that matches wins; who matches none is in the last place", () => {
    const scores = {
      recency: Uint8Array.of(5, 1, 1),
      frequency: Uint8Array.of(5, 1, 5),
      money: Uint8Array.of(5, 1, 1),
    };
    expect([...rfmSegments(scores, RFM_SEGMENTS)]).toEqual([0, 9, RFM_SEGMENTS.length]);
    expect([...rfmSegments(scores, [wide, ...RFM_SEGMENTS])]).toEqual([0, 0, 0]);
    expect([...rfmSegments(scores, [])]).toEqual([0, 0, 0]);
  });

  test("those that nobody can be in are told", () => {
    const names = unreachableSegments(RFM_SEGMENTS).map((place) => RFM_SEGMENTS[place]?.name);
    expect(names).toEqual(["New Customers", "Promising", "Can't Lose Them"]);
    expect(unreachableSegments([wide, wide])).toEqual([1]);
  });

  test("as text come back as they were", () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).map(([a, b]) => {
      return [Math.min(a, b), Math.max(a, b)] as const;
    });
    const name = fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text && text !== "");
    const segments = fc.record({ name, recency: range, frequency: range, money: range });
    fc.assert(fc.property(segments, (one) => void expect(readRfmSegment(rfmSegmentText(one))).toEqual(one)));
    expect(RFM_SEGMENTS.map(rfmSegmentText)[9]).toBe("Lost:1-2:1-2:1-2");
  });

  test.each(["", "Lost", ":1-2:1-2:1-2", "  :1-2:1-2:1-2", "Lost:0-2:1-2:1-2", "Lost:1-6:1-2:1-2", "Lost:2-1:1-2:1-2"])(
    "are not “%s”",
    (text) => expect(readRfmSegment(text)).toBeNull(),
  );
});
