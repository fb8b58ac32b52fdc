import { format } from "../../charts/format";
import type { JourneysResult } from "./result";
import { RULE_WORDS } from "../../behaviour/rules";
import { counted } from "../../behaviour/words";

/** What of the log limits what can be said, as sentences. */
export function cautionsOf({ log, funnel, visits }: JourneysResult): readonly string[] {
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
