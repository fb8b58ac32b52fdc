import { describe, expect, it } from "vitest";
import { ascendingOrder } from "../../../../src/math/ascending-order";
import { orderInSteps } from "../../../../src/math/describing/order-in-steps";
import { finish } from "../../../../src/math/progress";
import { seededRandom } from "../../../../src/math/random";

describe("orderInSteps", () => {
  it.each([0, 1, 1000, 65_536, 65_537, 200_001, 400_000])(
    "orders %d values as at once, equal ones as they stand",
    (n) => {
      const random = seededRandom(n);
      const values = Float64Array.from({ length: n }, () => Math.floor(random() * 1000) - 500);
      expect(Buffer.from(finish(orderInSteps(values)).buffer).equals(Buffer.from(ascendingOrder(values).buffer))).toBe(
        true,
      );
    },
  );
});
