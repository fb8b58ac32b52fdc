import type { Note } from "./Notes";

/** Everything that is made of moves from one event to the next. */
export const JOURNEY_PATH_NOTES: readonly Note[] = [
  {
    title: "Path table",
    facts: [
      [
        "What it is",
        "One row per event that counts: its customer, its visit, its place in both, and the event after it in the visit.",
      ],
      [
        "Why numbers agree",
        "Visits, funnels, matrices, flows and return are all counted from it. Where a path and a funnel still differ, the card “ways to count” shows each count between them: moves, visits with the move, visits with the one later, customers with the one later.",
      ],
      [
        "When it misleads",
        "Events of one moment keep the order of the file unless a column gives their order; a file sorted another way then gives other paths.",
      ],
    ],
  },
  {
    title: "Transition matrix",
    facts: [
      [
        "What it is",
        "Of all times that an event happened, how often each event came next, or the visit ended. Each row sums to 100 %.",
      ],
      [
        "When it misleads",
        "It knows one step back only: that A leads to B and B to C does not say that those who came from A go to C. Rare events stand together as “other events”.",
      ],
    ],
  },
  {
    title: "Step matrix and flows",
    facts: [
      [
        "What it is",
        "Which share of visits is at which event at each place, from the visit's start, from the first of an event on, or up to it. A visit that is over stays in “the visit ends”.",
      ],
      [
        "When it misleads",
        "With an event as anchor, only visits that have it are shown. Flows below the smallest share are drawn together, and counted.",
      ],
    ],
  },
  {
    title: "Two groups compared",
    facts: [
      [
        "What it is",
        "Shares of the same move in two groups of visits, with a chi-squared test of each, corrected over all of them (Benjamini and Hochberg 1995).",
      ],
      ["When it misleads", "Moves of one customer are not independent, so that p is rather too small."],
    ],
  },
  {
    title: "Before the end point",
    facts: [
      [
        "What it is",
        "Of visits with the end point, the share in which an event came before it. Lift: the share of visits with the event that reach the end after it, over the share of all visits that have the end.",
      ],
      ["When it misleads", "Whoever is about to buy does many things before. A lift above 1 is no cause."],
    ],
  },
];
