import type { Context, Follow, FollowGroup, FollowOption } from "../analysis";
import { format } from "../../charts/format";
import { answerRows } from "../../behaviour/answer-rows";
import { readFunnel } from "../../view/funnel-text";
import type { Log } from "../../behaviour/log";
import { cohortsQuery, periodStart, type Period } from "./queries-retention";
import { stepWords } from "./step-words";
import { readWho, whoText, type Who } from "./who";

/** A period of first visits that customers can be followed from. */
export interface FollowedCohort {
  readonly period: Period;
  /** The first day of the period. */
  readonly start: string;
  readonly customers: number;
  /** Customers active 1, 2 … periods later, as far as the data reaches. */
  readonly active: readonly number[];
}

/** Every cohort of the log, latest first; none without time. */
export async function followedCohorts(
  context: Context,
  { tables, account }: Log,
  period: Period,
): Promise<readonly FollowedCohort[]> {
  if (!Number.isFinite(account.first)) return [];
  const answer = await context.query(cohortsQuery(tables, period));
  const cells = answerRows(answer, (at) => ({ cohort: at("cohort"), since: at("since"), n: at("n") }));
  const end = cells.reduce((most, { cohort, since }) => Math.max(most, cohort + since), -Infinity);
  const found = new Map<number, Map<number, number>>();
  for (const { cohort, since, n } of cells)
    found.set(cohort, (found.get(cohort) ?? new Map<number, number>()).set(since, n));
  return [...found]
    .map(([cohort, counts]) => ({
      ...{ period, start: new Date(periodStart(cohort, period)).toISOString().slice(0, 10) },
      customers: counts.get(0) ?? 0,
      active: Array.from({ length: end - cohort }, (_, place) => counts.get(place + 1) ?? 0),
    }))
    .toReversed();
}

/** What a person may follow: a step of the funnel, or a cohort and of it those active some periods later. */
export function followGroups(funnel: string, cohorts: readonly FollowedCohort[]): readonly FollowGroup[] {
  const [first] = cohorts;
  const steps = stepOptions(funnel);
  return [
    ...(steps.length === 0 ? [] : [{ label: "At a step of the funnel", options: steps }]),
    ...(first === undefined
      ? []
      : [{ label: `By the ${first.period} of their first visit`, options: cohorts.map(cohortOption) }]),
  ];
}

function stepOptions(text: string): readonly FollowOption[] {
  const steps = readFunnel(text)?.steps ?? [];
  const last = steps.findLastIndex(({ optional }) => !optional);
  return steps.flatMap((step, place) => {
    if (step.optional) return [];
    const ways = place === last ? (["there"] as const) : (["there", "on", "lost"] as const);
    return ways.map((went) => {
      const who: Who = { by: "funnel", went, step: place + 1, funnel: text };
      return { value: whoText(who), label: whoWords(who), narrower: [] };
    });
  });
}

function cohortOption({ period, start, customers, active }: FollowedCohort): FollowOption {
  const who = { by: "cohort", period, start } as const;
  const counted = (n: number): string => format(n, "count", "full");
  return {
    value: whoText({ ...who, after: null }),
    label: `${start} (${counted(customers)})`,
    narrower: active.flatMap((n, place) =>
      n === 0
        ? []
        : [
            {
              value: whoText({ ...who, after: place + 1 }),
              label: `active ${place + 1} ${period}${place === 0 ? "" : "s"} later (${counted(n)})`,
            },
          ],
    ),
  };
}

/** Who is meant, in words that follow “customers”. */
export function whoWords(who: Who): string {
  if (who.by === "cohort") {
    const later = who.after === null ? "" : ` and active ${who.after} ${who.period}${who.after === 1 ? "" : "s"} later`;
    return `first seen in the ${who.period} of ${who.start}${later}`;
  }
  const step = readFunnel(who.funnel)?.steps[who.step - 1];
  const label = step === undefined ? `step ${who.step}` : `“${stepWords(step)}”`;
  return { there: `who reached ${label}`, on: `who went on after ${label}`, lost: `lost after ${label}` }[who.went];
}

/** The choices with who is followed now. */
export function followOf(
  funnel: string,
  cohorts: readonly FollowedCohort[],
  text: string,
  customers: Int32Array | null,
): Follow {
  const who = readWho(text);
  return {
    setting: "who",
    groups: followGroups(funnel, cohorts),
    chosen: who === null || customers === null ? null : { label: whoWords(who), customers },
  };
}
