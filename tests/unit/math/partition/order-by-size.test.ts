import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderBySize } from "../../../../src/math/partition/order-by-size";

describe("orderBySize", () => {
  it("numbers clusters largest first, ties by the first row, and leaves noise alone", () => {
    const { labels, k, order } = orderBySize(Int32Array.of(9, 4, -1, 2, 2, 4, 2, -3));
    expect([...labels]).toEqual([2, 1, -1, 0, 0, 1, 0, -1]);
    expect(k).toBe(3);
    expect([...order]).toEqual([2, 4, 9]);
  });

  it("says there is no cluster where all is noise, or nothing", () => {
    expect(orderBySize(Int32Array.of(-1, -1))).toEqual({
      labels: Int32Array.of(-1, -1),
      k: 0,
      order: new Int32Array(0),
    });
    expect(orderBySize(new Int32Array(0)).k).toBe(0);
  });

  it("keeps who is with whom, never lets a later cluster be larger, and forgets the old numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 6 }), { maxLength: 60 }), (given) => {
        const before = Int32Array.from(given);
        const { labels, k, order } = orderBySize(before);
        labels.forEach((label, i) => expect(label < 0 ? -1 : order[label]).toBe(before[i]));
        const sizes = Array.from({ length: k }, (_, c) => labels.filter((label) => label === c).length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        expect(sizes.every((size) => size > 0)).toBe(true);
        const renamed = before.map((label) => (label < 0 ? -1 : 20 - 2 * label));
        expect(orderBySize(renamed).labels).toEqual(labels);
      }),
    );
  });
});
