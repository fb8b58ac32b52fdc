import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clusterNames,
  ENGAGEMENT_WORDING,
  EXPERIENCE_WORDING,
  SATISFACTION_WORDING,
} from "../../../src/segmentation/cluster-names";

describe("clusterNames", () => {
  it("names three groups by meaning", () => {
    expect(clusterNames(3, ENGAGEMENT_WORDING)).toEqual(["Low engagement", "Medium engagement", "High engagement"]);
    expect(clusterNames(3, EXPERIENCE_WORDING)).toEqual(["Poor experience", "Fair experience", "Good experience"]);
    expect(clusterNames(2, ENGAGEMENT_WORDING)).toEqual(["Low engagement", "High engagement"]);
  });

  it("says where a longer scale begins and ends", () => {
    const names = clusterNames(7, EXPERIENCE_WORDING);
    expect(names[0]).toBe("Experience 1 of 7 (worst)");
    expect(names[6]).toBe("Experience 7 of 7 (best)");
    expect(clusterNames(1, ENGAGEMENT_WORDING)).toEqual(["All customers"]);
  });

  it("gives every group of any k a name of its own", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.constantFrom(ENGAGEMENT_WORDING, EXPERIENCE_WORDING, SATISFACTION_WORDING),
        (k, wording) => {
          expect(new Set(clusterNames(k, wording)).size).toBe(k);
        },
      ),
    );
  });
});
