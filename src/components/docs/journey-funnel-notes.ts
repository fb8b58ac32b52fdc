import type { Note } from "./Notes";

/** What can be said of a funnel, and what it then means. */
export const JOURNEY_FUNNEL_NOTES: readonly Note[] = [
  {
    title: "What is counted",
    facts: [
      ["Customer", "Each customer once, over all visits, by the attempt that gets furthest; the earliest of equals."],
      ["Visit", "Each visit once, by its own furthest attempt: steps in two visits do not add up."],
      ["Every attempt", "Every attempt of a customer that does not overlap another; of those that do, the furthest."],
    ],
  },
  {
    title: "Order of steps",
    facts: [
      ["In order", "Each step is taken at the first event after the step before it; other events may lie between."],
      ["Strict", "Each step is the very next event; only an optional step may be passed over."],
      ["Any order", "All steps, whatever their order; no event is two steps at once."],
    ],
  },
  {
    title: "Steps",
    facts: [
      ["Any of", "A step is reached by any of its events."],
      [
        "Condition",
        "“with” a value narrows an event to rows whose column has it. Numbers are compared as numbers, else as words.",
      ],
      ["Optional", "Nobody is held back by it: it counts where it lies between its required neighbours."],
      [
        "Excluded",
        "Ends an attempt where it comes between the step above it and the next step; above all steps, anywhere.",
      ],
      ["Window", "The longest time from the first step to the last. A step after it does not count. 0: no limit."],
      ["As many as", "30 steps and exclusions together."],
    ],
  },
  {
    title: "Rates",
    facts: [
      ["Of the first step", "The overall rate: those at this step, of those at the first required one."],
      ["Of the step before", "The step's own rate: of those at the required step before. For the first, of all."],
      ["Of all", "Of all customers or visits, in the funnel or not. Some tools call this the first step's rate."],
      [
        "Interval",
        "95 %, Wilson (1927): right for small numbers and for shares near 0 and 100 %. It takes those counted for independent, which visits of one customer are not.",
      ],
      [
        "Time to convert",
        "Median and middle half of those who did. The curve counts those who have not converted as long as they were watched (Kaplan and Meier 1958), so that late beginners do not look like failures.",
      ],
      [
        "By period",
        "Those who began in a period, by the time of their first step, and the share of them who converted, whenever they did. The line is dashed where some may still convert: until the window has passed or, without one, the time in which nine of ten conversions came.",
      ],
      [
        "Compared by",
        "Customers by the value at their first event, visits by that at theirs. Pearson's chi-squared test of each step, of those at the step before, corrected over the steps (Benjamini and Hochberg 1995).",
      ],
    ],
  },
];
