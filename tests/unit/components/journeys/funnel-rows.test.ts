import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addRow,
  changeRow,
  conditionOf,
  eventOf,
  moveRow,
  readRows,
  removeRow,
  rowsText,
  testOf,
  type FunnelRow,
} from "../../../../src/components/journeys/funnel-rows";
import { funnelWords } from "../../../../src/components/journeys/funnel-words";
import { OPERATORS, type StepTest } from "../../../../src/view/funnel-step";
import { funnelText, readFunnel } from "../../../../src/view/funnel-text";

const word = fc.string({
  unit: fc.oneof(fc.constantFrom(..."\\>|?![]=<~ \"'%&"), fc.string({ minLength: 1, maxLength: 1 })),
  minLength: 1,
  maxLength: 8,
});
const condition = fc.record({
  column: word,
  operator: fc.constantFrom(...OPERATORS),
  value: fc.oneof(word, fc.constant("")),
});
const aTest: fc.Arbitrary<StepTest> = fc
  .tuple(fc.option(word), fc.option(condition))
  .map(([event, asked]) => testOf(event, asked))
  .filter((made) => made !== null);
const aRow: fc.Arbitrary<FunnelRow> = fc.record({
  is: fc.constantFrom("step" as const, "optional" as const, "exclusion" as const),
  tests: fc.array(aTest, { minLength: 1, maxLength: 3 }),
});
const someRows = fc.array(aRow, { minLength: 1, maxLength: 8 });
const funnelRows = someRows.filter((rows) => rows.some(({ is }) => is === "step"));

describe("lines of a funnel", () => {
  test("become text and come back as they went", () => {
    const comesBack = fc.property(funnelRows, (rows) => {
      expect(readRows(rowsText(rows))).toEqual(rows);
    });
    fc.assert(comesBack, { numRuns: 500 });
  });

  test("are what the grammar reads: text, lines and text again are one", () => {
    const same = fc.property(funnelRows, (rows) => {
      const text = rowsText(rows);
      const funnel = readFunnel(text);
      expect(funnel).not.toBeNull();
      if (funnel !== null) expect(rowsText(readRows(funnelText(funnel)) ?? [])).toBe(text);
    });
    fc.assert(same);
  });

  test("without a required step, or none at all, are no funnel", () => {
    const none = fc.property(
      someRows.filter((rows) => rows.every(({ is }) => is !== "step")),
      (rows) => {
        expect(readRows(rowsText(rows))).toBeNull();
      },
    );
    fc.assert(none);
    expect(readRows(rowsText([]))).toBeNull();
  });

  test("whatever is edited, the text says the edited lines", () => {
    const edited = fc.property(funnelRows, fc.nat(), aRow, word, (rows, place, row, event) => {
      const at = place % rows.length;
      for (const next of [addRow(rows, event), changeRow(rows, at, row), moveRow(rows, at, 1), moveRow(rows, at, -1)]) {
        if (next.some(({ is }) => is === "step")) expect(readRows(rowsText(next))).toEqual(next);
      }
      expect(removeRow(addRow(rows, event), rows.length)).toEqual(rows);
      expect(removeRow(rows, at)).toHaveLength(rows.length - 1);
    });
    fc.assert(edited);
  });

  test("moved down and up again stand where they stood, and none leaves the list", () => {
    const back = fc.property(funnelRows, fc.nat(), (rows, place) => {
      const at = place % rows.length;
      if (at < rows.length - 1) expect(moveRow(moveRow(rows, at, 1), at + 1, -1)).toEqual(rows);
      expect(moveRow(rows, 0, -1)).toEqual(rows);
      expect(moveRow(rows, rows.length - 1, 1)).toEqual(rows);
    });
    fc.assert(back);
  });

  test("a test is its event and its condition", () => {
    const whole = fc.property(aTest, (one) => {
      expect(testOf(eventOf(one), conditionOf(one))).toEqual(one);
    });
    fc.assert(whole);
    expect(testOf(null, null)).toBeNull();
  });
});

test("a funnel in words", () => {
  const rows = readRows("!error>catalog>cart[price>=10]|basket?>[platform=mobile]>!back>purchase") ?? [];
  expect(rows.map(({ is }) => is)).toEqual(["exclusion", "step", "optional", "step", "exclusion", "step"]);
  expect(funnelWords(rows)).toBe(
    "catalog → cart with price is at least 10 or basket (optional) → any event with platform is mobile → purchase, without error, back",
  );
});
