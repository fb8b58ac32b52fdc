import { funnelText } from "../../view/funnel-text";

/** Settings under which the page's funnel goes over these events within one visit, without a time limit. */
export function visitFunnel(events: readonly string[], sequence: "ordered" | "strict") {
  return { funnel: eventsFunnel(events), count: "visit", sequence, window: 0 } as const;
}

/** The text of a funnel of required steps, one event each. */
export function eventsFunnel(events: readonly string[]): string {
  const steps = events.map((event) => ({ tests: [{ is: "event" as const, event }], optional: false }));
  return funnelText({ steps, exclusions: [] });
}
