import { describe, expect, it } from "vitest";
import { membershipCurve } from "../../../../src/math/projection/membership-curve";
import { projectionGolden } from "../../../golden/projection";

describe("membershipCurve", () => {
  it.each(Object.entries(projectionGolden.curves))(
    "is umap-learn's for a minimum distance of %s",
    (minDist, [a, b]) => {
      const curve = membershipCurve(Number(minDist));
      expect(curve.a).toBeCloseTo(a, 5);
      expect(curve.b).toBeCloseTo(b, 5);
    },
  );
});
