import { format } from "../../charts/format";
import type { Look } from "../../charts/figure";
import type { Finding, KeyFigure } from "../analysis";
import { cautionsOf } from "./cautions";
import { changeWords } from "./figures-changes";
import { shareBy } from "./happened-by";
import { lookAtChange } from "./look-at-change";
import type { JourneysResult } from "./result";
import { visitFunnel } from "./visit-funnel";
import { counted, rateWords, timeWords, visitWords, WILSON } from "../../behaviour/words";
import { FUNNEL_UNITS, planWords } from "./words";

/** One sentence: how many come, how far they get, whether they return. */
export function journeysAnswer({ log, funnel, visits }: JourneysResult): string {
  const { account } = log;
  const last = funnel.steps.at(-1);
  const first = funnel.steps[0];
  const reach =
    last === undefined || first === undefined
      ? ""
      : first === last
        ? `; ${format(last.ofAll.share, "share")} reach “${last.label}”`
        : `; of ${format(first.n, "count", "full")} ${FUNNEL_UNITS[funnel.plan.count]} at “${first.label}” ${format(last.overall.share, "share")} reach “${last.label}”`;
  const back =
    visits.between === null
      ? ""
      : `; ${format(1 - visits.between.onceOnly / account.customers, "share")} came back on another day`;
  return `${counted(account.customers, "customer")} made ${counted(account.visits, "visit")} with ${counted(account.events, "event")}${reach}${back}.`;
}

/** Four to six numbers at a glance. */
export function journeysCards({ log, visits, funnel, abandoned }: JourneysResult): readonly KeyFigure[] {
  const { account, recipe } = log;
  const last = funnel.steps.at(-1);
  const made = { text: `A visit is made by ${visitWords(recipe.visits)}.` };
  return [
    {
      label: "Visits",
      value: format(account.visits, "count"),
      note: `${format(visits.events.mean, "number")} events each, median ${format(visits.events.median, "number")}`,
      explain: made,
    },
    {
      label: "Visits per customer",
      value: format(visits.perCustomer.mean, "number"),
      note: `${format(visits.perCustomer.once / visits.perCustomer.n, "share")} came once`,
      explain: made,
    },
    {
      label: "Single event",
      value: format(visits.events.once / visits.events.n, "share"),
      note: "of visits: left where they came",
      explain: { text: "Visits with one event only (bounces)." },
    },
    ...(last === undefined
      ? []
      : [
          {
            label: `Reached “${last.label}”`,
            value: format(last.overall.share, "share"),
            note: `95 % interval ${format(last.overall.low, "share")} to ${format(last.overall.high, "share")}`,
            explain: { text: `${planWords(funnel.plan)} ${WILSON}` },
          },
        ]),
    ...(abandoned === null
      ? []
      : [
          {
            label: "Carts abandoned",
            value: format(abandoned.share, "share"),
            note: `of ${counted(abandoned.of, "visit")} with one`,
            explain: {
              text: `Visits with “${abandoned.cart}” and no “${abandoned.buy}” after it in the same visit. ${WILSON}`,
            },
          },
        ]),
    ...(visits.between === null || !Number.isFinite(shareBy(visits.between.returned, 30))
      ? []
      : [
          {
            label: "Back within 30 days",
            value: format(shareBy(visits.between.returned, 30), "share"),
            note: "of days with a visit",
            explain: { text: "By Kaplan and Meier: last visits count as long as they were watched." },
          },
        ]),
  ];
}

/** Plain sentences, cautions last; each leads to where it can be seen. */
export function journeysFindings(result: JourneysResult): readonly Finding[] {
  const explain = { text: planWords(result.funnel.plan) };
  return [
    ...[...ofFunnel(result), ...ofReturn(result), ...ofChanges(result)].map(([text, look]): Finding => ({
      text,
      level: "info",
      explain,
      look,
    })),
    ...cautionsOf(result).map((text): Finding => ({
      ...{ text, level: "caution", explain: { text: "See the account of rows." } },
      look: { settings: {}, figure: "journeys-account" },
    })),
  ];
}

type Told = readonly [text: string, look: Look];

function ofFunnel({ funnel, abandoned, reverse }: JourneysResult): readonly Told[] {
  const worst = funnel.steps
    .slice(1)
    .filter(({ step, fromBefore }) => !step.optional && Number.isFinite(fromBefore.share));
  const [narrow] = worst.toSorted((a, b) => a.fromBefore.share - b.fromBefore.share);
  const lifted = reverse?.events.filter(({ before }) => before >= 20).toSorted((a, b) => b.lift - a.lift)[0];
  const told: Told[] = [];
  if (narrow !== undefined)
    told.push([
      `The narrowest step is “${narrow.label}”: ${rateWords(narrow.fromBefore)} of those at the step before come to it.`,
      { settings: {}, figure: "journeys-funnel" },
    ]);
  if (funnel.time.n > 0 && funnel.steps.length > 1)
    told.push([
      `Those who convert take ${timeWords(funnel.time.median)} at the median, the middle half ${timeWords(funnel.time.q25)} to ${timeWords(funnel.time.q75)}.`,
      { settings: {}, figure: "journeys-time-to-convert" },
    ]);
  if (abandoned !== null)
    told.push([
      `${rateWords(abandoned)} of visits with “${abandoned.cart}” have no “${abandoned.buy}” after it.`,
      { settings: visitFunnel([abandoned.cart, abandoned.buy], "ordered"), figure: "journeys-funnel" },
    ]);
  if (reverse !== null && lifted !== undefined)
    told.push([
      `Visits with “${lifted.label}” reach “${reverse.end}” after it ${format(lifted.lift, "score")} times as often as visits in general.`,
      { settings: { end: reverse.end }, figure: "journeys-before-end" },
    ]);
  return told;
}

function ofReturn({ visits: { between } }: JourneysResult): readonly Told[] {
  if (between === null || between.n === 0) return [];
  return [
    [
      `Half of the returns come within ${format(between.median, "number")} days.`,
      { settings: {}, figure: "journeys-days-between" },
    ],
  ];
}

function ofChanges({ changes }: JourneysResult): readonly Told[] {
  if (changes === null || changes === undefined) return [];
  if (changes.found.length === 0)
    return [
      [
        `Nothing found that changed: ${counted(changes.tests, "comparison")} were made.`,
        { settings: {}, figure: "journeys-changes" },
      ],
    ];
  return changes.found
    .slice(0, 3)
    .map((change): Told => [`${changeWords(change, changes.period)}.`, lookAtChange(change)]);
}
