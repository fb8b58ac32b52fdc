import type { TableColumn } from "../../data/table/table-column";
import type { Context } from "../analysis";
import { compareGroups, type ComparedGroups } from "./compare-groups";
import { flowsOf } from "./flows";
import type { FunnelResult, ReachedStep } from "./funnel-result";
import { groupedUnits } from "./grouped-units";
import { eventLabel, eventNumber, type Log } from "../../behaviour/log";
import type { Anchor } from "./queries-moves";
import type { Chosen } from "./settings";
import type { Paths } from "./result";
import { shownEvents, type ShownEvents } from "./shown-events";
import { stepMatrix } from "./step-matrix";
import { transitions } from "./transitions";
import { waysToCount, type EventSet } from "./ways-to-count";

/** Events of a matrix; the rest are one. */
const IN_MATRIX = 14;

/** Matrices and flows from the path table, around the anchor that the settings name. */
export async function readPaths(
  context: Context,
  log: Log,
  { steps }: FunnelResult,
  by: TableColumn | null,
  values: Chosen,
): Promise<Paths> {
  const anchor = anchorOf(log, values);
  const wanted = [
    ...steps.flatMap((step) => eventsOf(step, log).numbers),
    ...(anchor.at === "start" ? [] : [anchor.event]),
  ];
  const shown = shownEvents(log, IN_MATRIX, [...new Set(wanted)].slice(0, IN_MATRIX));
  const [first, second] = steps.filter(({ step }) => !step.optional).map((step) => eventsOf(step, log));
  return {
    ...{ anchor, anchored: anchoredWords(anchor, log), least: values.least, rest: shown.rest },
    transitions: await transitions(context, log, shown),
    steps: await stepMatrix(context, log, shown, anchor, values.steps),
    flows: await flowsOf(context, log, shown, anchor, values.steps),
    compared: by === null ? null : await compared(context, log, shown, by, values.groups),
    ways:
      first === undefined || second === undefined || first.numbers.length * second.numbers.length === 0
        ? null
        : await waysToCount(context, log, first, second),
  };
}

function eventsOf({ step, label }: ReachedStep, { names }: Log): EventSet {
  const numbers = step.tests.flatMap((test) => (test.is === "event" ? [eventNumber(names, test.event)] : []));
  const found = numbers.filter((one) => one !== null);
  // A step that is more than events is counted by funnels alone.
  return { label, numbers: found.length === step.tests.length ? found : [] };
}

function anchorOf({ names }: Log, { anchor, anchorEvent }: Chosen): Anchor {
  if (anchor === "start") return { at: "start" };
  const most = names.counts.indexOf(Math.max(...names.counts));
  return { at: anchor === "to" ? "to" : "from", event: eventNumber(names, anchorEvent) ?? names.numbers[most] ?? 0 };
}

function anchoredWords(anchor: Anchor, { names }: Log): string {
  if (anchor.at === "start") return "from the start of each visit";
  const label = `the first “${eventLabel(names, anchor.event)}” of each visit that has one`;
  return anchor.at === "from" ? `from ${label} on` : `up to ${label}`;
}

async function compared(
  context: Context,
  log: Log,
  shown: ShownEvents,
  column: TableColumn,
  groups: readonly string[],
): Promise<ComparedGroups | null> {
  const { by } = await groupedUnits(context, log, "visit", column);
  return compareGroups(context, log, shown, { column, values: groups.length === 2 ? groups : by.values });
}
