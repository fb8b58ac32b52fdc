import { expect, it } from "vitest";
import { certainty } from "../../../../src/components/data-page/confidence";

it("grades a guess, and never grades a person", () => {
  expect(certainty({ confidence: 0.95, why: "name" })).toBe("sure");
  expect(certainty({ confidence: 0.6, why: "name" })).toBe("likely");
  expect(certainty({ confidence: 0.59, why: "name" })).toBe("guess");
  expect(certainty({ confidence: 1, why: "chosen by you" })).toBe("yours");
});
