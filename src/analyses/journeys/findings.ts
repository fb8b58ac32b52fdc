import { format } from "../../charts/format";
import type { Finding, KeyFigure } from "../analysis";
import { changeWords } from "./figures-changes";
import { shareBy } from "./happened-by";
import type { JourneysResult } from "./result";
import { RULE_WORDS } from "../../behaviour/rules";
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

/** Plain sentences, cautions last. */
export function journeysFindings(result: JourneysResult): readonly Finding[] {
  const info = (text: string): Finding => ({ text, level: "info", explain: { text: planWords(result.funnel.plan) } });
  const caution = (text: string): Finding => ({
    text,
    level: "caution",
    explain: { text: "See the account of rows." },
  });
  return [...told(result).map(info), ...cautions(result).map(caution)];
}

function told({ funnel, abandoned, changes, reverse, visits }: JourneysResult): readonly string[] {
  const worst = funnel.steps
    .slice(1)
    .filter(({ step, fromBefore }) => !step.optional && Number.isFinite(fromBefore.share));
  const [narrow] = worst.toSorted((a, b) => a.fromBefore.share - b.fromBefore.share);
  const lifted = reverse?.events.filter(({ before }) => before >= 20).toSorted((a, b) => b.lift - a.lift)[0];
  return [
    ...(narrow === undefined
      ? []
      : [
          `The narrowest step is “${narrow.label}”: ${rateWords(narrow.fromBefore)} of those at the step before come to it.`,
        ]),
    ...(funnel.time.n > 0
      ? [
          `Those who convert take ${timeWords(funnel.time.median)} at the median, the middle half ${timeWords(funnel.time.q25)} to ${timeWords(funnel.time.q75)}.`,
        ]
      : []),
    ...(abandoned === null
      ? []
      : [`${rateWords(abandoned)} of visits with “${abandoned.cart}” have no “${abandoned.buy}” after it.`]),
    ...(reverse === null || lifted === undefined
      ? []
      : [
          `Visits with “${lifted.label}” reach “${reverse.end}” after it ${format(lifted.lift, "score")} times as often as visits in general.`,
        ]),
    ...(visits.between === null || visits.between.n === 0
      ? []
      : [`Half of the returns come within ${format(visits.between.median, "number")} days.`]),
    ...(changes === null || changes === undefined
      ? []
      : changes.found.slice(0, 3).map((change) => `${changeWords(change, changes.period)}.`)),
    ...(changes?.found.length === 0
      ? [`Nothing found that changed: ${counted(changes.tests, "comparison")} were made.`]
      : []),
  ];
}

function cautions({ log, funnel, visits }: JourneysResult): readonly string[] {
  const { account, recipe, names } = log;
  const left = account.flagged.filter(({ leftOut }) => leftOut > 0);
  const bots = account.bots.customers > 0;
  return [
    ...left.map(
      ({ rule, leftOut, amount }) =>
        `${counted(leftOut, "row")} left out: ${RULE_WORDS[rule].says}${amount === 0 ? "" : `; they hold ${format(amount, "number", "full")}`}.`,
    ),
    ...(bots
      ? [
          `${counted(account.bots.customers, "customer")} with more than ${recipe.botRate} events in a minute: ${counted(account.bots.rows, "event")} ${recipe.rules.includes("bots") ? "left out" : "counted"}.`,
        ]
      : []),
    ...(account.duplicates > 0
      ? [
          `${counted(account.duplicates, "event")} repeat an earlier one in customer, time and name; they are ${recipe.rules.includes("duplicates") ? "left out" : "counted"}.`,
        ]
      : []),
    ...(account.unordered > 0
      ? [`${counted(account.unordered, "row")} stood in another order than their times; they were sorted by time.`]
      : []),
    ...(recipe.roles.when === null
      ? [
          "No column says when: visits, returns and changes over time cannot be known, and events stand in the order of the file.",
        ]
      : []),
    ...(recipe.roles.what === null ? ["No column says what happened: every row is the same event."] : []),
    ...(recipe.roles.when !== null && !account.timed
      ? ["Times are days without an hour: how long anything took is not known."]
      : []),
    ...(visits.events.most === 1
      ? ["Every visit has a single event, so there are no paths from one to the next."]
      : []),
    ...(names.labels.length === 1 ? ["There is only one kind of event, so every path is the same."] : []),
    ...(account.other > 0
      ? [`${counted(account.other, "row")} of rare events are counted together as “other events”.`]
      : []),
    ...(funnel.unknown.length > 0 ? [`No event or column is called ${funnel.unknown.join(", ")}.`] : []),
  ];
}
