import { readFunnel } from "../../view/funnel-text";
import type { Period } from "./queries-retention";

/**
 * Customers as a link carries them: how they are found, never who they are. Those of a cohort, at any time or active so many
 * periods after their first; or those who reached a step of a funnel (1 is the first), and went on to the next or were lost.
 */
export type Who =
  | { readonly by: "cohort"; readonly period: Period; readonly start: string; readonly after: number | null }
  | { readonly by: "funnel"; readonly went: "there" | "on" | "lost"; readonly step: number; readonly funnel: string };

/** “cohort:week:2024-01-01”, “cohort:week:2024-01-01:3”, “lost:2:catalog>cart>purchase”. */
export function whoText(who: Who): string {
  if (who.by === "funnel") return `${who.went}:${who.step}:${who.funnel}`;
  return ["cohort", who.period, who.start, ...(who.after === null ? [] : [String(who.after)])].join(":");
}

const COHORT = /^cohort:(day|week|month):(\d{4}-\d{2}-\d{2})(?::(\d{1,4}))?$/u;
const FUNNEL = /^(there|on|lost):(\d{1,2}):(.+)$/su;

/** The customers that a text means; null where it means none. */
export function readWho(text: string): Who | null {
  const [, period, start = "", after] = COHORT.exec(text) ?? [];
  if (period !== undefined)
    return Number.isNaN(Date.parse(start))
      ? null
      : { by: "cohort", period: period as Period, start, after: after === undefined ? null : Number(after) };
  const [, went, step, funnel = ""] = FUNNEL.exec(text) ?? [];
  if (went === undefined) return null;
  const steps = readFunnel(funnel)?.steps;
  const [number, most] = [Number(step), (steps?.length ?? 0) - (went === "there" ? 0 : 1)];
  if (number < 1 || number > most || steps?.[number - 1]?.optional === true) return null;
  return { by: "funnel", went: went as "there" | "on" | "lost", step: number, funnel };
}
