import type { FunnelStep, StepTest } from "../../view/funnel-step";

/** A test in words. */
export function testWords(test: StepTest): string {
  if (test.is === "event") return test.event;
  const condition = `${test.column} ${test.operator} ${test.value}`;
  return test.is === "both" ? `${test.event} with ${condition}` : condition;
}

/** A step in words: “cart or basket”. */
export const stepWords = ({ tests }: Pick<FunnelStep, "tests">): string => tests.map(testWords).join(" or ");
