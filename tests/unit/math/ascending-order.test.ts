import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascendingOrder } from "../../../src/math/ascending-order";

describe("ascendingOrder", () => {
  it("agrees with a stable sort by comparison, whatever the numbers", () => {
    const number = fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constantFrom(0, -0, Infinity, -Infinity, Number.MIN_VALUE, -Number.MIN_VALUE),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (numbers) => {
        const wanted = Array.from(numbers.keys()).sort((a, b) => {
          const [x = 0, y = 0] = [numbers[a], numbers[b]];
          return x < y ? -1 : x > y ? 1 : a - b;
        });
        expect([...ascendingOrder(Float64Array.from(numbers))]).toEqual(wanted);
      }),
    );
  });
});
