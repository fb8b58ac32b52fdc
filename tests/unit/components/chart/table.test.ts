import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DataTable } from "../../../../src/charts/figure";
import { rowSentence } from "../../../../src/components/chart/cell-text";
import { fileName } from "../../../../src/components/chart/file-name";
import { nextOrder, rowOrder } from "../../../../src/components/chart/table-order";
import { ROW_HEIGHT, windowOf } from "../../../../src/components/chart/table-window";

const table: DataTable = {
  columns: [
    { label: "Handset", format: "text" },
    { label: "Traffic", format: "bytes" },
  ],
  values: [["b", "a10", "a9", null], Float64Array.of(5, NaN, 7, 5)],
};

describe("rowOrder", () => {
  it("sorts numbers, keeps equal rows in place, puts missing last both ways", () => {
    expect(rowOrder(table, { column: 1, descending: true })).toEqual([2, 0, 3, 1]);
    expect(rowOrder(table, { column: 1, descending: false })).toEqual([0, 3, 2, 1]);
  });

  it("sorts words as people do", () => {
    expect(rowOrder(table, { column: 0, descending: false })).toEqual([2, 1, 0, 3]);
  });

  it("starts numbers with the largest and words with the first", () => {
    expect(nextOrder(null, 1, false)).toEqual({ column: 1, descending: true });
    expect(nextOrder(null, 0, true)).toEqual({ column: 0, descending: false });
    expect(nextOrder({ column: 1, descending: true }, 1, false)).toEqual({ column: 1, descending: false });
  });
});

describe("windowOf", () => {
  it("always covers what is in sight and keeps the whole height", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 201, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, share) => {
          const top = Math.floor(share * Math.max(0, count * ROW_HEIGHT - 600));
          const { from, to, above, below } = windowOf(count, top, true);
          expect(above + (to - from) * ROW_HEIGHT + below).toBe(count * ROW_HEIGHT);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(above).toBeLessThanOrEqual(top);
          expect(to * ROW_HEIGHT).toBeGreaterThanOrEqual(Math.min(count * ROW_HEIGHT, top + 600));
        },
      ),
    );
  });
});

describe("words of a table", () => {
  it("reads a row as a sentence", () => {
    expect(rowSentence(table, 0)).toBe("Handset: b. Traffic: 5 B.");
    expect(rowSentence(table, 3)).toBe("Handset: –. Traffic: 5 B.");
  });

  it("makes a file name that every system takes", () => {
    expect(fileName("Gaming carries 47 % of traffic: “all”", "png")).toBe("gaming-carries-47-of-traffic-all.png");
    expect(fileName("…", "csv")).toBe("figure.csv");
  });
});
