import type { FunnelStep, StepTest } from "./funnel-step";

/** A test in words. */
export const testWords = (test: StepTest): string =>
  test.is === "event" ? test.event : `${test.column} ${test.operator} ${test.value}`;

/** A step in words: “cart or basket”. */
export const stepWords = ({ tests }: Pick<FunnelStep, "tests">): string => tests.map(testWords).join(" or ");
