import type { Funnel, StepTest } from "../../view/funnel-step";
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
  const number = test.is === "condition" ? null : eventNumber(names, test.event);
  const events = number === null ? null : { is: "events" as const, numbers: [number] };
  if (test.is === "event") return events;
  const column = columns.find(({ label, kind }) => label === test.column && kind !== "empty");
  if (column === undefined) return null;
  const condition = { is: "condition" as const, column, test };
  if (test.is === "condition") return condition;
  return events === null ? null : { is: "both", numbers: events.numbers, condition };
}
