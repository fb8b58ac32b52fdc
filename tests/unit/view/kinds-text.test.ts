import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isKindName,
  KIND_OPERATORS,
  LARGEST_THRESHOLD,
  LONGEST_NAME,
  MOST_CONDITIONS,
  MOST_KINDS,
  type KindRule,
} from "../../../src/view/kind-rules";
import { kindsText, LONGEST_KINDS, readKinds } from "../../../src/view/kinds-text";

const name = fc
  .string({
    unit: fc.oneof(fc.constantFrom(..."\\:;&>=< p9"), fc.string({ minLength: 1, maxLength: 1 })),
    minLength: 1,
    maxLength: 12,
  })
  .filter(isKindName);
const number = (limits: { min: number; max: number }) => fc.double({ ...limits, noNaN: true }).map((one) => one + 0);
const threshold = fc.oneof(
  fc.record({
    by: fc.constant("number" as const),
    value: fc.oneof(fc.integer({ min: -50, max: 50 }), number({ min: -LARGEST_THRESHOLD, max: LARGEST_THRESHOLD })),
  }),
  fc.record({ by: fc.constant("percentile" as const), value: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10) }),
);
const condition = fc.record({
  feature: fc.stringMatching(/^[a-z][a-z_]{0,29}$/u),
  operator: fc.constantFrom(...KIND_OPERATORS),
  threshold,
});
const rules: fc.Arbitrary<readonly KindRule[]> = fc
  .uniqueArray(fc.record({ name, conditions: fc.array(condition, { minLength: 1, maxLength: MOST_CONDITIONS }) }), {
    minLength: 1,
    maxLength: MOST_KINDS,
    selector: (rule) => rule.name,
  })
  .filter((drawn) => kindsText(drawn).length <= LONGEST_KINDS);

describe("the text of kinds", () => {
  test("says names, conditions and thresholds by number and percentile", () => {
    expect(readKinds("Loyal: visits >= 5 & purchases > p90; One look:events=1")).toEqual([
      {
        name: "Loyal",
        conditions: [
          { feature: "visits", operator: ">=", threshold: { by: "number", value: 5 } },
          { feature: "purchases", operator: ">", threshold: { by: "percentile", value: 90 } },
        ],
      },
      { name: "One look", conditions: [{ feature: "events", operator: "=", threshold: { by: "number", value: 1 } }] },
    ]);
  });

  test("comes back as it went", () => {
    fc.assert(
      fc.property(rules, (drawn) => {
        expect(readKinds(kindsText(drawn))).toEqual(drawn);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ...[
      "",
      ";",
      ":",
      "a",
      "a:",
      ":visits>1",
      "a:visits>1;",
      "a:visits>1;;b:events=1",
      "a:visits>1&",
      "a:visits",
      "a:>1",
    ],
    ...[
      "a:visits=>1",
      "a:Visits>1",
      "a:visits>one",
      "a:visits>p101",
      "a:visits>p-1",
      "a:visits>1e13",
      "a:visits>1e999",
    ],
    ...["a:visits>1;a:events=1", "a\\", "a;b:visits>1", " :visits>1", "a\n:visits>1".replace("a", "a\u0007")],
    `${"x".repeat(LONGEST_NAME + 1)}:visits>1`,
    `a:${Array.from({ length: MOST_CONDITIONS + 1 }, () => "visits>1").join("&")}`,
    Array.from({ length: MOST_KINDS + 1 }, (_, at) => `k${at}:visits>1`).join(";"),
  ])("means nothing: %s", (text) => {
    expect(readKinds(text)).toBeNull();
  });

  test("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (text) => void readKinds(text)));
  });
});
