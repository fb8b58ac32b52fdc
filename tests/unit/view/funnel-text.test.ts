import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OPERATORS, type Funnel, type StepTest } from "../../../src/view/funnel-step";
import { funnelText, readFunnel } from "../../../src/view/funnel-text";

const word = fc.string({
  unit: fc.oneof(fc.constantFrom(..."\\>|?![]=<~ \"'%&"), fc.string({ minLength: 1, maxLength: 1 })),
  minLength: 1,
  maxLength: 8,
});
const condition = {
  column: word,
  operator: fc.constantFrom(...OPERATORS),
  value: fc.oneof(word, fc.constant("")),
};
const aTest: fc.Arbitrary<StepTest> = fc.oneof(
  fc.record({ is: fc.constant("event" as const), event: word }),
  fc.record({ is: fc.constant("condition" as const), ...condition }),
  fc.record({ is: fc.constant("both" as const), event: word, ...condition }),
);
const tests = fc.array(aTest, { minLength: 1, maxLength: 3 });
const funnels: fc.Arbitrary<Funnel> = fc
  .array(fc.record({ tests, optional: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .chain((drawn) => {
    const steps = drawn.map((step, place) => (place === 0 ? { ...step, optional: false } : step));
    return fc
      .array(fc.record({ after: fc.integer({ min: -1, max: steps.length - 1 }), tests }), { maxLength: 3 })
      .map((exclusions) => ({ steps, exclusions: exclusions.toSorted((a, b) => a.after - b.after) }));
  });

describe("a funnel's text", () => {
  test("says steps, sets, options, conditions and exclusions", () => {
    expect(readFunnel("!error>catalog>cart|wish list?>[price>=10]>!back>purchase")).toEqual({
      steps: [
        { tests: [{ is: "event", event: "catalog" }], optional: false },
        {
          tests: [
            { is: "event", event: "cart" },
            { is: "event", event: "wish list" },
          ],
          optional: true,
        },
        { tests: [{ is: "condition", column: "price", operator: ">=", value: "10" }], optional: false },
        { tests: [{ is: "event", event: "purchase" }], optional: false },
      ],
      exclusions: [
        { after: -1, tests: [{ is: "event", event: "error" }] },
        { after: 2, tests: [{ is: "event", event: "back" }] },
      ],
    });
  });

  test("narrows an event by a condition right after it", () => {
    expect(readFunnel("catalog>purchase[platform=mobile]|gift")?.steps[1]?.tests).toEqual([
      { is: "both", event: "purchase", column: "platform", operator: "=", value: "mobile" },
      { is: "event", event: "gift" },
    ]);
  });

  test("comes back as it went", () => {
    const comesBack = fc.property(funnels, (funnel) => {
      expect(readFunnel(funnelText(funnel))).toEqual(funnel);
    });
    fc.assert(comesBack, { numRuns: 500 });
  });

  test.each([
    "",
    ">",
    "a>",
    "a>>b",
    "a|",
    "[price]",
    "[=3]",
    "[a=3",
    "!a",
    "a?",
    "a?>b?",
    "!a?>b",
    "a\\",
    "[a=1]x",
    "x[a=1]y",
    "x[a=1][b=2]",
    "a".concat(">b".repeat(30)),
  ])("means nothing: %s", (text) => {
    expect(readFunnel(text)).toBeNull();
  });

  test("never throws, whatever it is given", () => {
    fc.assert(fc.property(fc.string(), (text) => void readFunnel(text)));
  });
});
