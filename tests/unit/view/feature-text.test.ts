import fc from "fast-check";
import { expect, test } from "vitest";
import { ENCODINGS, MEASURES, TRANSFORMS, type FeatureSource, type FeatureSpec } from "../../../src/view/feature";
import { columnFeature, metricFeature, rowsFeature } from "../../../src/data/table/feature-specs";
import { featureText, readFeature } from "../../../src/view/feature-text";

test.each<readonly [FeatureSpec, string]>([
  [columnFeature("Likes_Received_Per_Day"), "Likes_Received_Per_Day"],
  [columnFeature("Amount", { measure: "sum", transform: "log1p", weight: 2 }), "Amount~sum~log1p~w2"],
  [columnFeature("a~b", { encoding: "one-hot", measure: "mode" }), "a~~b~mode~one-hot"],
  [columnFeature("rows"), "rows"],
  [columnFeature("w2"), "w2"],
  [metricFeature("duration_s", { transform: "sqrt" }), "duration_s~metric~sqrt"],
  [rowsFeature(), "~rows"],
])("%j is %s", (spec, text) => {
  expect(featureText(spec)).toBe(text);
  expect(readFeature(text)).toEqual(spec);
});

const source = fc.oneof(
  fc.record({ from: fc.constant("column" as const), label: fc.string({ unit: "binary" }) }),
  fc.record({
    from: fc.constant("column" as const),
    label: fc.array(fc.constantFrom("~", "w2", "sum", "rows", "")).map((parts) => parts.join("")),
  }),
  fc.record({ from: fc.constant("metric" as const), column: fc.string({ minLength: 1 }) }),
  fc.constant<FeatureSource>({ from: "rows" }),
);

const spec = fc.record<FeatureSpec>({
  source,
  measure: fc.constantFrom(...MEASURES),
  encoding: fc.constantFrom(...ENCODINGS),
  transform: fc.constantFrom(...TRANSFORMS),
  weight: fc.double({ min: 0, minExcluded: true, max: 100, noNaN: true }),
});

test("whatever the names, a feature comes back as it was", () => {
  fc.assert(
    fc.property(spec, (one) => {
      expect(readFeature(featureText(one))).toEqual(one);
    }),
  );
});

test("reads any text as a feature or as none, and never throws", () => {
  const piece = fc.constantFrom(
    "~",
    "~~",
    "sum",
    "mean",
    "w2",
    "w0",
    "w1e3",
    "log1p",
    "rows",
    "metric",
    "x",
    "one-hot",
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        const found = readFeature(text);
        if (found !== null) expect(readFeature(featureText(found))).toEqual(found);
      },
    ),
  );
});

test.each([
  "a~sum~mean",
  "a~largest",
  "a~w0",
  "a~w101",
  "a~w-1",
  "a~w2~w3",
  "a~",
  "~metric",
  "x~rows",
  "a~rows~metric",
])("%s is no feature", (text) => expect(readFeature(text)).toBeNull());
