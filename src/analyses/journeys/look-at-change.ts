import type { Look } from "../../charts/figure";
import type { Change } from "./changes";
import { ENDS, OTHERS } from "./shown-events";
import { visitFunnel } from "./visit-funnel";

/**
 * The look at the page in which a change's own numbers stand: in its period alone, visits with the event as a funnel of one
 * step, a move as a cell of the transitions, in two groups of its property where it has one.
 */
export function lookAtChange(change: Change): Look {
  const { property, value, against, time, from, to } = change;
  const by = property === null ? {} : { by: property };
  if (from === null)
    return {
      settings: { ...by, ...funnelOf([to], "ordered"), end: to === OTHERS ? "" : to },
      ...{ time, figure: property === null ? "journeys-funnel" : "journeys-funnel-by" },
    };
  const anchor = from === OTHERS ? {} : { anchor: "from", anchorEvent: from };
  const groups = against === null ? {} : { groups: [against, value] };
  return {
    settings: { ...by, ...groups, ...anchor, ...(to === ENDS ? {} : funnelOf([from, to], "strict")) },
    ...{ time, figure: against === null ? "journeys-transitions" : "journeys-compared" },
  };
}

/** Events together as “other events” can be no step. */
function funnelOf(events: readonly string[], sequence: "ordered" | "strict"): Look["settings"] {
  return events.includes(OTHERS) ? {} : visitFunnel(events, sequence);
}
