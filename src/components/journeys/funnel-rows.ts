import type { Condition, Exclusion, FunnelStep, StepTest } from "../../view/funnel-step";
import { funnelText, readFunnel } from "../../view/funnel-text";

/** A line of the editor. An exclusion counts between the steps above and below it; above all steps, anywhere. */
export interface FunnelRow {
  readonly is: "step" | "optional" | "exclusion";
  /** Any of them; at least one. */
  readonly tests: readonly StepTest[];
}

/** The lines of a funnel's text; null where it means none. */
export function readRows(text: string): readonly FunnelRow[] | null {
  const funnel = readFunnel(text);
  if (funnel === null) return null;
  const at = (place: number): readonly FunnelRow[] =>
    funnel.exclusions.filter(({ after }) => after === place).map(({ tests }) => ({ is: "exclusion", tests }));
  const steps = funnel.steps.flatMap(({ tests, optional }, place): readonly FunnelRow[] => [
    { is: optional ? "optional" : "step", tests },
    ...at(place),
  ]);
  return [...at(-1), ...steps];
}

/** The text of a funnel's lines. */
export function rowsText(rows: readonly FunnelRow[]): string {
  const steps: FunnelStep[] = [];
  const exclusions: Exclusion[] = [];
  for (const { is, tests } of rows) {
    if (is === "exclusion") exclusions.push({ after: steps.length - 1, tests });
    else steps.push({ tests, optional: is === "optional" });
  }
  return funnelText({ steps, exclusions });
}

/** The lines with one more, after the last. */
export const addRow = (rows: readonly FunnelRow[], event: string): readonly FunnelRow[] => [
  ...rows,
  { is: "step", tests: [{ is: "event", event }] },
];

/** The lines without the one at a place. */
export const removeRow = (rows: readonly FunnelRow[], at: number): readonly FunnelRow[] =>
  rows.filter((_, place) => place !== at);

/** The lines with another at a place. */
export const changeRow = (rows: readonly FunnelRow[], at: number, row: FunnelRow): readonly FunnelRow[] =>
  rows.map((own, place) => (place === at ? row : own));

/** The lines with the one at a place moved one up (-1) or down (1); as they are where it cannot. */
export function moveRow(rows: readonly FunnelRow[], at: number, by: -1 | 1): readonly FunnelRow[] {
  const [row, other] = [rows[at], rows[at + by]];
  if (row === undefined || other === undefined) return rows;
  return changeRow(changeRow(rows, at, other), at + by, row);
}

/** The event that a test names; null for any. */
export const eventOf = (test: StepTest): string | null => (test.is === "condition" ? null : test.event);

/** The condition of a test; null for none. */
export function conditionOf(test: StepTest): Condition | null {
  if (test.is === "event") return null;
  const { column, operator, value } = test;
  return { column, operator, value };
}

/** The test of an event (null: any) and a condition (null: none); null where it would be neither. */
export function testOf(event: string | null, condition: Condition | null): StepTest | null {
  if (event === null) return condition === null ? null : { is: "condition", ...condition };
  return condition === null ? { is: "event", event } : { is: "both", event, ...condition };
}
