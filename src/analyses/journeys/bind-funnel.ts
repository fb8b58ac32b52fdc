import type { Funnel, StepTest } from "./funnel-step";
import { eventNumber, type Log } from "../../behaviour/log";
import type { BoundTest } from "./queries-funnel";
import { testWords } from "./step-words";

/** The tests of steps and exclusions with numbers and columns in place of names, and the names that nothing has. */
export function bindFunnel(
  { steps, exclusions }: Funnel,
  log: Pick<Log, "names" | "columns">,
): { readonly parts: readonly (readonly BoundTest[])[]; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const bind = (tests: readonly StepTest[]): readonly BoundTest[] =>
    tests.map((test) => {
      const bound = boundTest(test, log);
      if (bound !== null) return bound;
      unknown.push(testWords(test));
      return { is: "events", numbers: [] };
    });
  return { parts: [...steps, ...exclusions].map(({ tests }) => bind(tests)), unknown };
}

function boundTest(test: StepTest, { names, columns }: Pick<Log, "names" | "columns">): BoundTest | null {
  if (test.is === "event") {
    const number = eventNumber(names, test.event);
    return number === null ? null : { is: "events", numbers: [number] };
  }
  const column = columns.find(({ label, kind }) => label === test.column && kind !== "empty");
  return column === undefined ? null : { is: "condition", column, test };
}
