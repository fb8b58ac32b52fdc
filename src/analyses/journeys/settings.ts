import { column, LOG_SETTINGS, LONGEST } from "../../behaviour/log-settings";
import type { Settings, Values } from "../../view/settings";
import { readFunnel } from "../../view/funnel-text";
import { readWho } from "./who";

/** An event by its name in the file. */
const event = (label: string, help: string) => ({ ...column(label, help), cells: true }) as const;

/** What a person can change about journeys. */
export const JOURNEYS_SETTINGS = {
  who: {
    kind: "text",
    cells: true,
    label: "Customers followed",
    help: "Those at a step of a funnel, such as lost:1:catalog>purchase, or of a period of first visits, such as cohort:month:2024-01-01. Empty: all.",
    default: "",
    longest: 2000,
    accepts: (text) => text === "" || readWho(text) !== null,
  },
  ...LOG_SETTINGS,
  funnel: {
    kind: "text",
    cells: true,
    label: "Funnel",
    help: "Steps with > between them; | for one of several, ? after an optional step, ! before an exclusion, [column op value] for a condition, alone or right after an event. Empty: a guess.",
    default: "",
    longest: 2000,
    accepts: (text) => text === "" || readFunnel(text) !== null,
  },
  count: {
    kind: "choice",
    label: "Counted by",
    help: "What reaches a step: a customer over all visits, a single visit, or every attempt of a customer.",
    default: "customer",
    options: [
      { value: "customer", label: "Customer" },
      { value: "visit", label: "Visit" },
      { value: "total", label: "Every attempt" },
    ],
  },
  sequence: {
    kind: "choice",
    label: "Order of steps",
    help: "In order: others may lie between. Strict: none may. Any: all steps, whatever their order.",
    default: "ordered",
    options: [
      { value: "ordered", label: "In order" },
      { value: "strict", label: "Strict" },
      { value: "any", label: "Any order" },
    ],
  },
  window: {
    kind: "integer",
    label: "Window",
    help: "The longest time from the first step to the last. 0: none.",
    default: 0,
    min: 0,
    max: 100_000,
  },
  windowUnit: {
    kind: "choice",
    label: "Window in",
    help: "The unit of the window.",
    default: "days",
    options: [
      { value: "minutes", label: "Minutes" },
      { value: "hours", label: "Hours" },
      { value: "days", label: "Days" },
    ],
  },
  by: column("Compare by", "A property whose values are compared: platform, country, channel …"),
  groups: {
    kind: "items",
    cells: true,
    label: "Two groups",
    help: "Two values of that property, compared step by step. Empty: the two most frequent.",
    default: [],
    most: 2,
    accepts: (item) => item.length <= LONGEST,
  },
  end: event("End point", "The event whose ways in are shown. Empty: the last step of the funnel."),
  anchor: {
    kind: "choice",
    label: "Paths",
    help: "Where steps are counted from.",
    default: "start",
    options: [
      { value: "start", label: "From the visit’s start" },
      { value: "from", label: "From an event on" },
      { value: "to", label: "To an event" },
    ],
  },
  anchorEvent: {
    ...event("Event", "The event from which, or to which, steps are counted. Empty: the most frequent."),
    when: { setting: "anchor", is: ["from", "to"] },
  },
  steps: { kind: "integer", label: "Steps", help: "Steps shown on paths.", default: 5, min: 2, max: 12 },
  least: {
    kind: "number",
    label: "Smallest flow",
    help: "An event with a smaller share of its step is shown with the others; none is hidden.",
    default: 0.05,
    min: 0,
    max: 0.5,
    step: 0.01,
  },
  period: {
    kind: "choice",
    label: "Periods",
    help: "The period in which customers are counted as back, and by which conversion over time is shown.",
    default: "auto",
    options: [
      { value: "auto", label: "What suits the time covered" },
      { value: "day", label: "Day" },
      { value: "week", label: "Week" },
      { value: "month", label: "Month" },
    ],
  },
} as const satisfies Settings;

export type Chosen = Values<typeof JOURNEYS_SETTINGS>;
